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

// outcome is what a function that is called once came to.
type outcome struct {
	once  Once
	valid bool // it returned
	cause any  // else what it panicked with
}

// run calls f the first time, and panics each time where f did.
func (o *outcome) run(f func()) {
	o.once.Do(func() {
		defer func() {
			if !o.valid {
				o.cause = recover()
				panic(o.cause)
			}
		}()
		f()
		o.valid = true
	})
	if !o.valid {
		panic(o.cause)
	}
}

// OnceFunc returns a function that calls f at its first call only. Where f panics, each call does.
func OnceFunc(f func()) func() {
	var o outcome
	return func() {
		o.run(func() {
			f()
			f = nil
		})
	}
}

// OnceValue is OnceFunc for a function with a result, which each call returns.
func OnceValue[T any](f func() T) func() T {
	var o outcome
	var result T
	return func() T {
		o.run(func() {
			result = f()
			f = nil
		})
		return result
	}
}

// OnceValues is OnceValue for two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var o outcome
	var r1 T1
	var r2 T2
	return func() (T1, T2) {
		o.run(func() {
			r1, r2 = f()
			f = nil
		})
		return r1, r2
	}
}
