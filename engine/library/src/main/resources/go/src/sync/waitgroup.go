package sync

import "sync/atomic"

// WaitGroup counts what is still to be done; Wait waits until the count is 0.
type WaitGroup struct {
	_     noCopy
	state atomic.Uint64 // the count above, the number of goroutines in Wait below
	sema  uint32
}

// Add changes the count.
func (wg *WaitGroup) Add(delta int) {
	state := wg.state.Add(uint64(delta) << 32)
	count, waiters := int32(state>>32), uint32(state)
	if count < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if waiters != 0 && delta > 0 && count == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if count > 0 || waiters == 0 {
		return
	}
	// Nobody may add any more, so that the state stands.
	if wg.state.Load() != state {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	wg.state.Store(0)
	for range waiters {
		release(&wg.sema, false)
	}
}

// Done lowers the count by 1.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until the count is 0.
func (wg *WaitGroup) Wait() {
	for {
		state := wg.state.Load()
		if int32(state>>32) == 0 {
			return
		}
		if wg.state.CompareAndSwap(state, state+1) {
			acquire(&wg.sema, false, waitGroup)
			if wg.state.Load() != 0 {
				panic("sync: WaitGroup is reused before previous Wait has returned")
			}
			return
		}
	}
}

// Go runs f in a new goroutine and counts it.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer func() {
			if x := recover(); x != nil {
				panic(x) // the program ends before a Done could let it go on
			}
			wg.Done()
		}()
		f()
	}()
}
