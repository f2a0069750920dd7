// Package sync has locks and other means by which goroutines wait for each other. None of its values may be copied after
// the first use.
package sync

import "sync/atomic"

// Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

type noCopy struct{}

func (*noCopy) Lock() {}

func (*noCopy) Unlock() {}

// Mutex lets one goroutine at a time pass from Lock to Unlock.
//
// state holds three bits and above them the number of goroutines that wait. A goroutine that is woken competes with those that come
// along, which mostly win, since they run already. One that has waited for longer than a millisecond makes the mutex
// starving: then Unlock hands it straight to the first that waits, and who comes along goes to the end of the queue. The last that
// waits, or one that waited less than a millisecond, ends that.
type Mutex struct {
	state int32
	sema  uint32
}

const (
	isLocked   int32 = 1 << iota
	isAwake          // somebody is trying already: Unlock need not wake another
	isStarving       // Unlock hands over
	oneWaiter

	patienceNanos = 1_000_000
)

// TryLock locks m if it is free, and reports whether it did.
func (m *Mutex) TryLock() bool {
	old := atomic.LoadInt32(&m.state)
	if old&(isLocked|isStarving) != 0 || !atomic.CompareAndSwapInt32(&m.state, old, old|isLocked) {
		return false
	}
	if told {
		took(&m.sema)
	}
	return true
}

// Lock waits until m is free and locks it.
func (m *Mutex) Lock() {
	if !atomic.CompareAndSwapInt32(&m.state, 0, isLocked) {
		m.lockSlow()
	}
	if told {
		took(&m.sema)
	}
}

func (m *Mutex) lockSlow() {
	var since int64 // when it began to wait
	starving, awake := false, false
	turns := int32(0)
	for {
		old := atomic.LoadInt32(&m.state)
		if old&(isLocked|isStarving) == isLocked && spinWorthwhile(turns) {
			if !awake && old&isAwake == 0 && old >= oneWaiter && atomic.CompareAndSwapInt32(&m.state, old, old|isAwake) {
				awake = true
			}
			spin()
			turns++
			continue
		}
		next := old
		if old&isStarving == 0 {
			next |= isLocked
		}
		if old&(isLocked|isStarving) != 0 {
			next += oneWaiter
		}
		if starving && old&isLocked != 0 {
			next |= isStarving
		}
		if awake {
			next &^= isAwake
		}
		if !atomic.CompareAndSwapInt32(&m.state, old, next) {
			continue
		}
		if old&(isLocked|isStarving) == 0 {
			return
		}
		again := since != 0
		if !again {
			since = nanotime()
		}
		acquire(&m.sema, again, waitMutex)
		starving = starving || nanotime()-since > patienceNanos
		if atomic.LoadInt32(&m.state)&isStarving != 0 {
			m.takeOver(starving)
			return
		}
		awake, turns = true, 0
	}
}

// takeOver completes a hand-over: the mutex is this goroutine's, but state does not say so yet.
func (m *Mutex) takeOver(starving bool) {
	delta := isLocked - oneWaiter
	if !starving || atomic.LoadInt32(&m.state)/oneWaiter == 1 {
		delta -= isStarving
	}
	atomic.AddInt32(&m.state, delta)
}

// Unlock lets the next one pass.
func (m *Mutex) Unlock() {
	if told {
		gave(&m.sema)
	}
	if left := atomic.AddInt32(&m.state, -isLocked); left != 0 {
		m.unlockSlow(left)
	}
}

func (m *Mutex) unlockSlow(left int32) {
	if (left+isLocked)&isLocked == 0 {
		fatal("sync: unlock of unlocked mutex")
	}
	if left&isStarving != 0 {
		release(&m.sema, true)
		return
	}
	for left >= oneWaiter && left&(isLocked|isAwake|isStarving) == 0 {
		if atomic.CompareAndSwapInt32(&m.state, left, (left-oneWaiter)|isAwake) {
			release(&m.sema, false)
			return
		}
		left = atomic.LoadInt32(&m.state)
	}
}
