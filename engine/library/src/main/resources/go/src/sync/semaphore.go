package sync

// Why a goroutine waits: ordinals of the engine's enumeration WaitReason, by name.
const (
	waitMutex int32 = iota
	waitReaders
	waitWriter
	waitCond
	waitGroup
	waitAny
)

// queues stands for the queues of goroutines that wait for semaphores, by the semaphores' addresses.
var queues = newQueues()

func newQueues() int32

// acquire waits until *sema is positive and lowers it by 1. first: in front of those that wait.
func acquire(sema *uint32, first bool, reason int32) { acquireIn(queues, sema, first, reason) }

func acquireIn(queues int32, sema *uint32, first bool, reason int32)

// release raises *sema by 1 and wakes one that waits. handOver: that one gets the semaphore, and runs at once.
func release(sema *uint32, handOver bool) { releaseIn(queues, sema, handOver) }

func releaseIn(queues int32, sema *uint32, handOver bool)

// spinWorthwhile reports whether a lock may come free sooner than a switch would take.
func spinWorthwhile(turns int32) bool

// spin waits for a moment.
func spin()

func nanotime() int64

// fatal ends the program with an error that cannot be recovered.
func fatal(message string)
