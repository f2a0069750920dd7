// Package netpoll parks goroutines until sockets are ready, for package poll of an installed Go. Modes are 'r', 'w', or their sum.
package netpoll

import "sync"

// poller stands for the poller of the run.
var poller int32

var once sync.Once

func start() int32

func open(poller, number int32) (id int64, errno int32)

func close(poller int32, id int64)

func reset(poller int32, id int64, mode int32) (problem int32)

func await(poller int32, id int64, mode int32, heedless bool) (problem int32)

func deadline(poller int32, id, nanos int64, mode int32)

func unblock(poller int32, id int64)

func owns(poller, number int32) bool

// Start starts the poller, once.
func Start() { once.Do(func() { poller = start() }) }

// Open begins to watch a socket by its number of the host.
func Open(number int32) (id uintptr, errno int) {
	n, e := open(poller, number)
	return uintptr(n), int(e)
}

// Close ends that.
func Close(id uintptr) { close(poller, int64(id)) }

// Reset forgets that a socket was ready. The problem is 1 for one that is closing, 2 where time is up, or 0.
func Reset(id uintptr, mode int) (problem int) { return int(reset(poller, int64(id), int32(mode))) }

// Wait parks until the socket is ready, or there is a problem, as Reset tells it.
func Wait(id uintptr, mode int) (problem int) {
	return int(await(poller, int64(id), int32(mode), false))
}

// WaitCanceled parks until the socket is ready, whatever the problem.
func WaitCanceled(id uintptr, mode int) {
	for await(poller, int64(id), int32(mode), true) != 0 {
	}
}

// SetDeadline sets when waiting ends: in so many nanoseconds, at once if negative, never if 0.
func SetDeadline(id uintptr, nanos int64, mode int) {
	deadline(poller, int64(id), nanos, int32(mode))
}

// Unblock wakes all who wait, for good.
func Unblock(id uintptr) { unblock(poller, int64(id)) }

// Owns reports whether a number of the host is one of the poller's own.
func Owns(number int32) bool { return poller != 0 && owns(poller, number) }
