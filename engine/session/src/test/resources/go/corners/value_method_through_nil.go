package main

type G[A any, B comparable] struct {
	a A
	b B
}

func (g G[A, B]) key() int { return 1 }

type N[T any] struct{ G[T, int] }

type K interface{ key() int }

type S struct{ x [3]int }

func (s S) key() int { return 2 }

type E struct{ *S }

func try(f func()) {
	defer func() { println(recover().(error).Error()) }()
	f()
}

func main() {
	ks := []K{(*G[int8, string])(nil), (*N[int])(nil), (*E)(nil), E{}, &E{}}
	for _, k := range ks {
		try(func() { k.key() })
	}
	try(func() { f := ks[0].key; f() })
	try(func() { f := K.key; f(ks[0]) })
	var g *G[int, int]
	try(func() { g.key() })
	try(func() { f := g.key; f() })
	try(func() { f := (*G[int, int]).key; f(g) })
	type L struct{ S }
	try(func() { K((*L)(nil)).key() })
	ks = []K{(*L)(nil)}
	try(func() { ks[0].key() })
}
