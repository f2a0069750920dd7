package syscall

// Sockaddr is the address of a socket: one of the types below.
type Sockaddr interface {
	// encode gives the form in which the system has it.
	encode() ([]byte, error)
}

// SockaddrInet4 is a port at an IPv4 address.
type SockaddrInet4 struct {
	Port int
	Addr [4]byte
}

// SockaddrInet6 is a port at an IPv6 address.
type SockaddrInet6 struct {
	Port   int
	ZoneId uint32
	Addr   [16]byte
}

// SockaddrUnix is a place in the file system, or with @ in front a name outside of it.
type SockaddrUnix struct{ Name string }

// SockaddrNetlink is a part of the kernel.
type SockaddrNetlink struct {
	Family uint16
	Pad    uint16
	Pid    uint32
	Groups uint32
}

const (
	// pathAt is where the path begins in the address of a Unix socket.
	pathAt = 2
	// longestPath is the number of bytes there is for it.
	longestPath = SizeofSockaddrUnix - pathAt
)

func inPorts(port int) bool { return port >= 0 && port <= 0xffff }

func (a *SockaddrInet4) encode() ([]byte, error) {
	if a == nil || !inPorts(a.Port) {
		return nil, EINVAL
	}
	b := make([]byte, SizeofSockaddrInet4)
	hostOrder{}.PutUint16(b, AF_INET)
	networkOrder{}.PutUint16(b[2:], uint16(a.Port))
	copy(b[4:], a.Addr[:])
	return b, nil
}

func (a *SockaddrInet6) encode() ([]byte, error) {
	if a == nil || !inPorts(a.Port) {
		return nil, EINVAL
	}
	b := make([]byte, SizeofSockaddrInet6)
	hostOrder{}.PutUint16(b, AF_INET6)
	networkOrder{}.PutUint16(b[2:], uint16(a.Port))
	copy(b[8:], a.Addr[:])
	hostOrder{}.PutUint32(b[24:], a.ZoneId)
	return b, nil
}

func (a *SockaddrUnix) encode() ([]byte, error) {
	if a == nil {
		return nil, EINVAL
	}
	name := hostPath(a.Name)
	if len(name) > longestPath || len(name) == longestPath && name[0] != '@' {
		return nil, EINVAL
	}
	b := make([]byte, pathAt, SizeofSockaddrUnix)
	hostOrder{}.PutUint16(b, AF_UNIX)
	if name == "" {
		return b, nil
	}
	b = append(b, name...)
	switch name[0] {
	case '@':
		b[pathAt] = 0
	case 0:
	default:
		b = append(b, 0)
	}
	return b, nil
}

func (a *SockaddrNetlink) encode() ([]byte, error) {
	if a == nil {
		return nil, EINVAL
	}
	b := make([]byte, SizeofSockaddrNetlink)
	hostOrder{}.PutUint16(b, AF_NETLINK)
	hostOrder{}.PutUint16(b[2:], a.Pad)
	hostOrder{}.PutUint32(b[4:], a.Pid)
	hostOrder{}.PutUint32(b[8:], a.Groups)
	return b, nil
}

// hostPath makes a path one that the host understands, which has a working directory of its own.
func hostPath(path string) string {
	if path == "" || path[0] == '/' || path[0] == '@' || path[0] == 0 {
		return path
	}
	dir := getwd(files)
	if own, errno := readLink(files, "/proc/self/cwd"); errno == 0 && own == dir {
		return path
	}
	return dir + "/" + path
}

// decode reads the form in which the system has an address.
func decode(b []byte) (Sockaddr, error) {
	if len(b) < pathAt {
		return nil, nil // a socket without a name, for which some calls give no address at all
	}
	switch family := (hostOrder{}).Uint16(b); {
	case family == AF_INET && len(b) >= SizeofSockaddrInet4:
		return &SockaddrInet4{int(networkOrder{}.Uint16(b[2:])), [4]byte(b[4:])}, nil
	case family == AF_INET6 && len(b) >= SizeofSockaddrInet6:
		zone := hostOrder{}.Uint32(b[24:])
		return &SockaddrInet6{int(networkOrder{}.Uint16(b[2:])), zone, [16]byte(b[8:])}, nil
	case family == AF_UNIX:
		return decodeUnix(b[pathAt:]), nil
	case family == AF_NETLINK && len(b) >= SizeofSockaddrNetlink:
		return &SockaddrNetlink{
			family,
			hostOrder{}.Uint16(b[2:]),
			hostOrder{}.Uint32(b[4:]),
			hostOrder{}.Uint32(b[8:]),
		}, nil
	}
	return nil, EAFNOSUPPORT
}

// decodeUnix reads a path, or a name outside of the file system, up to the next zero byte; that of a socket without a name is empty.
func decodeUnix(path []byte) *SockaddrUnix {
	outside := len(path) == 0 || path[0] == 0
	if outside && len(path) > 0 {
		path = path[1:]
	}
	for i, c := range path {
		if c == 0 {
			path = path[:i]
			break
		}
	}
	if outside {
		return &SockaddrUnix{"@" + string(path)}
	}
	return &SockaddrUnix{string(path)}
}
