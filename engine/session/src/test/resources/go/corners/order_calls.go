package main

var trace string

func f(n int) int { print(n, " "); return n }

func two(n int) (int, int) { print("t", n, " "); return n, n + 1 }

type T struct{ a, b int }

func (t T) m(x int) T   { print("m", x, " "); return t }
func (t *T) p(x int) *T { print("p", x, " "); return t }
func get(t *T) *T       { print("g "); return t }
func mp(m map[int]int) map[int]int {
	print("mp ")
	return m
}
func sl(s []int) []int { print("sl "); return s }

func add(a, b, c int) int { return a*100 + b*10 + c }

func main() {
	println(add(f(1), f(2)+f(3), f(4)))
	a := []int{f(1), f(2), f(3)}
	println(len(a))
	b := [...]int{2: f(7), 0: f(8), 1: f(9)}
	println(b[0], b[1], b[2])
	t := T{b: f(1), a: f(2)}
	println(t.a, t.b)
	sl(a)[f(0)], mp(map[int]int{})[f(1)] = f(5), f(6)
	println(a[0])
	get(&t).p(f(1)).p(f(2)).m(f(3)).m(f(4))
	println()
	i := 0
	i, a[i] = 1, 42
	println(i, a[0], a[1])
	a[0], a[0] = 1, 2
	println(a[0])
	var p *T
	func() {
		defer func() { println(recover() != nil) }()
		p.a, t.b = f(8), f(9)
	}()
	println(t.b)
	x, y := two(f(3))
	println(x, y)
	println(f(1) < f(2) && f(3) > f(4) || f(5) == f(5))
	s := append(sl(a[:1]), f(1), f(2))
	println(len(s))
	delete(mp(map[int]int{1: 2}), f(1))
	println()
	var arr [3]int
	for arr[f(0)], arr[f(1)] = range map[int]int{4: 5} {
	}
	println(arr[0], arr[1])
	m := map[int]int{f(1): f(2), f(3): f(4)}
	println(len(m))
	k := []func() int{func() int { return f(1) }, func() int { return f(2) }}
	println(k[f(0)]() + k[f(1)]()*10)
	switch f(3) {
	case f(1), f(2):
	case f(3), f(4):
		println("three")
	}
	ch := make(chan int, 3)
	chf := func() chan int { print("ch "); return ch }
	chf() <- f(7)
	arr[f(2)] = <-chf()
	println(arr[2])
}
