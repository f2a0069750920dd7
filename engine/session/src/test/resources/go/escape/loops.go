// Objects made in loops: what outlives its turn goes to the heap.
package main

type item struct {
	value int
	next  *item
}

func use(p *item) int {
	return p.value
}

func eachTurn() int {
	sum := 0
	for i := 0; i < 3; i++ {
		x := item{value: i}
		sum += use(&x)
	}
	return sum
}

func list() int {
	var head *item
	for i := 0; i < 3; i++ {
		head = &item{i, head}
	}
	return head.value
}

func lastTurn() int {
	var last *item
	for i := 0; i < 3; i++ {
		x := item{value: i}
		last = &x
	}
	return last.value
}

func inner() int {
	sum := 0
	for i := 0; i < 3; i++ {
		x := item{value: i}
		for j := 0; j < 3; j++ {
			y := item{value: j, next: &x}
			sum += use(y.next)
		}
	}
	return sum
}

func jumps() int {
	n := 0
again:
	x := item{value: n}
	sum := use(&x)
	n++
	if n < 3 {
		goto again
	}
	return sum
}

func slices() int {
	sum := 0
	for i := 0; i < 3; i++ {
		s := make([]int, 8)
		s[i] = i
		sum += s[i]
	}
	return sum
}

func kept() int {
	var all []*item
	for i := range 3 {
		x := item{value: i}
		all = append(all, &x)
	}
	return all[0].value
}

func turnVariables() int {
	sum := 0
	for i := 0; i < 3; i++ {
		p := &i
		*p += 0
		sum += *p
	}
	return sum
}

func turnVariablesKept() int {
	var all []*int
	for i := 0; i < 3; i++ {
		all = append(all, &i)
	}
	return *all[0] + *all[1]
}

func closures() int {
	var all []func() int
	for i := 0; i < 3; i++ {
		all = append(all, func() int { i *= 2; return i })
	}
	return all[0]() + all[2]()
}

func main() {
	eachTurn()
	list()
	lastTurn()
	inner()
	jumps()
	slices()
	kept()
	turnVariables()
	turnVariablesKept()
	closures()
}
