package main

func f(a int, b string)    {}
func gen[T any](a T, b T) T { return a }
func no()                  {}
func two() (int, int)      { return 1, 2 }

type T struct{}

func main() {
	y := 1
	var t T
	var a []int
	m := map[string]int{}
	f(1 + "a")
	f(y + "a")
	f(no())
	f(undef)
	f(t.nope)
	f(t.nope())
	f("a" * 2)
	f(!1)
	f(*y)
	f(&1)
	f(a["x"])
	f(m[1.5])
	f(int("a"))
	f(len(1))
	f(len())
	f(two(), 1, 2)
	f(undef, 1, 2)
	f(undef, undef2, undef3)
	f(undef, "a")
	f(undef, 1)
	f(1, "a", undef)
	f(int)
	f(f)
	f(f(1, "a"))
	f(len)
	f(nil)
	f(undef())
	f(func() { x := 1 })
	f(T{1})
	f(a.(int))
	f([]undef{})
	f(y.(int))
	f(y())
	f(a[undef])
	f(undef[1])
	f(y << "a")
	f(y == "a")
	f(y && true)
	f(-t)
	f(<-y)
	f(a[1:"a"])
	f(y[0])
	f(gen(1, "a"))
	gen(undef)
	gen(1)
	gen(no())
	t.nope(undef)
	undef(y + "a")
	f(y.foo, "b", 3)
	f(append(1))
	f(make(int))
	f(new(undef))
	f(1 / 0)
	f(y, 1/0, 3)
}
