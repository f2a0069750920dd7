package sync

// Why a goroutine waits, as the native part numbers it.
const (
	waitMutex int32 = iota
	waitReaders
	waitWriter
	waitGroup
	waitAnything
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

// told: somebody watches the program and wants to know who holds a lock.
var told = watched()

// watched reports whether who holds a lock is to be told.
func watched() bool

// took tells that this goroutine holds the lock for which others wait at sema.
//
//go:noescape
func took(sema *uint32)

// gave tells that nobody holds it any more.
//
//go:noescape
func gave(sema *uint32)

func nanotime() int64

// fatal ends the program with an error that cannot be recovered.
func fatal(message string)

// semacquire and semrelease are for semaphores that no lock of this package has: package poll of an installed Go names them.
func semacquire(sema *uint32) { acquire(sema, false, waitAnything) }

func semrelease(sema *uint32) { release(sema, false) }
