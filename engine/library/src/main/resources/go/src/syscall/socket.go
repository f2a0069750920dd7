package syscall

import (
	"internal/socket"
	"sync"
)

// ForkLock is held by who makes a file that no child is to have, until it is marked so. Children here get the files that they are given
// and no others.
var ForkLock sync.RWMutex

// SocketDisableIPv6 makes Socket refuse IPv6.
var SocketDisableIPv6 bool

// Socket makes a socket.
func Socket(domain, typ, proto int) (fd int, err error) {
	if domain == AF_INET6 && SocketDisableIPv6 {
		return -1, EAFNOSUPPORT
	}
	n, errno := socket.Open(files, domain, typ, proto)
	return int(n), asError(errno)
}

// Socketpair makes two sockets that are connected with each other.
func Socketpair(domain, typ, proto int) (fd [2]int, err error) {
	a, b, errno := socket.Pair(files, domain, typ, proto)
	return [2]int{int(a), int(b)}, asError(errno)
}

// Bind gives a socket its own address.
func Bind(fd int, sa Sockaddr) (err error) {
	b, err := sa.encode()
	if err != nil {
		return err
	}
	return asError(socket.Bind(files, fd, b))
}

// Connect connects a socket.
func Connect(fd int, sa Sockaddr) (err error) {
	b, err := sa.encode()
	if err != nil {
		return err
	}
	return asError(socket.Connect(files, fd, b))
}

// Listen lets a socket be connected to.
func Listen(s int, n int) (err error) { return asError(socket.Listen(files, s, n)) }

// Accept takes a connection.
func Accept(fd int) (nfd int, sa Sockaddr, err error) { return Accept4(fd, 0) }

// Accept4 takes a connection, with flags for its socket.
func Accept4(fd int, flags int) (nfd int, sa Sockaddr, err error) {
	var b [SizeofSockaddrAny]byte
	n, length, errno := socket.Accept(files, fd, b[:], flags)
	if errno != 0 {
		return -1, nil, Errno(errno)
	}
	sa, err = decode(b[:min(int(length), len(b))])
	if err != nil {
		Close(int(n))
		return 0, nil, err
	}
	return int(n), sa, nil
}

func nameOf(fd int, peer bool) (Sockaddr, error) {
	var b [SizeofSockaddrAny]byte
	length, errno := socket.Name(files, fd, peer, b[:])
	if errno != 0 {
		return nil, Errno(errno)
	}
	return decode(b[:min(int(length), len(b))])
}

// Getsockname returns the address of a socket.
func Getsockname(fd int) (sa Sockaddr, err error) { return nameOf(fd, false) }

// Getpeername returns the address of the socket that one is connected with.
func Getpeername(fd int) (sa Sockaddr, err error) { return nameOf(fd, true) }

// Shutdown ends one direction of a connection, or both.
func Shutdown(fd int, how int) (err error) { return asError(socket.Shutdown(files, fd, how)) }

// Recvfrom receives bytes and tells from whom.
func Recvfrom(fd int, p []byte, flags int) (n int, from Sockaddr, err error) {
	var b [SizeofSockaddrAny]byte
	got, length, errno := socket.Receive(files, fd, p, flags, b[:])
	if errno != 0 {
		return -1, nil, Errno(errno)
	}
	if length > 0 {
		from, err = decode(b[:min(int(length), len(b))])
	}
	return int(got), from, err
}

// Sendto sends bytes to an address.
func Sendto(fd int, p []byte, flags int, to Sockaddr) (err error) {
	b, err := to.encode()
	if err != nil {
		return err
	}
	_, errno := socket.Send(files, fd, p, flags, b)
	return asError(errno)
}

// Recvmsg receives bytes and control data.
func Recvmsg(fd int, p, oob []byte, flags int) (n, oobn int, recvflags int, from Sockaddr, err error) {
	var b [SizeofSockaddrAny]byte
	var one [1]byte
	if len(p) == 0 && len(oob) > 0 && !isDatagram(fd) {
		p = one[:] // a stream gives control data with bytes only
	}
	got, figures, errno := socket.ReceiveMessage(files, fd, p, oob, flags, b[:])
	if errno != 0 {
		return -1, 0, 0, nil, Errno(errno)
	}
	if figures[1] > 0 {
		from, err = decode(b[:min(int(figures[1]), len(b))])
	}
	n = int(got)
	if len(p) > 0 && &p[0] == &one[0] {
		n = 0
	}
	return n, int(figures[0]), int(figures[2]), from, err
}

func isDatagram(fd int) bool {
	kind, err := GetsockoptInt(fd, SOL_SOCKET, SO_TYPE)
	return err == nil && kind == SOCK_DGRAM
}

// Sendmsg sends bytes and control data.
func Sendmsg(fd int, p, oob []byte, to Sockaddr, flags int) (err error) {
	_, err = SendmsgN(fd, p, oob, to, flags)
	return err
}

// SendmsgN is Sendmsg, and tells how many bytes it has sent.
func SendmsgN(fd int, p, oob []byte, to Sockaddr, flags int) (n int, err error) {
	var b []byte
	if to != nil {
		if b, err = to.encode(); err != nil {
			return 0, err
		}
	}
	one := len(p) == 0 && len(oob) > 0 && !isDatagram(fd)
	if one {
		p = []byte{0} // a stream takes control data with bytes only
	}
	done, errno := socket.SendMessage(files, fd, p, oob, flags, b)
	if one {
		done = 0
	}
	return int(done), asError(errno)
}

// SetNonblock says whether calls on a socket fail with EAGAIN rather than block. Other files do not know that.
func SetNonblock(fd int, nonblocking bool) (err error) {
	flags, errno := socket.Flags(files, fd)
	if errno != 0 {
		if Errno(errno) == ENOTSOCK && !nonblocking {
			return nil
		}
		return Errno(errno)
	}
	bits := int(flags) &^ O_NONBLOCK
	if nonblocking {
		bits |= O_NONBLOCK
	}
	return asError(socket.SetFlags(files, fd, bits))
}

// CloseOnExec keeps a file from children, which get none but those that they are given.
func CloseOnExec(fd int) {}

// Await blocks until a socket can be read, or written. It is for package os.
func Await(fd int, write bool) error { return asError(socket.Await(files, fd, write)) }

// HostNumber gives the host's number of a socket or pipe to package os.
func HostNumber(fd int) (number int32, err error) {
	n, errno := socket.Number(files, fd)
	return n, asError(errno)
}

// IsNonblocking reports whether calls on a socket or pipe fail with EAGAIN rather than block. It is for package os.
func IsNonblocking(fd int) bool {
	flags, errno := socket.Flags(files, fd)
	return errno == 0 && flags&O_NONBLOCK != 0
}

// hostSocket gives the host's number of a socket to the poller.
func hostSocket(fd int) (number, errno int32) { return socket.Number(files, fd) }

// writeParts sends what lies in several places.
func writeParts(fd int, list [][]byte) (n int, err error) {
	done, errno := socket.SendParts(files, fd, list)
	return int(done), asError(errno)
}

// controlFile does what fcntl does with sockets, and duplicates any file.
func controlFile(fd, command, argument int) (result int, err error) {
	switch command {
	case F_DUPFD, F_DUPFD_CLOEXEC:
		return Dup(fd)
	case F_GETFL:
		flags, errno := socket.Flags(files, fd)
		return int(flags), asError(errno)
	case F_SETFL:
		return 0, asError(socket.SetFlags(files, fd, argument))
	}
	return -1, EINVAL
}

// Sendfile sends what lies in a file, from its own place or another, which moves by what was sent.
func Sendfile(outfd int, infd int, offset *int64, count int) (written int, err error) {
	buffer := make([]byte, min(max(count, 0), 1<<16))
	at := int64(here)
	if offset != nil {
		at = *offset
	}
	got, errno := read(files, int32(infd), buffer, at)
	if errno != 0 {
		return -1, Errno(errno)
	}
	n, errno := socket.Send(files, outfd, buffer[:got], 0, nil)
	written = max(int(n), 0)
	if offset != nil {
		*offset += int64(written)
	} else if int64(written) < got {
		if _, e := Seek(infd, int64(written)-got, 1); e != nil {
			return written, e
		}
	}
	if errno != 0 {
		return -1, Errno(errno)
	}
	return written, nil
}

// Rlimit is a limit of the process: the one in force and the highest.
type Rlimit struct {
	Cur uint64
	Max uint64
}

// Getrlimit tells a limit of the process.
func Getrlimit(resource int, rlim *Rlimit) (err error) {
	var both [2]uint64
	errno := socket.Limit(resource, &both)
	rlim.Cur, rlim.Max = both[0], both[1]
	return asError(errno)
}
