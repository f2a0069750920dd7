package poll

import (
	"internal/netpoll"
	"os"
	"syscall"
	"time"
	"unsafe"
)

// ErrDeadlineExceeded is the error that package os shows.
var ErrDeadlineExceeded = os.ErrDeadlineExceeded

var started = time.Now()

func runtimeNano() int64 { return int64(time.Since(started)) }

func runtime_pollServerInit() { netpoll.Start() }

//go:linkname hostSocket syscall.hostSocket
func hostSocket(fd int) (number, errno int32)

func runtime_pollOpen(fd uintptr) (uintptr, int) {
	number, errno := hostSocket(int(fd))
	if syscall.Errno(errno) == syscall.ENOTSOCK {
		return 0, int(syscall.EPERM)
	}
	if errno != 0 {
		return 0, int(errno)
	}
	return netpoll.Open(number)
}

func runtime_pollClose(ctx uintptr) { netpoll.Close(ctx) }

func runtime_pollWait(ctx uintptr, mode int) int { return netpoll.Wait(ctx, mode) }

func runtime_pollWaitCanceled(ctx uintptr, mode int) { netpoll.WaitCanceled(ctx, mode) }

func runtime_pollReset(ctx uintptr, mode int) int { return netpoll.Reset(ctx, mode) }

func runtime_pollSetDeadline(ctx uintptr, d int64, mode int) { netpoll.SetDeadline(ctx, d, mode) }

func runtime_pollUnblock(ctx uintptr) { netpoll.Unblock(ctx) }

func runtime_isPollServerDescriptor(fd uintptr) bool {
	number, errno := hostSocket(int(fd))
	return errno == 0 && netpoll.Owns(number)
}

//go:linkname runtime_Semacquire sync.semacquire
func runtime_Semacquire(sema *uint32)

//go:linkname runtime_Semrelease sync.semrelease
func runtime_Semrelease(sema *uint32)

//go:linkname writeParts syscall.writeParts
func writeParts(fd int, list [][]byte) (n int, err error)

func writev(fd int, iovecs []syscall.Iovec) (uintptr, error) {
	list := make([][]byte, len(iovecs))
	for i, v := range iovecs {
		list[i] = unsafe.Slice(v.Base, int(v.Len))
	}
	n, err := writeParts(fd, list)
	return uintptr(max(n, 0)), err
}

// Splice moves nothing: files and sockets of a run have no pipes of the host between them.
func Splice(dst, src *FD, remain int64) (written int64, handled bool, err error) {
	return 0, false, nil
}

func splice(out int, in int, max int, flags int) (int, error) { return 0, syscall.EINVAL }

func newPipe() *splicePipe { return nil }

func copyFileRange(dst, src *FD, max int) (int64, error) { return 0, syscall.ENOSYS }

// CopyFileRange copies nothing: the files of a run are not the host's.
func CopyFileRange(dst, src *FD, remain int64) (written int64, handled bool, err error) {
	return 0, false, nil
}
