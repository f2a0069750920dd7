// Package socket has the host's calls on sockets, for package syscall: numbers of files are those of the table of open files, which each
// function gets first; the last result is the number of an error, or 0. Only a Linux host has them: elsewhere the error is ENOSYS.
package socket

import (
	"runtime"
	"unsafe"
)

func open(files, domain, kind, protocol int32) (fd, errno int32)

func pair(files, domain, kind, protocol int32) (first, second, errno int32)

//go:noescape
func bind(files, fd int32, address []byte) (errno int32)

//go:noescape
func connect(files, fd int32, address []byte) (errno int32)

func listen(files, fd, backlog int32) (errno int32)

//go:noescape
func accept(files, fd int32, address []byte, flags int32) (accepted, length, errno int32)

//go:noescape
func name(files, fd int32, peer bool, address []byte) (length, errno int32)

//go:noescape
func setOption(files, fd, level, name int32, value []byte) (errno int32)

//go:noescape
func option(files, fd, level, name int32, value []byte) (length, errno int32)

//go:noescape
func send(files, fd int32, p []byte, flags int32, to []byte) (n, errno int32)

//go:noescape
func receive(files, fd int32, p []byte, flags int32, from []byte) (n, length, errno int32)

//go:noescape
func sendMessage(files, fd int32, parts []uint64, control []byte, flags int32, to []byte) (n, errno int32)

//go:noescape
func receiveMessage(files, fd int32, parts []uint64, control []byte, flags int32, from []byte, figures *[3]int32) (n, errno int32)

func shutdown(files, fd, how int32) (errno int32)

func flags(files, fd int32) (bits, errno int32)

func setFlags(files, fd, bits int32) (errno int32)

func await(files, fd int32, write bool) (errno int32)

func number(files, fd int32) (host, errno int32)

//go:noescape
func limit(resource int32, to *[2]uint64) (errno int32)

// Open makes a socket.
func Open(files int32, domain, kind, protocol int) (fd, errno int32) {
	return open(files, int32(domain), int32(kind), int32(protocol))
}

// Pair makes two sockets that are connected with each other.
func Pair(files int32, domain, kind, protocol int) (first, second, errno int32) {
	return pair(files, int32(domain), int32(kind), int32(protocol))
}

// Bind gives a socket its own address.
func Bind(files int32, fd int, address []byte) (errno int32) {
	return bind(files, int32(fd), address)
}

// Connect connects a socket.
func Connect(files int32, fd int, address []byte) (errno int32) {
	return connect(files, int32(fd), address)
}

// Listen lets a socket be connected to.
func Listen(files int32, fd, backlog int) (errno int32) {
	return listen(files, int32(fd), int32(backlog))
}

// Accept takes a connection; length is that of the peer's address.
func Accept(files int32, fd int, address []byte, flags int) (accepted, length, errno int32) {
	return accept(files, int32(fd), address, int32(flags))
}

// Name tells the address of a socket, or of its peer.
func Name(files int32, fd int, peer bool, address []byte) (length, errno int32) {
	return name(files, int32(fd), peer, address)
}

// SetOption sets an option.
func SetOption(files int32, fd, level, name int, value []byte) (errno int32) {
	return setOption(files, int32(fd), int32(level), int32(name), value)
}

// Option reads an option into value.
func Option(files int32, fd, level, name int, value []byte) (length, errno int32) {
	return option(files, int32(fd), int32(level), int32(name), value)
}

// Send sends bytes, to the peer where no address is given.
func Send(files int32, fd int, p []byte, flags int, to []byte) (n, errno int32) {
	return send(files, int32(fd), p, int32(flags), to)
}

// Receive receives bytes; length is that of the sender's address, for which there may be no room.
func Receive(files int32, fd int, p []byte, flags int, from []byte) (n, length, errno int32) {
	return receive(files, int32(fd), p, int32(flags), from)
}

// part is an address and a length, as a Linux of 64 bits has them.
func part(p []byte) (address, length uint64) {
	return uint64(uintptr(unsafe.Pointer(unsafe.SliceData(p)))), uint64(len(p))
}

// SendMessage sends bytes with control data.
func SendMessage(files int32, fd int, p, control []byte, flags int, to []byte) (n, errno int32) {
	var parts [2]uint64
	parts[0], parts[1] = part(p)
	n, errno = sendMessage(files, int32(fd), parts[:], control, int32(flags), to)
	keep(p)
	return n, errno
}

// SendParts sends what lies in several places.
func SendParts(files int32, fd int, list [][]byte) (n, errno int32) {
	parts := make([]uint64, 2*len(list))
	for i, p := range list {
		parts[2*i], parts[2*i+1] = part(p)
	}
	n, errno = sendMessage(files, int32(fd), parts, nil, 0, nil)
	for _, p := range list {
		keep(p)
	}
	return n, errno
}

// ReceiveMessage receives bytes with control data. The figures are the lengths of the control data and of the sender's address, and flags.
func ReceiveMessage(files int32, fd int, p, control []byte, flags int, from []byte) (n int32, figures [3]int32, errno int32) {
	var parts [2]uint64
	parts[0], parts[1] = part(p)
	n, errno = receiveMessage(files, int32(fd), parts[:], control, int32(flags), from, &figures)
	keep(p)
	return n, figures, errno
}

// keep lets bytes whose address went to the host live until here.
func keep(p []byte) { runtime.KeepAlive(unsafe.SliceData(p)) }

// Shutdown ends one direction of a connection, or both.
func Shutdown(files int32, fd, how int) (errno int32) {
	return shutdown(files, int32(fd), int32(how))
}

// Flags tells the flags of a socket.
func Flags(files int32, fd int) (bits, errno int32) { return flags(files, int32(fd)) }

// SetFlags sets the flags of a socket.
func SetFlags(files int32, fd, bits int) (errno int32) {
	return setFlags(files, int32(fd), int32(bits))
}

// Await blocks until a socket can be read, or written.
func Await(files int32, fd int, write bool) (errno int32) { return await(files, int32(fd), write) }

// Number tells the host's number of a socket.
func Number(files int32, fd int) (host, errno int32) { return number(files, int32(fd)) }

// Limit tells a limit of the process, the one in force and the highest.
func Limit(resource int, to *[2]uint64) (errno int32) { return limit(int32(resource), to) }
