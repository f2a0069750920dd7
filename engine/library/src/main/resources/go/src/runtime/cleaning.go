package runtime

import _ "unsafe" // for go:linkname

// finalizersDone reports whether no finalizer or cleanup of a dead object is still to be called or under way.
func finalizersDone() bool

// awaitCleanups lets others run until no cleanup is due, for so many nanoseconds at most. Tests of the standard library call it.
//
//go:linkname awaitCleanups sync_test.runtime_blockUntilEmptyCleanupQueue
func awaitCleanups(nanos int64) bool {
	begin := nanotime()
	for !finalizersDone() {
		if nanotime()-begin > nanos {
			return false
		}
		Gosched()
	}
	return true
}

func nanotime() int64
