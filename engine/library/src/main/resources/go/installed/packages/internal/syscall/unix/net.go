package unix

import "syscall"

// RecvfromInet4 receives bytes and tells from whom; what was sent otherwise than by IPv4 leaves that as it is.
func RecvfromInet4(fd int, p []byte, flags int, from *syscall.SockaddrInet4) (int, error) {
	n, sa, err := syscall.Recvfrom(fd, p, flags)
	if a, ok := sa.(*syscall.SockaddrInet4); ok {
		*from = *a
	}
	return n, err
}

// RecvfromInet6 is RecvfromInet4 for IPv6.
func RecvfromInet6(fd int, p []byte, flags int, from *syscall.SockaddrInet6) (n int, err error) {
	n, sa, err := syscall.Recvfrom(fd, p, flags)
	if a, ok := sa.(*syscall.SockaddrInet6); ok {
		*from = *a
	}
	return n, err
}

// SendtoInet4 sends bytes.
func SendtoInet4(fd int, p []byte, flags int, to *syscall.SockaddrInet4) (err error) {
	return syscall.Sendto(fd, p, flags, to)
}

// SendtoInet6 sends bytes.
func SendtoInet6(fd int, p []byte, flags int, to *syscall.SockaddrInet6) (err error) {
	return syscall.Sendto(fd, p, flags, to)
}

// SendmsgNInet4 sends bytes and control data.
func SendmsgNInet4(fd int, p, oob []byte, to *syscall.SockaddrInet4, flags int) (n int, err error) {
	return syscall.SendmsgN(fd, p, oob, to, flags)
}

// SendmsgNInet6 sends bytes and control data.
func SendmsgNInet6(fd int, p, oob []byte, to *syscall.SockaddrInet6, flags int) (n int, err error) {
	return syscall.SendmsgN(fd, p, oob, to, flags)
}

// RecvmsgInet4 receives bytes and control data and tells from whom.
func RecvmsgInet4(fd int, p, oob []byte, flags int, from *syscall.SockaddrInet4) (n, oobn int, recvflags int, err error) {
	n, oobn, recvflags, sa, err := syscall.Recvmsg(fd, p, oob, flags)
	if a, ok := sa.(*syscall.SockaddrInet4); ok {
		*from = *a
	}
	return n, oobn, recvflags, err
}

// RecvmsgInet6 is RecvmsgInet4 for IPv6.
func RecvmsgInet6(fd int, p, oob []byte, flags int, from *syscall.SockaddrInet6) (n, oobn int, recvflags int, err error) {
	n, oobn, recvflags, sa, err := syscall.Recvmsg(fd, p, oob, flags)
	if a, ok := sa.(*syscall.SockaddrInet6); ok {
		*from = *a
	}
	return n, oobn, recvflags, err
}
