package sync

// Why a goroutine waits, as the native part numbers it.
const (
	waitMutex int32 = iota
	waitReaders
	waitWriter
	waitGroup
)

// acquire waits until *sema is positive and lowers it by 1. first: in front of those that wait.
//
//go:noescape
func acquire(sema *uint32, first bool, reason int32)

// release raises *sema by 1 and wakes one that waits. handOver: that one gets the semaphore, and runs at once.
//
//go:noescape
func release(sema *uint32, handOver bool)

// spinWorthwhile reports whether a lock may come free sooner than a switch would take.
func spinWorthwhile(turns int32) bool

// spin waits for a moment.
func spin()

func nanotime() int64

// fatal ends the program with an error that cannot be recovered.
func fatal(message string)
