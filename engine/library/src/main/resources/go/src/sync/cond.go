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

	waiters waiterList
	self    atomic.Uintptr // its address at the first use
}

// waiterList counts tickets that were taken and tickets that were notified; who waits is known to the engine.
type waiterList struct{ taken, notified uint32 }

//go:noescape
func takeTicket(list *waiterList) uint32

//go:noescape
func awaitTicket(list *waiterList, ticket uint32)

//go:noescape
func notifyWaiters(list *waiterList, all bool)

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
	ticket := takeTicket(&c.waiters)
	c.L.Unlock()
	awaitTicket(&c.waiters, ticket)
	c.L.Lock()
}

// Signal wakes the one that has waited longest, if any.
func (c *Cond) Signal() {
	c.checkCopy()
	notifyWaiters(&c.waiters, false)
}

// Broadcast wakes all that wait.
func (c *Cond) Broadcast() {
	c.checkCopy()
	notifyWaiters(&c.waiters, true)
}
