package syscall

//go:noescape
func mkdir(files int32, path string, mode uint32) (errno int32)

//go:noescape
func remove(files int32, path string, directory bool) (errno int32)

//go:noescape
func rename(files int32, from, to string) (errno int32)

//go:noescape
func link(files int32, from, to string, symbolic bool) (errno int32)

//go:noescape
func readLink(files int32, path string) (target string, errno int32)

//go:noescape
func chmod(files int32, path string, mode uint32) (errno int32)

//go:noescape
func times(files int32, path string, access, change int64) (errno int32)

// list returns names, each ended by a zero byte.
//
//go:noescape
func list(files int32, path string) (names string, errno int32)

//go:noescape
func chdir(files int32, path string) (errno int32)

func getwd(files int32) string

func pathOf(files, fd int32) (path string, errno int32)

// Mkdir makes a directory.
func Mkdir(path string, mode uint32) error { return asError(mkdir(files, path, mode)) }

// Unlink removes a file.
func Unlink(path string) error { return asError(remove(files, path, false)) }

// Rmdir removes an empty directory.
func Rmdir(path string) error { return asError(remove(files, path, true)) }

// Rename moves a file.
func Rename(from, to string) error { return asError(rename(files, from, to)) }

// Link makes another name for a file.
func Link(path, link_ string) error { return asError(link(files, path, link_, false)) }

// Symlink makes a symbolic link.
func Symlink(path, link_ string) error { return asError(link(files, path, link_, true)) }

// Readlink reads where a symbolic link points to.
func Readlink(path string, buf []byte) (n int, err error) {
	target, errno := readLink(files, path)
	return copy(buf, target), asError(errno)
}

// Chmod sets the rights of a file.
func Chmod(path string, mode uint32) error { return asError(chmod(files, path, mode)) }

func makePipe(files int32, path string, mode uint32) (errno int32)

// Mkfifo makes a pipe that has a name.
func Mkfifo(path string, mode uint32) (err error) { return asError(makePipe(files, path, mode)) }

// Truncate sets the length of a file.
func Truncate(path string, length int64) error {
	fd, err := Open(path, O_WRONLY, 0)
	if err != nil {
		return err
	}
	err = Ftruncate(fd, length)
	if e := Close(fd); err == nil {
		err = e
	}
	return err
}

// UtimesNano sets the times of a file.
func UtimesNano(path string, ts []Timespec) error {
	if len(ts) != 2 {
		return EINVAL
	}
	return asError(times(files, path, ts[0].Nano(), ts[1].Nano()))
}

// ListDirectory returns the names in a directory, in no order. It is for package os.
func ListDirectory(path string) ([]string, error) {
	all, errno := list(files, path)
	var names []string
	begin := 0
	for i := range len(all) {
		if all[i] == 0 {
			names = append(names, all[begin:i])
			begin = i + 1
		}
	}
	return names, asError(errno)
}

// PathOf returns the path that an open file was opened by. It is for package os.
func PathOf(fd int) (string, error) {
	path, errno := pathOf(files, int32(fd))
	return path, asError(errno)
}

// Chdir sets the working directory.
func Chdir(path string) error { return asError(chdir(files, path)) }

// Getwd returns the working directory.
func Getwd() (string, error) { return getwd(files), nil }

// Getcwd is Getwd into a buffer; it counts the zero behind.
func Getcwd(buf []byte) (n int, err error) {
	path := getwd(files)
	if len(path) >= len(buf) {
		return 0, ERANGE
	}
	buf[copy(buf, path)] = 0
	return len(path) + 1, nil
}

// onPath does something with the path that an open file was opened by.
func onPath(fd int, act func(path string) error) error {
	path, err := PathOf(fd)
	if err != nil {
		return err
	}
	return act(path)
}

// Fchdir makes an open directory the working directory.
func Fchdir(fd int) error { return onPath(fd, Chdir) }

// Fchmod sets the rights of an open file.
func Fchmod(fd int, mode uint32) error {
	return onPath(fd, func(path string) error { return Chmod(path, mode) })
}

// Fchown sets owner and group of an open file.
func Fchown(fd int, uid int, gid int) error {
	return onPath(fd, func(path string) error { return Chown(path, uid, gid) })
}

// Fallocate makes an open file so long that a range is within it. It does nothing else: what other modes ask for is an error.
func Fallocate(fd int, mode uint32, off int64, length int64) (err error) {
	if mode != 0 {
		return EOPNOTSUPP
	}
	if off < 0 || length <= 0 {
		return EINVAL
	}
	var info Stat_t
	if err := Fstat(fd, &info); err != nil || info.Size >= off+length {
		return err
	}
	return Ftruncate(fd, off+length)
}
