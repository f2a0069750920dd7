package iter

import "runtime"

// coroutine runs an iterator in a goroutine of its own, in turns with who pulls: only one of the two runs at a time.
type coroutine struct {
	turn     chan struct{} // to the iterator
	back     chan struct{} // from the iterator
	started  bool
	inside   bool // the iterator has the turn
	finished bool
	cause    any // what it panicked with
	panicked bool
	exited   bool // its goroutine ended by Goexit
}

func newCoroutine() *coroutine {
	return &coroutine{turn: make(chan struct{}), back: make(chan struct{})}
}

// run is the goroutine.
func (c *coroutine) run(body func()) {
	returned := false
	defer func() {
		if !returned {
			if c.cause = recover(); c.cause != nil {
				c.panicked = true
			} else {
				c.exited = true
			}
		}
		c.finished = true
		c.inside = false
		c.back <- struct{}{}
	}()
	body()
	returned = true
}

// resume gives the iterator the turn until it yields or ends.
func (c *coroutine) resume(body func()) {
	if c.inside {
		panic("iter.Pull: next called again before yield")
	}
	c.inside = true
	if !c.started {
		c.started = true
		go c.run(body)
	} else {
		c.turn <- struct{}{}
	}
	<-c.back
	if c.panicked {
		c.panicked = false
		panic(c.cause)
	}
	if c.exited {
		c.exited = false
		runtime.Goexit()
	}
}

// yield gives the turn back until the next resume.
func (c *coroutine) yield() {
	if !c.inside {
		panic("iter.Pull: yield called again before next")
	}
	c.inside = false
	c.back <- struct{}{}
	<-c.turn
}

// stop ends the iterator: its yield returns false.
func (c *coroutine) stop(body func()) {
	if c.finished {
		return
	}
	c.finished = true
	if c.started {
		c.resume(body)
	}
}

// Pull turns an iterator round: next returns one value after the other, and false at the end. stop ends it early, and must be called where next
// did not return false.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	c := newCoroutine()
	var value V
	var some bool
	body := func() {
		seq(func(v V) bool {
			if c.finished {
				return false
			}
			value, some = v, true
			c.yield()
			return !c.finished
		})
	}
	next = func() (V, bool) {
		var zero V
		if c.finished {
			return zero, false
		}
		some = false
		c.resume(body)
		v, ok := value, some
		value = zero
		return v, ok
	}
	return next, func() { c.stop(body) }
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	c := newCoroutine()
	var key K
	var value V
	var some bool
	body := func() {
		seq(func(k K, v V) bool {
			if c.finished {
				return false
			}
			key, value, some = k, v, true
			c.yield()
			return !c.finished
		})
	}
	next = func() (K, V, bool) {
		var noKey K
		var noValue V
		if c.finished {
			return noKey, noValue, false
		}
		some = false
		c.resume(body)
		k, v, ok := key, value, some
		key, value = noKey, noValue
		return k, v, ok
	}
	return next, func() { c.stop(body) }
}
