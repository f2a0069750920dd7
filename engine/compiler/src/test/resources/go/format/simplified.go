package p

import "fmt"

import (
)

const (
)

// Kept for its comment.
var ()

type ( /* kept for what stands in it */ )

var (

); type point struct{ x, y int }

var (
	a = []point{point{1, 2}, {3, 4}, point{5, /* five */ 6}}
	b = []*point{&point{1, 2}, {3, 4}, &point /* comment */ {5, 6}}
	c = map[point]*point{point{1, 2}: &point{3, 4}, {5, 6}: nil}
	d = [...][]point{[]point{point{1, 2}}, {point{1, 2}}, 4: []point{{}}}
	e = []fmt.Stringer{point{}, &point{}}
	f = [][]int{[]int{1}, [...]int{2}, 3: []int{3}}
	g = []struct{ a, b int }{struct{ a, b int }{1, 2}, struct{ a int; b int }{3, 4}, struct {
		a, b int
	}{5, 6}}
	h = map[string]map[string][]point{
		"one": map[string][]point{
			"two":   []point{point{1, 2}, point{3, 4}},
			"three": nil,
		}, // a table
		"four": {"five": []point{}},
	}
	i = []interface{}{[]interface{}{point{1, 2}}, []point{point{1, 2}}}
	j = []**point{&point{1, 2}}
	k = []func(int) int{func(i int) int { return []point{point{i, i}}[0].x }}
	l = points{point{1, 2}}
	m = [2]chan<- int{}
	n = []pair[int, string]{pair[int, string]{}, pair[string, int]{}}
	o = [len([]point{point{1, 2}})]point{point{1, 2}}
)

type points []point

type pair[K, V any] struct{}

func (p point) String() string {
	s := "text"
	_ = s[1:len(s)]
	_ = s[:len(s)]
	_ = s[len(s):len(s)]
	_ = s[0:2]
	_ = (s)[1:len(s)]
	_ = l[1:len(l):len(l)]
	_ = s[1:len(s[0:len(s)])]
	_ = s[1:len("text")]
	_ = s[1: /* all */ len(s)]
	for i, _ := range s {
		_ = i
	}
	for _ = range s {
	}
	for _, _ = range s {
	}
	for _, x := range s {
		_ = x
	}
	for p.x, _ /* comment */ = range s {
	}
	for i, _ := range s[1:len(s)] {
		const (
		)
		_ = i
	}
	return s
}
