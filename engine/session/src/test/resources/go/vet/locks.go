package main

import (
	"sync"
	"sync/atomic"
)

type guarded struct {
	mu sync.Mutex
	n  int
}

type outer struct {
	g guarded
}

type custom struct{}

func (*custom) Lock()   {}
func (*custom) Unlock() {}

func byValue(g guarded) int    { return g.n }
func byPointer(g *guarded) int { return g.n }
func (g guarded) method()      {}
func (o *outer) get() guarded  { return o.g }
func wg(w sync.WaitGroup)      {}

func main() {
	var a guarded
	b := a
	var c = a
	c = b
	_ = c.n
	_ = b
	var o outer
	o2 := o
	p := &a
	d := *p
	byValue(a)
	byPointer(&a)
	list := []guarded{a, {}}
	for _, g := range list {
		_ = g.n
	}
	for i, g := range list {
		_, _ = i, g.n
	}
	for i := range list {
		_ = i
	}
	var arr [2]sync.Mutex
	arr2 := arr
	m := map[string]guarded{"x": a}
	for k, v := range m {
		_, _ = k, v.n
	}
	f := func(g guarded) {}
	f(a)
	var once sync.Once
	once2 := once
	var w sync.WaitGroup
	w2 := w
	var cu custom
	cu2 := cu
	var ai atomic.Int64
	ai2 := ai
	var rw sync.RWMutex
	rw2 := rw
	var pool sync.Pool
	pool2 := pool
	var cond sync.Cond
	cond2 := cond
	var sm sync.Map
	sm2 := sm
	var v atomic.Value
	v2 := v
	z := guarded{}
	y := o.get()
	var iface any = a
	ch := make(chan guarded, 1)
	ch <- a
	println(len(arr), a.n)
	_, _, _, _, _, _, _, _, _, _ = d, o2.g.n, arr2, once2, w2, cu2, ai2, rw2, pool2, cond2
	_, _, _, _, _ = sm2, v2, z, y, iface
}
