// Package syscall has the calls of the operating system that package os is made of, with the numbers of Linux whatever system the host has.
package syscall

import (
	"internal/oserror"
	"strconv"
)

// Errno is the number of an error.
type Errno uintptr

func (e Errno) Error() string {
	if int(e) > 0 && int(e) < len(errnoTexts) {
		if text := errnoTexts[e]; text != "" {
			return text
		}
	}
	return "errno " + strconv.Itoa(int(e))
}

// Is lets errors.Is know the errors of package os.
func (e Errno) Is(target error) bool {
	switch target {
	case oserror.ErrPermission:
		return e == EACCES || e == EPERM
	case oserror.ErrExist:
		return e == EEXIST || e == ENOTEMPTY
	case oserror.ErrNotExist:
		return e == ENOENT
	case oserror.ErrInvalid:
		return false
	}
	return target.Error() == "unsupported operation" && (e == ENOSYS || e == ENOTSUP || e == EOPNOTSUPP)
}

// Temporary reports whether trying again may help.
func (e Errno) Temporary() bool {
	return e == EINTR || e == EMFILE || e == ENFILE || e.Timeout()
}

// Timeout reports whether time ran out.
func (e Errno) Timeout() bool { return e == EAGAIN || e == ETIMEDOUT }

// Signal is the number of a signal.
type Signal int

// Signal marks the type as one of os.Signal's.
func (s Signal) Signal() {}

func (s Signal) String() string {
	if s > 0 && int(s) < len(signalTexts) {
		if text := signalTexts[s]; text != "" {
			return text
		}
	}
	return "signal " + strconv.Itoa(int(s))
}

// asError returns nil for 0.
func asError(errno int32) error {
	if errno == 0 {
		return nil
	}
	return Errno(errno)
}

// The standard streams.
var (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

const ImplementsGetwd = true

// files stands for the table of open files.
var files = newFiles()

func newFiles() int32

//go:noescape
func open(files int32, path string, flags, mode uint32) (fd, errno int32)

func closeFile(files, fd int32) (errno int32)

//go:noescape
func read(files, fd int32, p []byte, at int64) (n int64, errno int32)

//go:noescape
func write(files, fd int32, p []byte, at int64) (n int64, errno int32)

func seek(files, fd int32, offset int64, whence int32) (at int64, errno int32)

func truncate(files, fd int32, size int64) (errno int32)

func flush(files, fd int32) (errno int32)

func pipe(files int32) (readEnd, writeEnd, errno int32)

// stat describes a file: by its number where fd is not negative.
//
//go:noescape
func stat(files, fd int32, path string, follow bool, to *Stat_t) (errno int32)

// here marks that a read or write is at the file's own place.
const here = -1

// Open opens a file.
func Open(path string, mode int, perm uint32) (fd int, err error) {
	n, errno := open(files, path, uint32(mode), perm)
	return int(n), asError(errno)
}

// Close closes a file.
func Close(fd int) error {
	forgetListing(fd)
	return asError(closeFile(files, int32(fd)))
}

// Read reads at most len(p) bytes; 0 at the end.
func Read(fd int, p []byte) (n int, err error) {
	got, errno := read(files, int32(fd), p, here)
	return int(got), asError(errno)
}

// Pread reads at a place.
func Pread(fd int, p []byte, offset int64) (n int, err error) {
	if offset < 0 {
		return -1, EINVAL
	}
	got, errno := read(files, int32(fd), p, offset)
	return int(got), asError(errno)
}

// Write writes.
func Write(fd int, p []byte) (n int, err error) {
	done, errno := write(files, int32(fd), p, here)
	return int(done), asError(errno)
}

// Pwrite writes at a place.
func Pwrite(fd int, p []byte, offset int64) (n int, err error) {
	if offset < 0 {
		return -1, EINVAL
	}
	done, errno := write(files, int32(fd), p, offset)
	return int(done), asError(errno)
}

// Seek moves the file's own place, from its beginning, that place, or its end.
func Seek(fd int, offset int64, whence int) (off int64, err error) {
	forgetListing(fd)
	at, errno := seek(files, int32(fd), offset, int32(whence))
	return at, asError(errno)
}

// Ftruncate sets the length of a file.
func Ftruncate(fd int, length int64) error { return asError(truncate(files, int32(fd), length)) }

// Fsync writes what is still in memory.
func Fsync(fd int) error { return asError(flush(files, int32(fd))) }

// Pipe makes a pipe.
func Pipe(p []int) error {
	if len(p) != 2 {
		return EINVAL
	}
	r, w, errno := pipe(files)
	p[0], p[1] = int(r), int(w)
	return asError(errno)
}

// Timespec is a time since 1970.
type Timespec struct {
	Sec  int64
	Nsec int64
}

// Unix returns seconds and nanoseconds.
func (ts *Timespec) Unix() (sec int64, nsec int64) { return ts.Sec, ts.Nsec }

// Nano returns all as nanoseconds.
func (ts *Timespec) Nano() int64 { return ts.Sec*1e9 + ts.Nsec }

// Stat_t describes a file.
type Stat_t struct {
	Dev     uint64
	Ino     uint64
	Nlink   uint64
	Mode    uint32
	Uid     uint32
	Gid     uint32
	_       uint32
	Rdev    uint64
	Size    int64
	Blksize int64
	Blocks  int64
	Atim    Timespec
	Mtim    Timespec
	Ctim    Timespec
}

// Stat describes a file.
func Stat(path string, to *Stat_t) error { return asError(stat(files, -1, path, true, to)) }

// Lstat is Stat that does not follow a symbolic link.
func Lstat(path string, to *Stat_t) error { return asError(stat(files, -1, path, false, to)) }

// Fstat describes an open file.
func Fstat(fd int, to *Stat_t) error { return asError(stat(files, int32(fd), "", true, to)) }
