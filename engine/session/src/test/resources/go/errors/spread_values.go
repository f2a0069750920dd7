package main

func f() (int, error) { return 0, nil }

var a, b int = f()
var a1, b1 int = 1, "a"
var (
	c, d = f()
	e, g string = 1, 2
)

func main() {
	var a, b int = f()
	var a1, b1 int = 1, "a"
	x, y := 1, nil
	var u, v = 1, nil
	var p int
	p, q := "a", "b"
	var w, z, zz = f()
	_, _, _, _, _, _, _, _, _, _, _ = a, b, a1, b1, x, y, u, v, p, q, w
	_, _ = z, zz
	_ = f()
	var m map[string]int
	var k, l string = m["a"]
	_, _ = k, l
	_, _ = <-f()
}

func ret() (int, string) {
	return f()
}

var u, v = 1, nil
var mm map[string]int
var k, l string = mm["a"]
