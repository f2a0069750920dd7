package unix

import "syscall"

// at returns the path of a name below an open directory.
func at(dirfd int, path string) (string, error) {
	if dirfd == AT_FDCWD || path != "" && path[0] == '/' {
		return path, nil
	}
	dir, err := syscall.PathOf(dirfd)
	return dir + "/" + path, err
}

// Fstatat describes a file below an open directory.
func Fstatat(dirfd int, path string, stat *syscall.Stat_t, flags int) error {
	full, err := at(dirfd, path)
	if err != nil {
		return err
	}
	if flags&AT_SYMLINK_NOFOLLOW != 0 {
		return syscall.Lstat(full, stat)
	}
	return syscall.Stat(full, stat)
}

// Unlinkat removes a file below an open directory.
func Unlinkat(dirfd int, path string, flags int) error {
	full, err := at(dirfd, path)
	switch {
	case err != nil:
		return err
	case flags&AT_REMOVEDIR != 0:
		return syscall.Rmdir(full)
	}
	return syscall.Unlink(full)
}

// Openat opens a file below an open directory.
func Openat(dirfd int, path string, flags int, perm uint32) (int, error) {
	full, err := at(dirfd, path)
	if err != nil {
		return -1, err
	}
	return syscall.Open(full, flags, perm)
}

// Mkdirat makes a directory below an open one.
func Mkdirat(dirfd int, path string, mode uint32) error {
	full, err := at(dirfd, path)
	if err != nil {
		return err
	}
	return syscall.Mkdir(full, mode)
}
