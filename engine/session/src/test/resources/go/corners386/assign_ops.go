package main

import "fmt"

var log []string

func at(s string, i int) int { log = append(log, s); return i }

type S struct {
	a [3]int
	m map[string]int
	p *S
}

func (s *S) self(n string) *S { log = append(log, n); return s }

func main() {
	s := &S{m: map[string]int{}}
	s.p = s
	s.self("f").a[at("i", 1)] += at("v", 5)
	s.self("g").m["k"]++
	s.m["k"] *= 10
	s.p.p.a[2]--
	fmt.Println(s.a, s.m, log)
}
