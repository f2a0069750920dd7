package sync

// What follows stands in, when Go's own tests run on this package, for what they see of the inside of Go's.

func Runtime_Semacquire(s *uint32) { acquire(s, false, waitGroup) }

func Runtime_Semrelease(s *uint32, handoff bool, skipframes int) { release(s, handoff) }

// Runtime_procPin lets nothing else run on the P of the caller.
func Runtime_procPin() int { return int(pin()) }

func Runtime_procUnpin() { unpin() }

func pin() int32

func unpin()
