package main

type E0 interface{ ~int | ~bool | ~string }
type E1 interface{ ~int | ~float64 | ~string }
type I01 interface {
	E0
	E1
}
type M interface {
	int
	~string
}
type N interface{ int | E1 }
type O interface {
	E1
	m()
}
type P interface {
	~int
	int8 | int
}

func f01[T I01]() {}
func m[T M]()     {}
func n[T N]()     {}
func o[T O]()     {}
func p[T P]()     {}

type My int

func main() {
	_ = f01[bool]
	_ = f01[float64]
	_ = n[bool]
	_ = o[bool]
	_ = o[int]
	_ = p[int8]
	_ = p[My]
	_ = p[string]
	const (
		a byte = 255 + iota
		b
		c rune = 1 << (31 * iota / 2)
		d
	)
}
