package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

type num interface{ ~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64 }
type whole interface{ ~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 }
type text interface{ ~string | ~[]byte }
type setter[T any] interface {
	*T
	set(string)
}
type named interface{ name() string }
type i8 int8
type str string
type bytes []byte
type list[T any] struct {
	head T
	tail *list[T]
}
type tree[K cmp.Ordered, V any] struct {
	l, r *tree[K, V]
	k    K
	v    V
}
type box[T any] struct{ v T }
type twin[A, B any] struct {
	box[A]
	second box[B]
}
type vec[T any] = []T
type table[V any] = map[string]V
type fn[A, R any] func(A) R
type user struct{ n string }
type counter[T num] struct {
	mu  sync.Mutex
	sum T
	n   int
}
type stack[S ~[]E, E any] struct{ s S }

func (u *user) set(s string)   { u.n = "<" + s + ">" }
func (u user) name() string    { return u.n }
func (b box[T]) get() T        { return b.v }
func (b *box[T]) put(v T) *box[T] { b.v = v; return b }
func (b box[T]) name() string  { return fmt.Sprintf("%T", b) }
func (l *list[T]) push(v T) *list[T] { return &list[T]{v, l} }
func (l *list[T]) all() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for ; l != nil; l = l.tail {
			if !yield(i, l.head) {
				return
			}
			i++
		}
	}
}
func (t *tree[K, V]) put(k K, v V) *tree[K, V] {
	switch {
	case t == nil:
		return &tree[K, V]{k: k, v: v}
	case k < t.k:
		t.l = t.l.put(k, v)
	case k > t.k:
		t.r = t.r.put(k, v)
	default:
		t.v = v
	}
	return t
}
func (t *tree[K, V]) walk(yield func(K, V) bool) bool {
	return t == nil || t.l.walk(yield) && yield(t.k, t.v) && t.r.walk(yield)
}
func (t *tree[K, V]) all() iter.Seq2[K, V] { return func(yield func(K, V) bool) { t.walk(yield) } }
func (f fn[A, R]) apply(a ...A) (r []R) {
	for _, x := range a {
		r = append(r, f(x))
	}
	return
}
func (c *counter[T]) add(v T) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.sum += v
	c.n++
}
func (s *stack[S, E]) push(e ...E) *stack[S, E] { s.s = append(s.s, e...); return s }
func (s *stack[S, E]) pop() (e E, ok bool) {
	if n := len(s.s); n > 0 {
		e, s.s = s.s[n-1], s.s[:n-1]
		return e, true
	}
	return
}
func made[T any, P setter[T]](s ...string) (r []T) {
	for _, x := range s {
		var t T
		P(&t).set(x)
		r = append(r, t)
	}
	return
}
func conv[A, B num](a A) B { return B(a) }
func arith[T whole](a, b T) (r []T) {
	defer func() {
		if e := recover(); e != nil {
			say(e)
			r = append(r, 0)
		}
	}()
	r = append(r, a+b, a-b, a*b, -a, ^a, a&b, a|b, a^b, a&^b, a<<3, a>>1, a<<(b&15), a>>(b&31))
	r = append(r, min(a, b), max(a, b, 3))
	return append(r, a/b, a%b)
}
func floats[T ~float32 | ~float64](a, b T) []T { return []T{a + b, a - b, a * b, a / b, -a, a*b + a, min(a, b), max(a, b)} }
func cut[T text](s T, i, j int) (r T, n int) {
	defer func() {
		if e := recover(); e != nil {
			say(e)
		}
	}()
	for k := range len(s) {
		n += int(s[k])
	}
	return s[i:j], n
}
func kind[T any](x T) string {
	switch v := any(x).(type) {
	case nil:
		return "nil"
	case int, i8:
		return fmt.Sprint("int ", v)
	case string:
		return "string " + v
	case []T:
		return "slice of itself"
	case box[T]:
		return "box of itself"
	case box[int]:
		return fmt.Sprint("box ", v.v)
	case interface{ get() T }:
		return "getter of itself"
	case named:
		return "named " + v.name()
	case error:
		return "error " + v.Error()
	case func(T) T:
		return "function"
	}
	type local struct{ x T }
	return fmt.Sprintf("%T", local{x})
}
func reduce[T, A any](s iter.Seq[T], a A, f func(A, T) A) A {
	for v := range s {
		a = f(a, v)
	}
	return a
}
func filter[T any](s iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		defer say("filter ends")
		for v := range s {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}
func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}
func same[T comparable](a, b T) (r any) {
	defer func() {
		if e := recover(); e != nil {
			r = e
		}
	}()
	return a == b
}
func grouped[K comparable, V any, S ~[]V](s S, f func(V) K) map[K]S {
	m := make(map[K]S)
	for _, v := range s {
		m[f(v)] = append(m[f(v)], v)
	}
	return m
}
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
func sink[C ~chan<- T | ~chan T, T any](c C, v ...T) {
	for _, x := range v {
		c <- x
	}
	close(c)
}
func say(a ...any) { os.Stderr.WriteString(fmt.Sprintln(a...)) }
func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			say("panic:", r)
		}
	}()
	f()
}

type animal interface {
	named
	sound() string
}
type base struct{ id int }
type dog struct {
	*base
	user
	loud bool
}
type pup struct {
	dog
	named
}
type wolf struct {
	animal
	base
}

func (b *base) next() int     { b.id++; return b.id }
func (b base) number() int    { return b.id * 10 }
func (d dog) sound() string   { return fmt.Sprint("wuff", d.loud, d.number()) }
func (d *dog) shout()         { d.loud = true }
func (p pup) name() string    { return "pup " + p.dog.name() }
func (w wolf) sound() string  { return "howl " + w.animal.sound() }

var (
	_ = context.Background
	_ = errors.New
	_ = maps.Keys[map[int]int]
	_ = slices.Sort[[]int]
	_ strings.Builder
	_ atomic.Int64
)

