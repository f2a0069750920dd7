package sync

import "sync/atomic"

// RWMutex is locked by any number of readers or by one writer. A writer that waits keeps new readers out.
type RWMutex struct {
	writers  Mutex
	readers  atomic.Int32 // their number; less writing while there is, or waits, a writer
	leaving  atomic.Int32 // readers that the writer waits for
	readGate uint32       // semaphore of readers that wait for the writer
	lastGate uint32       // semaphore of the writer that waits for readers
}

const writing = 1 << 30

// RLock locks for reading.
func (rw *RWMutex) RLock() {
	if rw.readers.Add(1) < 0 {
		acquire(&rw.readGate, false, waitReaders)
	}
}

// TryRLock locks for reading if that is possible at once, and reports whether it was.
func (rw *RWMutex) TryRLock() bool {
	for {
		n := rw.readers.Load()
		if n < 0 {
			return false
		}
		if rw.readers.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

// RUnlock undoes one RLock.
func (rw *RWMutex) RUnlock() {
	n := rw.readers.Add(-1)
	if n >= 0 {
		return
	}
	if n == -1 || n == -writing-1 {
		fatal("sync: RUnlock of unlocked RWMutex")
	}
	if rw.leaving.Add(-1) == 0 {
		release(&rw.lastGate, false)
	}
}

// Lock locks for writing.
func (rw *RWMutex) Lock() {
	rw.writers.Lock()
	inside := rw.readers.Add(-writing) + writing
	if inside != 0 && rw.leaving.Add(inside) != 0 {
		acquire(&rw.lastGate, false, waitWriter)
	}
	if told {
		took(&rw.readGate)
	}
}

// TryLock locks for writing if that is possible at once, and reports whether it was.
func (rw *RWMutex) TryLock() bool {
	if !rw.writers.TryLock() {
		return false
	}
	if rw.readers.CompareAndSwap(0, -writing) {
		return true
	}
	rw.writers.Unlock()
	return false
}

// Unlock undoes Lock.
func (rw *RWMutex) Unlock() {
	if told {
		gave(&rw.readGate)
	}
	waiting := rw.readers.Add(writing)
	if waiting >= writing {
		fatal("sync: Unlock of unlocked RWMutex")
	}
	for range waiting {
		release(&rw.readGate, false)
	}
	rw.writers.Unlock()
}

type readLocker RWMutex

func (r *readLocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *readLocker) Unlock() { (*RWMutex)(r).RUnlock() }

// RLocker returns a Locker that locks for reading.
func (rw *RWMutex) RLocker() Locker { return (*readLocker)(rw) }
