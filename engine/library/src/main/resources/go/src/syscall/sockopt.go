package syscall

import (
	"internal/socket"
)

// Linger says whether, and for how many seconds, closing waits for what was not sent.
type Linger struct {
	Onoff  int32
	Linger int32
}

// IPMreq is a group of IPv4 addresses and the interface, by its address.
type IPMreq struct {
	Multiaddr [4]byte
	Interface [4]byte
}

// IPMreqn is a group of IPv4 addresses and the interface, by its address or number.
type IPMreqn struct {
	Multiaddr [4]byte
	Address   [4]byte
	Ifindex   int32
}

// IPv6Mreq is a group of IPv6 addresses and the number of the interface.
type IPv6Mreq struct {
	Multiaddr [16]byte
	Interface uint32
}

// Ucred tells who is at the other end of a Unix socket.
type Ucred struct {
	Pid int32
	Uid uint32
	Gid uint32
}

func setOption(fd, level, opt int, value []byte) error {
	return asError(socket.SetOption(files, fd, level, opt, value))
}

func number(n int32) []byte { return hostOrder{}.AppendUint32(nil, uint32(n)) }

// SetsockoptByte sets an option of one byte.
func SetsockoptByte(fd, level, opt int, value byte) (err error) {
	return setOption(fd, level, opt, []byte{value})
}

// SetsockoptInt sets an option that is a number.
func SetsockoptInt(fd, level, opt int, value int) (err error) {
	return setOption(fd, level, opt, number(int32(value)))
}

// SetsockoptInet4Addr sets an option that is an IPv4 address.
func SetsockoptInet4Addr(fd, level, opt int, value [4]byte) (err error) {
	return setOption(fd, level, opt, value[:])
}

// SetsockoptIPMreq sets an option about a group.
func SetsockoptIPMreq(fd, level, opt int, mreq *IPMreq) (err error) {
	return setOption(fd, level, opt, append(mreq.Multiaddr[:], mreq.Interface[:]...))
}

// SetsockoptIPMreqn sets an option about a group.
func SetsockoptIPMreqn(fd, level, opt int, mreq *IPMreqn) (err error) {
	b := append(mreq.Multiaddr[:], mreq.Address[:]...)
	return setOption(fd, level, opt, append(b, number(mreq.Ifindex)...))
}

// SetsockoptIPv6Mreq sets an option about a group.
func SetsockoptIPv6Mreq(fd, level, opt int, mreq *IPv6Mreq) (err error) {
	return setOption(fd, level, opt, append(mreq.Multiaddr[:], number(int32(mreq.Interface))...))
}

// SetsockoptLinger sets how closing waits.
func SetsockoptLinger(fd, level, opt int, l *Linger) (err error) {
	return setOption(fd, level, opt, append(number(l.Onoff), number(l.Linger)...))
}

// SetsockoptString sets an option that is a text.
func SetsockoptString(fd, level, opt int, s string) (err error) {
	return setOption(fd, level, opt, []byte(s))
}

// SetsockoptTimeval sets an option that is a time.
func SetsockoptTimeval(fd, level, opt int, tv *Timeval) (err error) {
	b := hostOrder{}.AppendUint64(nil, uint64(tv.Sec))
	return setOption(fd, level, opt, hostOrder{}.AppendUint64(b, uint64(tv.Usec)))
}

// option reads an option that has so many bytes.
func option(fd, level, opt, bytes int) ([]byte, error) {
	b := make([]byte, bytes)
	_, errno := socket.Option(files, fd, level, opt, b)
	return b, asError(errno)
}

// GetsockoptInt reads an option that is a number.
func GetsockoptInt(fd, level, opt int) (value int, err error) {
	b, err := option(fd, level, opt, 4)
	return int(int32(hostOrder{}.Uint32(b))), err
}

// GetsockoptInet4Addr reads an option that is an IPv4 address.
func GetsockoptInet4Addr(fd, level, opt int) (value [4]byte, err error) {
	b, err := option(fd, level, opt, 4)
	return [4]byte(b), err
}

// GetsockoptUcred reads who is at the other end.
func GetsockoptUcred(fd, level, opt int) (*Ucred, error) {
	b, err := option(fd, level, opt, 12)
	if err != nil {
		return nil, err
	}
	n := hostOrder{}
	return &Ucred{int32(n.Uint32(b)), n.Uint32(b[4:]), n.Uint32(b[8:])}, nil
}
