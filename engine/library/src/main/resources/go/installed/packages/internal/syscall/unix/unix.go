// Package unix gives packages of an installed Go the calls of the system that package syscall does not show.
package unix

import (
	"internal/entropy"
	"syscall"
	_ "unsafe" // for go:linkname
)

// Flags of calls on files in directories.
const (
	AT_EACCESS          = 0x200
	AT_FDCWD            = -0x64
	AT_REMOVEDIR        = 0x200
	AT_SYMLINK_NOFOLLOW = 0x100

	UTIME_OMIT = 0x3ffffffe
)

// Rights that Eaccess asks for.
const (
	R_OK = 0x4
	W_OK = 0x2
	X_OK = 0x1
)

// NoFollowErrno is the error of opening a link that is not to be followed.
const NoFollowErrno = syscall.ELOOP

//go:linkname controlFile syscall.controlFile
func controlFile(fd, command, argument int) (result int, err error)

// Fcntl reads or sets what belongs to an open file.
func Fcntl(fd int, cmd int, arg int) (int, error) { return controlFile(fd, cmd, arg) }

// IsNonblock reports whether calls on a socket do not block.
func IsNonblock(fd int) (nonblocking bool, err error) {
	flags, err := controlFile(fd, syscall.F_GETFL, 0)
	return HasNonblockFlag(flags), err
}

// HasNonblockFlag reports whether flags say that calls do not block.
func HasNonblockFlag(flag int) bool { return flag&syscall.O_NONBLOCK != 0 }

// Eaccess returns an error where the process lacks a right.
func Eaccess(path string, mode uint32) error {
	var info syscall.Stat_t
	if err := syscall.Stat(path, &info); err != nil {
		return err
	}
	if info.Mode>>6&mode == mode || info.Mode>>3&mode == mode || info.Mode&mode == mode {
		return nil
	}
	return syscall.EACCES
}

// GetRandomFlag is a flag of GetRandom.
type GetRandomFlag uintptr

// Flags of GetRandom.
const (
	GRND_NONBLOCK GetRandomFlag = 0x1
	GRND_RANDOM   GetRandomFlag = 0x2
)

// GetRandom fills p with bytes that nobody can guess.
func GetRandom(p []byte, flags GetRandomFlag) (n int, err error) {
	if flags&^(GRND_NONBLOCK|GRND_RANDOM) != 0 {
		return -1, syscall.EINVAL
	}
	for i := 0; i < len(p); {
		word := entropy.Secret()
		for range min(8, len(p)-i) {
			p[i] = byte(word)
			word >>= 8
			i++
		}
	}
	return len(p), nil
}

// KernelVersion returns the first two numbers of the version of the kernel.
func KernelVersion() (major, minor int) {
	fd, err := syscall.Open("/proc/sys/kernel/osrelease", syscall.O_RDONLY, 0)
	if err != nil {
		return 0, 0
	}
	defer syscall.Close(fd)
	var text [64]byte
	n, _ := syscall.Read(fd, text[:])
	var numbers [2]int
	at := 0
	for _, c := range text[:max(n, 0)] {
		if c < '0' || c > '9' {
			if at++; at == len(numbers) {
				break
			}
			continue
		}
		numbers[at] = numbers[at]*10 + int(c-'0')
	}
	return numbers[0], numbers[1]
}

// KernelVersionGE reports whether the kernel has that version or a later one.
func KernelVersionGE(x, y int) bool {
	major, minor := KernelVersion()
	return major > x || major == x && minor >= y
}
