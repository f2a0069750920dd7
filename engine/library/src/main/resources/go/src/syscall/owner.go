package syscall

func chown(files int32, path string, uid, gid int32, follow bool) (errno int32)

// Chown sets owner and group of a file; -1 leaves one as it is.
func Chown(path string, uid, gid int) error {
	return asError(chown(files, path, int32(uid), int32(gid), true))
}

// Lchown is Chown that does not follow a link.
func Lchown(path string, uid, gid int) error {
	return asError(chown(files, path, int32(uid), int32(gid), false))
}

// RawConn gives access to the number of an open file.
type RawConn interface {
	// Control calls f with the number.
	Control(f func(fd uintptr)) error
	// Read calls f until it returns true.
	Read(f func(fd uintptr) (done bool)) error
	// Write calls f until it returns true.
	Write(f func(fd uintptr) (done bool)) error
}

// Conn is something with such a number.
type Conn interface {
	SyscallConn() (RawConn, error)
}
