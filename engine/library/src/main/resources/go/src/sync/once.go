package sync

import "sync/atomic"

// Once does something once.
type Once struct {
	_    noCopy
	done atomic.Bool
	m    Mutex
}

// Do calls f if it is the first call. All calls return only after f has.
func (o *Once) Do(f func()) {
	if !o.done.Load() {
		o.first(f)
	}
}

func (o *Once) first(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if !o.done.Load() {
		defer o.done.Store(true)
		f()
	}
}

// result is what a function that is called once came to.
type result[T any] struct {
	once  Once
	f     func() T // nil when it was called
	valid bool     // it returned
	value T
	cause any // else what it panicked with
}

// get calls f the first time, and panics each time where f did.
func (r *result[T]) get() T {
	if !r.once.done.Load() {
		r.once.first(r.call)
	}
	if !r.valid {
		panic(r.cause)
	}
	return r.value
}

func (r *result[T]) call() {
	defer func() {
		r.f = nil
		if !r.valid {
			r.cause = recover()
			panic(r.cause)
		}
	}()
	r.value = r.f()
	r.valid = true
}

// called is the result of a function without one.
type called struct {
	once  Once
	f     func()
	valid bool
	cause any
}

func (r *called) do() {
	if !r.once.done.Load() {
		r.once.first(r.call)
	}
	if !r.valid {
		panic(r.cause)
	}
}

func (r *called) call() {
	defer func() {
		r.f = nil
		if !r.valid {
			r.cause = recover()
			panic(r.cause)
		}
	}()
	r.f()
	r.valid = true
}

// OnceFunc returns a function that calls f at its first call only. Where f panics, each call does.
func OnceFunc(f func()) func() {
	r := &called{f: f}
	return r.do
}

// OnceValue is OnceFunc for a function with a result, which each call returns.
func OnceValue[T any](f func() T) func() T {
	r := &result[T]{f: f}
	return r.get
}

// pair is two results.
type pair[T1, T2 any] struct {
	once  Once
	f     func() (T1, T2)
	valid bool
	one   T1
	two   T2
	cause any
}

func (r *pair[T1, T2]) get() (T1, T2) {
	if !r.once.done.Load() {
		r.once.first(r.call)
	}
	if !r.valid {
		panic(r.cause)
	}
	return r.one, r.two
}

func (r *pair[T1, T2]) call() {
	defer func() {
		r.f = nil
		if !r.valid {
			r.cause = recover()
			panic(r.cause)
		}
	}()
	r.one, r.two = r.f()
	r.valid = true
}

// OnceValues is OnceValue for two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	r := &pair[T1, T2]{f: f}
	return r.get
}
