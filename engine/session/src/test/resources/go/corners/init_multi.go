package main

import "fmt"

var (
	order []string
	v1    = reg("v1", v3)
	v2    = reg("v2", 0)
	v3    = reg("v3", len(table))
	table = map[string]func() int{"a": func() int { return v2 }, "b": method.get}
	method = T{reg("method", 0)}
	_, _ = reg("blank1", 0), reg("blank2", 0)
	x, y = swap(y0, 1)
	y0   = reg("y0", 0)
	fnv  = func() int { return closureDep }
	closureDep = reg("closureDep", 0)
	arr = [...]int{reg("arr0", 0), reg("arr1", arrDep)}
	arrDep = reg("arrDep", 0)
	ptr = &target
	target = reg("target", 0)
	iface interface{ get() int } = T{reg("iface", 0)}
	gen = generic[int](5)
)

type T struct{ n int }

func (t T) get() int { return late }

var late = reg("late", 0)

func generic[X any](x X) X { _ = genDep; return x }

var genDep = reg("genDep", 0)

func swap(a, b int) (int, int) { return b, a }
func reg(s string, n int) int {
	order = append(order, s)
	return len(order) + n
}

func init() { order = append(order, "init") }

func main() {
	fmt.Println(order)
	fmt.Println(v1, v2, v3, x, y, fnv(), arr, *ptr, gen)
}
