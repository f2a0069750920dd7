// Which fault of a statement comes first where several of its operands have one: calls, slices and assertions come ahead of indices,
// dereferences and divisions, which follow one another from left to right; func and interface values that are called, and slices that are
// appended to, come behind the arguments.
package main

import "fmt"

type T struct {
	x   int
	y   *T
	a   [3]int
	s   []int
	big [40]int
	f   func(...int) int
	g   func(int, int) int
	i   I
}

type I interface {
	M(int, ...int) int
	Set(string, int) (int, int)
}

type (
	B struct{ v [40]int }
	N interface{ ~int | ~string }
)

var trace []string

func say(s string) { trace = append(trace, s) }

func val[X any](s string, x X) X {
	say(s)
	return x
}

func two2[A, B any](s string, a A, b B) (A, B) {
	say(s)
	return a, b
}

func (t *T) Set(s string, n int) (int, int) {
	say("Set")
	return t.x, n
}

func (t *T) M(a int, b ...int) int { return a }

func (t T) Val(s string, n int) (int, int) {
	say("Val")
	return t.x, n
}

func try(name string, f func()) {
	trace = nil
	defer func() {
		r := recover()
		fmt.Println(name, trace, r)
	}()
	f()
}

var (
	nilt  *T
	nili  I
	tt    = &T{x: 1}
	nine  = 9
	zero  = 0
	neg   = -1
	sink  int
	fsink float64
	s3    = []int{1, 2, 3}
	fs    []func(string, int) (int, int)
	is    []I
	f0    func(int, int) int
	bs    []B
	nilb  *B
	unh   any = []int{1}
	ma        = map[any]int{}
	mb        = map[B]int{}
	mbb       = map[string]B{}
	str       = "abc"
	ai    any
	arrp  *[3]int
	u8    uint8 = 3
	fl          = []float64{1}
	nfl   *float64
)

func num(s string, n int) int { return val(s, n) }
func f() int                  { return val("f", 1) }
func take(a, b int) int       { return a + val("take", b) }
func vari(a ...any)           { say("vari") }
func return2() (a, b int)     { return s3[nine], nilt.x }

func takeB(a B, b int) {}
func gen[X N](xs []X, p *X, i int) {
	try("gen", func() { _ = xs[i] + *p })
	try("gen2", func() { _ = *p + xs[i] })
	try("gen3", func() { _ = xs[i] == *p })
}
func genf[X any](f func(X, int) X, v X, xs []int, i int) { try("genf", func() { f(v, xs[i]) }) }

type G[X any] struct {
	f func(X) X
	n *G[X]
	v []X
}

func (g *G[X]) call(i int) {
	try("gcall", func() { g.n.f(g.v[i]) })
	try("gcall2", func() { g.f(g.v[i]) })
	try("gm", func() { g.n.m(g.v[i]) })
}
func (g *G[X]) m(X) {}

func calls() {
	try("c7", func() { f0(s3[nine], 1) })
	try("c21", func() { take(s3[nine], nilt.x) })
	try("c54", func() { nilt.y.Set(two2("t", "a", 2)) })
	try("w1", func() { val("h", tt).Set(two2("t", "a", 2)) })
	try("w2", func() { val("h", nilt).y.Set(two2("t", "a", 2)) })
	try("w3", func() { val("h", I(tt)).Set(two2("t", "a", 2)) })
	try("w4", func() { val("h", nili).Set(two2("t", "a", 2)) })
	try("w5", func() { val("h", nilt).Val(two2("t", "a", 2)) })
	try("w6", func() { nilt.Val(two2("t", "a", 2)) })
	try("w10", func() { fs[nine](two2("t", "a", 2)) })
	try("w11", func() { is[nine].Set(two2("t", "a", 2)) })
	try("w12", func() { fs[nine]("a", nilt.x) })
	try("w13", func() { is[nine].Set("a", nilt.x) })
	try("w14", func() { is[nine].Set("a", val("v", 2)) })
	try("w15", func() { fs[nine]("a", val("v", 2)) })
	try("w24", func() { _ = map[int]int{s3[nine]: nilt.x} })
	try("w25", func() { _ = map[int]int{nilt.x: s3[nine]} })
}

func operands() {
	try("o23", func() { s3[nine] += ai.(int) })
	try("o24", func() { s3[nine] += len(s3[nine:]) })
	try("p19", func() { nilt.s = append(nilt.s, s3[nine]) })
	try("p24", func() { s3 = append(nilt.s, s3[nine]) })
	try("p25", func() { s3 = append(nilt.s, s3[nine:]...) })
	try("p26", func() { s3 = append(s3[nine:], nilt.x) })
	try("p29", func() { copy(nilt.s, s3[nine:]) })
	try("b1", func() { sink = s3[nine] + nilt.x })
	try("b7", func() { sink = s3[nine] << neg })
	try("b19", func() { sink = nilt.x + len(str[nine:]) })
	try("b20", func() { sink = nilt.x + ai.(int) })
	try("b22", func() { sink = s3[nine] + ma[unh] })
	try("b25", func() { _ = s3[nine] == nilt.x && f() == 1 })
	try("b26", func() { _ = str[nine] == str[nilt.x] })
	try("b31", func() { fsink = float64(s3[nine]) + float64(nilt.x) })
	try("b36", func() { sink = s3[nine] + (*[4]int)(s3)[0] })
	try("b38", func() { str = string(str[nilt.x]) + str[nine:] })
	try("b39", func() { str = string(rune(s3[nine])) + str[nilt.x:] })
	try("b52", func() { sink = nilt.x + nilt.g(s3[nine], 1) })
	try("b53", func() { sink = nilt.g(s3[nine], 1) })
	try("b54", func() { sink = nilt.i.M(s3[nine], 1) })
	try("b55", func() { sink = nilt.g(f(), s3[nine]) })
	try("b56", func() { sink = (&T{}).g(f(), s3[nine]) })
	try("b58", func() { sink = new(T).g(s3[nine], 2) })
	try("k12", func() { go func(a, b int) {}(s3[nine], nilt.x) })
	try("k25", func() { return2() })
	try("w35", func() { x, y := s3[nine], s3[nine:]; _, _ = x, y })
	try("w36", func() { x, y := nilt.x, unh.(int); _, _ = x, y })
	try("w37", func() { vari(s3[nine], s3[nine:]) })
	try("w38", func() { vari(nilt.x, unh.(int)) })
	try("w41", func() { vari(s3[nine] == nilt.x, ma[unh]) })
	try("w42", func() { _ = s3[nine] > len(s3[nine:]) })
	try("w43", func() {
		if s3[nine] > nilt.x {
			say("x")
		}
	})
	try("w44", func() {
		for s3[nine] > nilt.x {
			say("x")
		}
	})
	try("w45", func() {
		switch {
		case s3[nine] > nilt.x:
			say("x")
		}
	})
	try("w46", func() {
		switch s3[nine] + nilt.x {
		case 1:
			say("x")
		}
	})
	try("w49", func() {
		_ = func() (int, int) { return s3[nine], nilt.x }
		(func() (int, int) { return s3[nine], nilt.x })()
	})
	try("w50", func() { (func() (int, any) { return nilt.x, s3[nine:] })() })
	try("w51", func() { s3 = append(s3, nilt.x, len(s3[nine:])) })
	try("w52", func() { s3 = append(s3[nine:], nilt.x) })
	try("w54", func() { ma[s3[nine]] = nilt.x })
	try("w55", func() { ma[nilt.x] = s3[nine] })
	try("w62", func() { s3[0] += s3[nine] + nilt.x })
	try("w63", func() { s3[0] = s3[nine] * (nilt.x + s3[0]) })
	try("w64", func() { s3[0] = (s3[1] + s3[nine]) * nilt.x })
	try("w65", func() { s3[0] = s3[1]/(s3[0]-1) + s3[nine] + nilt.x })
	try("w66", func() { s3[0] = -s3[nine] + nilt.x })
	try("w67", func() { s3[0] = int(uint8(s3[nine])) + nilt.x })
	try("w68", func() { s3[0] = s3[nine] &^ (1 << nilt.x) })
	try("w71", func() { s3[0] = s3[nine] + 1<<(nine-10) })
}

func main() {
	calls()
	operands()
	try("v1", func() { takeB(bs[nine], nilt.x) })
	try("v2", func() { takeB(*nilb, s3[nine]) })
	try("v3", func() { _ = bs[nine] == *nilb })
	try("v4", func() { _ = *nilb == bs[nine] })
	try("v5", func() { mb[bs[nine]] = nilt.x })
	try("v6", func() { mb[*nilb] = s3[nine] })
	try("v7", func() { mbb[str[nine:]] = bs[nine] })
	try("v8", func() { mbb["a"] = *nilb })
	try("v9", func() { _ = mbb[string(str[nine])] == *nilb })
	try("v10", func() { _ = fl[nine] * *nfl })
	try("v11", func() { _ = *nfl * fl[nine] })
	try("v12", func() { fl[nine] *= *nfl })
	try("v13", func() { *nfl *= fl[nine] })
	try("v14", func() { _ = fl[nine] + fl[nilt.x]**nfl })
	try("v15", func() { _ = s3[nine]<<u8 + nilt.x })
	try("v16", func() { _ = s3[nine] << nilt.x })
	try("v17", func() { _ = 1 << s3[nine] << nilt.x })
	try("v18", func() { _ = str[nine] + str[nilt.x] })
	try("v19", func() { _ = string(str[nine]) + str[nilt.x:] })
	try("v20", func() { _ = string(str[nine]) < str[nilt.x:] })
	try("v21", func() { _ = string(str[nine]) == str[nilt.x:] })
	try("v22", func() { _ = str[nine:] == string(str[nilt.x]) })
	try("v23", func() { _ = arrp[nine] + s3[nine] })
	try("v24", func() { _ = s3[nine] + arrp[0] })
	try("v25", func() { _ = s3[nine] + len(arrp) + arrp[0] })
	try("v26", func() { _ = s3[nine] + ma[unh] + nilt.x })
	try("v27", func() { _ = s3[nine] - ai.(int) })
	try("v28", func() { _ = s3[nine] == 1 && ai.(bool) })
	try("v29", func() { _ = ai.(bool) && s3[nine] == 1 })
	try("v30", func() { _ = unh == unh && s3[nine] == 1 })
	try("v31", func() { s3[0], s3[1] = s3[nine], len(s3[nine:]) })
	try("v32", func() { s3[0], s3[1] = nilt.x, ai.(int) })
	try("v33", func() { nilt.x, s3[1] = nilt.x, len(s3[nine:]) })
	try("v34", func() { ma[nilt.x], s3[nine] = 1, 2 })
	try("v35", func() { ma[s3[nine]] += nilt.x })
	try("v36", func() { ma[s3[nine]] += ai.(int) })
	try("v37", func() { ma[nilt.x]++ })
	try("v38", func() { ma[unh] += nilt.x })
	try("v39", func() { mbb[str[nine:]], s3[0] = bs[nine], 1 })
	try("v40", func() { delete(ma, any(nilt.x)) })
	try("v41", func() { nilt.s = append(nilt.s[nine:], s3[nine]) })
	try("v42", func() { nilt.s = append(s3[:nine], nilt.s...) })
	try("v43", func() { nilt.s = append(nilt.s, append(s3, s3[nine])...) })
	try("v44", func() { _ = append(nilt.s, append(nilt.y.s, s3[nine])...) })
	try("v45", func() { _ = append(nilt.s, nilt.s[0], s3[nine]) })
	try("v46", func() { _ = append([]int{s3[nine]}, nilt.x) })
	try("v47", func() { _ = append([]int(nilt.s), s3[nine]) })
	try("v48", func() { _ = append([]byte(str[nine:]), byte(nilt.x)) })
	try("v49", func() { _ = append([]byte(nil), str[nilt.x:]...) })
	try("v50", func() { _ = append(ai.([]int), nilt.x) })
	try("v51", func() { _ = append(*(&nilt.y.s), s3[nine]) })
	try("v52", func() { nilt.f(s3...) })
	try("v53", func() { nilt.f(s3[nine:]...) })
	try("v54", func() { nilt.f(s3[0], s3[nine]) })
	try("v55", func() { nilt.f(nilt.s...) })
	try("v56", func() { _ = s3[nine] + nilt.f(s3[0], nilt.x) })
	try("v57", func() { fs := []func(int){nil}; fs[nine](s3[3]) })
	try("v58", func() { fs := []func(int){nil}; fs[0](s3[3]) })
	try("v59", func() { m := map[string]func(int){}; m["a"](s3[3]) })
	try("v60", func() { m := map[any]func(int){}; m[unh](s3[3]) })
	try("v61", func() { var f any; f.(func(int))(s3[3]) })
	try("v62", func() { var f any; f.(interface{ M(int) }).M(s3[3]) })
	try("v63", func() { (*(&nilt.y.f))(s3[3]) })
	try("v64", func() { func(a, b int) {}(s3[3], nilt.x) })
	try("v65", func() { f := func(a, b int) {}; f(s3[3], nilt.x) })
	try("v66", func() {
		f := func(a, b int) {}
		if nine == 8 {
			f = nil
		}
		f(nilt.x, s3[3])
	})
	try("v67", func() { go nilt.f(s3[3]) })
	try("v68", func() { defer nilt.f(s3[3]) })
	try("v69", func() { var e error; _ = e.Error() + str[nine:] })
	try("v70", func() { var e error; _ = str[nine:] + e.Error() })
	try("v71", func() { var e error; _ = string(str[nine]) + e.Error() })
	try("v72", func() { var e error; fmt.Println(s3[nine], e.Error()) })
	try("v73", func() { fmt.Println(s3[nine], nilt.x) })
	try("v74", func() { fmt.Println(nilt.x, s3[nine:]) })
	try("v75", func() { fmt.Println(s3[nine], *nilt) })
	try("v76", func() { x := [...]int{nilt.x, s3[nine]}; _ = x })
	try("v77", func() { x := [2][]int{nilt.s, s3[nine:]}; _ = x })
	try("v78", func() { x := map[string][]int{"a": nilt.s, "b": s3[nine:]}; _ = x })
	try("v79", func() { x := &T{x: s3[nine], s: s3[nine:]}; _ = x })
	try("v80", func() { x := &T{x: s3[nine], s: nilt.s}; _ = x })
	gen(s3, nil, 9)
	gen([]string{}, nil, 9)
	genf[int](nil, 1, s3, 9)
	(&G[int]{}).call(9)
	(*G[string])(nil).call(9)
}
