package sync

import (
	"sync/atomic"
	"unsafe"
)

// Cond lets goroutines wait for an event that others announce.
type Cond struct {
	_ noCopy

	// L is held while the condition is looked at or changed.
	L Locker

	lock        Mutex
	first, last *condWaiter
	self        atomic.Uintptr // its address at the first use
}

type condWaiter struct {
	next *condWaiter
	sema uint32
}

// NewCond returns a Cond with the lock l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

func (c *Cond) checkCopy() {
	own := uintptr(unsafe.Pointer(c))
	if c.self.Load() != own && !c.self.CompareAndSwap(0, own) && c.self.Load() != own {
		panic("sync.Cond is copied")
	}
}

// Wait unlocks c.L, waits for Signal or Broadcast, and locks c.L again.
func (c *Cond) Wait() {
	c.checkCopy()
	w := new(condWaiter)
	c.lock.Lock()
	if c.last == nil {
		c.first = w
	} else {
		c.last.next = w
	}
	c.last = w
	c.lock.Unlock()
	c.L.Unlock()
	acquire(&w.sema, false, waitCond)
	c.L.Lock()
}

// Signal wakes the one that has waited longest, if any.
func (c *Cond) Signal() {
	c.checkCopy()
	c.lock.Lock()
	w := c.first
	if w != nil {
		if c.first = w.next; c.first == nil {
			c.last = nil
		}
	}
	c.lock.Unlock()
	if w != nil {
		release(&w.sema, false)
	}
}

// Broadcast wakes all that wait.
func (c *Cond) Broadcast() {
	c.checkCopy()
	c.lock.Lock()
	w := c.first
	c.first, c.last = nil, nil
	c.lock.Unlock()
	for ; w != nil; w = w.next {
		release(&w.sema, false)
	}
}
