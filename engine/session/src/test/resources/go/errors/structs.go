package main
type T struct { a int; b string }
type N struct { T; c int }
func (t T) Set(a int) { t.a = a }
func (t *T) PSet() {}
func mk() T { return T{} }
func main() {
	_ = T{1}
	_ = T{1, "a", 2}
	_ = T{a: 1, "b"}
	_ = T{"a", 1}
	_ = T{c: 1}
	_ = N{a: 1}
	_ = N{T{}, 1, 2}
	_ = N{T: 1}
	_ = N{c: "x"}
	mk().PSet()
	T{}.PSet()
	mk().a = 1
	map[string]T{}["a"].PSet()
	_ = []T{{1, "a"}, {"a", 1}, {1}}
	_ = map[string]T{"a": {1, 2}}
	_ = []int{"a", 1.5, nil}
	_ = [2]int{1, 2, 3}
	_ = []string{1: "a", "b", 1: "c"}
	_ = map[string]int{"a", "b"}
	_ = map[string]int{1: "a"}
	_ = int{}
	_ = *T{}
	_ = struct{}{1}
	var t T
	t.a()
	t.Set
	t.Set = nil
	t.c = 1
	t.T = 1
	var n N
	n.T.c = 1
	n.d = 1
	n.Set("a")
	n.Set()
	var pt *T = t
	var tt T = &t
	pt = &n
	t = n
	_ = t == pt
	_ = t == n
	_ = t == nil
	_ = t < t
	_ = t + t
	_ = -t
	_ = !t
	_ = *t
	_ = t[0]
	_ = t()
	switch t { case 1: case nil: case T{}: }
	switch { case 1: case "a": }
	switch 1 { case "a": case 1.5: case nil: }
	if t { }
	for t { }
	t++
	for i := 0; i < "a"; i++ { }
	for i := 0; i; i++ { }
}
