package main

// Variables, parameters and results that are too large for any stack.

type large [1 << 28]byte

//go:noinline
func local(n int) byte {
	var x large
	x[n] = 7
	return x[n/2] + x[n]
}

//go:noinline
func pointers(x *string) (n int) {
	b := [4000000]*string{2: x}
	for _, p := range b {
		if p != nil {
			n++
		}
	}
	return
}

//go:noinline
func changed(x [1 << 20]int32) (r [1 << 20]int32) {
	x[1]++
	r = x
	r[2] = x[1] * 2
	return
}

func main() {
	println(local(12345))
	s := "a"
	println(pointers(&s))
	var a [1 << 20]int32
	a[1] = 4
	b := changed(a)
	println(a[1], a[2], b[1], b[2])
	f := func() int32 { return b[2] + a[1] }
	for i := range 2 {
		var c [1 << 16]int64
		c[i]++
		println(f(), c[0], c[1])
	}
}
