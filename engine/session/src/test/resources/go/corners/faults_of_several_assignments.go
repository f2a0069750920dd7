package main

// Which of two faults of an assignment of several values comes first: what an earlier assignment may change is evaluated ahead of all;
// the rest is evaluated as one assignment is made after the other.

type T struct{ x int }

func try(f func()) {
	defer func() { println(recover().(error).Error()) }()
	f()
}

func main() {
	s := []int{1, 2}
	arr := [3]int{1, 2, 3}
	var p *int
	var t *T
	var big *[4]int
	zero, nine := len(s)-2, len(s)+7
	m := map[int]int{1: 1}
	try(func() { *p, s[0] = 1, arr[nine] })
	try(func() { *p, s[0] = s[nine], arr[nine-1] })
	try(func() { s[nine], zero = 1, 1/zero })
	try(func() { s[nine], t.x = s[0], 1 })
	try(func() { t.x, s[nine] = s[0], 1 })
	try(func() { s[0], s[nine] = 5, *p })
	println(s[0])
	try(func() { s[0], s[nine] = 6, 7 })
	println(s[0])
	try(func() { (*big)[s[nine]], zero = m[1], 2 })
	try(func() { var ok bool; (*big)[s[nine]], ok = m[1]; println(ok) })
	try(func() { a, b := 1, 2; a, b = b, a/zero; println(a, b) })
	try(func() { a := 1; a, s[nine+a] = nine, 1; println(a) })
	i := 1
	i, s[i] = 0, 9
	s[i], i = s[1], s[0]
	println(s[0], s[1], i)
	s[0], s[1] = s[1], s[0]
	arr[0], arr[2], arr[1] = arr[2], arr[1], arr[0]
	println(s[0], s[1], arr[0], arr[1], arr[2])
}
