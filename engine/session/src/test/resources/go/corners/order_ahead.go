// Calls, receives, slices and assertions go ahead of divisions, indices, dereferences and variables of the same statement.
package main

import "fmt"

type point struct {
	x, y int
	next *point
}

func (p *point) get(v int) int { fmt.Println("get", p == nil, v); return v }
func (p point) val(v int) int  { fmt.Println("val", p.x, v); return v }

type getter interface{ get(int) int }

var (
	zero  int
	text  = "before"
	count = 1
	some  = []int{5, 6, 7}
	none  *point
	one   = &point{x: 1, y: 2}
	iface getter
	key   any = "key"
	list  any = []int{1}
	table     = map[int]int{1: 10}
	anys      = map[any]int{"key": 1, 2: 2}
)

func t(n int) int { fmt.Println("t", n); return n }

func change(n int) int {
	fmt.Println("change", n)
	text, count, key = "after", 100, 2
	some = []int{n, n, n}
	one = &point{x: 50, y: 60}
	iface = one
	zero = 1
	return n
}

func reset() {
	zero, text, count, key, iface = 0, "before", 1, "key", nil
	some = []int{5, 6, 7}
	one = &point{x: 1, y: 2}
	table = map[int]int{1: 10}
	anys = map[any]int{"key": 1, 2: 2}
}

func two(a, b int) (int, int)   { return a, b }
func take(a int, rest ...any)   { fmt.Println("take", a, rest) }
func channel(n int) chan int    { c := make(chan int, 1); c <- t(n); return c }
func pair() (a, b int)          { return some[t(1)], change(2) }
func slice(n int) []int         { fmt.Println("slice", n); return some }
func text2(n int) string        { fmt.Println("text2", change(n)); return "!" }
func pointer(n int) *int        { fmt.Println("pointer", n); return &count }
func maybe(n int) func(int) int { fmt.Println("maybe", n); return nil }

func try(name string, f func()) {
	reset()
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panic:", r)
		}
		fmt.Println(name, count, text, some, len(table), len(anys), one.x)
	}()
	f()
}

func main() {
	try("division in an argument", func() { take(t(1)/zero, t(2)) })
	try("index in an argument", func() { take(some[9], t(1), change(2)) })
	try("nil in an argument", func() { take(none.x, t(1)) })
	try("index of an operand", func() { fmt.Println(some[2] + change(1)) })
	try("variable of an operand", func() { fmt.Println(count + change(1)) })
	try("text of an operand", func() { text = text + text2(1) + text })
	try("comparison", func() { fmt.Println(text == text2(1), text) })
	try("length goes ahead", func() { take(len(some[:2]), change(1), len(some)) })
	try("slice goes ahead", func() { take(1, some[1:], change(1), some) })
	try("bounds in their order", func() { take(1, some[none.x:t(2)]) })
	try("assertion goes ahead", func() { take(some[9], key.(int), t(1)) })
	try("receiver", func() { one.get(change(1)) })
	try("nil receiver", func() { fmt.Println(none.next.get(t(1))) })
	try("value receiver", func() { fmt.Println(one.val(change(7))) })
	try("interface", func() { fmt.Println(iface.get(change(3))) })
	try("nil interface", func() { fmt.Println(iface.get(t(3))) })
	try("function", func() { maybe(1)(t(2)) })
	try("left side", func() { some[t(9)] = t(1) / zero })
	try("left pointer", func() { one.x = change(8) })
	try("left index of a map", func() { table[some[t(2)]] = change(3) })
	try("several", func() { some[t(0)], table[t(5)] = t(1)/zero, t(2) })
	try("of a call", func() { some[t(1)/zero], count = two(t(3), t(4)) })
	try("with ok", func() { _, ok := anys[key], change(1); fmt.Println(ok) })
	try("sum of a map's element", func() { anys[key] += change(1) })
	try("unhashable", func() { anys[list] += t(1) / zero })
	try("unhashable count", func() { anys[list]++ })
	try("unhashable quotient", func() { anys[list] /= t(0) })
	try("quotient of a map's element", func() { table[t(7)] /= zero })
	try("shift", func() { some[t(1)] <<= -change(1) })
	try("results", func() { fmt.Println(pair()) })
	try("literal of a slice", func() { fmt.Println([]int{some[8], t(1), count}) })
	try("literal of a struct", func() { fmt.Println(point{count, change(2), none.next}) })
	try("literal of a map", func() { fmt.Println(map[any]int{key: change(1), "b": count, "c": t(2) / zero}) })
	try("deferred", func() { defer take(count, change(1), text); t(2) })
	try("sent", func() { c := make(chan int, 1); c <- count + change(1); fmt.Println(<-c) })
	try("received", func() { fmt.Println(count, <-channel(change(4)), some[0]) })
	try("selected", func() {
		select {
		case channel(1) <- some[t(9)]:
		case count = <-channel(2):
		}
	})
	try("switch", func() {
		switch count + change(1) {
		case t(5), t(101):
			fmt.Println("yes")
		}
	})
	try("logical", func() { fmt.Println(count, t(1) > 0 && change(2) > 0, count) })
	try("builtins", func() { fmt.Println(min(count, change(1), count), append(some, change(9), count)) })
	try("copied", func() { fmt.Println(copy(some, slice(change(1)))) })
	try("pointed", func() { *pointer(1) = some[t(9)] })
	try("converted", func() { take(int([2]int(some[:1])[0]), t(1)) })
}
