package main

// Of panics with one value only the oldest is told; what counts as one value are constants of equal content, small numbers, what has no
// size, and the runtime's own errors. Two indices out of range are two values.

type word string

func number(n int) uint16 { return uint16(n) }

func main() {
	var p *int
	s := []int{1}
	defer func() { panic("last") }()
	defer func() { panic(nil) }()
	defer func() { panic(nil) }()
	defer func() { panic(number(len(s) + 299)) }()
	defer func() { panic(number(len(s) + 299)) }()
	defer func() { panic(number(len(s))) }()
	defer func() { panic(number(len(s))) }()
	defer func() { panic(word("text")) }()
	defer func() { panic(word("text")) }()
	defer func() { println(s[len(s)+1]) }()
	defer func() { println(s[len(s)+1]) }()
	defer func() { println(*p) }()
	defer func() { println(*p) }()
	defer func() { println(1 / (len(s) - 1)) }()
	defer func() { panic(recover()) }()
	println(1 / (len(s) - 1))
}
