package syscall

import (
	"sync"
	_ "unsafe" // for go:linkname
)

func duplicate(files, fd int32) (copied, errno int32)

func crashOutput(files, fd int32)

// Dup gives an open file a second number.
func Dup(oldfd int) (fd int, err error) {
	copied, errno := duplicate(files, int32(oldfd))
	if errno != 0 {
		return -1, Errno(errno)
	}
	return int(copied), nil
}

var crash = struct {
	sync.Mutex
	fd int
}{fd: -1}

// setCrashOutput has reports of crashes written to a file, too, whose number may be closed at once; a negative number for no file.
//
//go:linkname setCrashOutput runtime/debug.setCrashOutput
func setCrashOutput(fd int) error {
	crash.Lock()
	defer crash.Unlock()
	own := -1
	if fd >= 0 {
		var err error
		if own, err = Dup(fd); err != nil {
			return err
		}
	}
	crashOutput(files, int32(own))
	if crash.fd >= 0 {
		Close(crash.fd)
	}
	crash.fd = own
	return nil
}
