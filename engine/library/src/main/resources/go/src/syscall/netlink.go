package syscall

// NlMsghdr begins a message of netlink.
type NlMsghdr struct {
	Len   uint32
	Type  uint16
	Flags uint16
	Seq   uint32
	Pid   uint32
}

// NetlinkMessage is a message of netlink.
type NetlinkMessage struct {
	Header NlMsghdr
	Data   []byte
}

// RtAttr begins an attribute.
type RtAttr struct {
	Len  uint16
	Type uint16
}

// NetlinkRouteAttr is an attribute.
type NetlinkRouteAttr struct {
	Attr  RtAttr
	Value []byte
}

// IfInfomsg describes a network interface.
type IfInfomsg struct {
	Family uint8
	_      uint8
	Type   uint16
	Index  int32
	Flags  uint32
	Change uint32
}

// IfAddrmsg describes an address of a network interface.
type IfAddrmsg struct {
	Family    uint8
	Prefixlen uint8
	Flags     uint8
	Scope     uint8
	Index     uint32
}

// RtMsg describes a route.
type RtMsg struct {
	Family   uint8
	Dst_len  uint8
	Src_len  uint8
	Tos      uint8
	Table    uint8
	Protocol uint8
	Scope    uint8
	Type     uint8
	Flags    uint32
}

const (
	// sizeofRtMsg is the size of a RtMsg.
	sizeofRtMsg = 12
	// requestBytes is the size of a request: a header and the family.
	requestBytes = NLMSG_HDRLEN + 1
)

// NetlinkRIB asks the kernel for a table: of interfaces, addresses or routes.
func NetlinkRIB(proto, family int) ([]byte, error) {
	s, err := Socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE)
	if err != nil {
		return nil, err
	}
	defer Close(s)
	kernel := &SockaddrNetlink{Family: AF_NETLINK}
	if err := Bind(s, kernel); err != nil {
		return nil, err
	}
	request := make([]byte, requestBytes)
	n := hostOrder{}
	n.PutUint32(request, requestBytes)
	n.PutUint16(request[4:], uint16(proto))
	n.PutUint16(request[6:], NLM_F_DUMP|NLM_F_REQUEST)
	n.PutUint32(request[8:], 1)
	request[NLMSG_HDRLEN] = byte(family)
	if err := Sendto(s, request, 0, kernel); err != nil {
		return nil, err
	}
	var table []byte
	buffer := make([]byte, Getpagesize())
	for {
		got, _, err := Recvfrom(s, buffer, 0)
		if err != nil {
			return nil, err
		}
		if got < NLMSG_HDRLEN {
			return nil, EINVAL
		}
		table = append(table, buffer[:got]...)
		messages, err := ParseNetlinkMessage(buffer[:got])
		if err != nil {
			return nil, err
		}
		for _, m := range messages {
			switch m.Header.Type {
			case NLMSG_DONE:
				return table, nil
			case NLMSG_ERROR:
				return nil, EINVAL
			}
		}
	}
}

// aligned rounds up to what messages and attributes are aligned to.
func aligned(n int) int { return (n + NLMSG_ALIGNTO - 1) &^ (NLMSG_ALIGNTO - 1) }

// ParseNetlinkMessage divides bytes into messages.
func ParseNetlinkMessage(b []byte) ([]NetlinkMessage, error) {
	var list []NetlinkMessage
	n := hostOrder{}
	for len(b) >= NLMSG_HDRLEN {
		length := int(n.Uint32(b))
		if length < NLMSG_HDRLEN || length > len(b) {
			return nil, EINVAL
		}
		h := NlMsghdr{uint32(length), n.Uint16(b[4:]), n.Uint16(b[6:]), n.Uint32(b[8:]), n.Uint32(b[12:])}
		list = append(list, NetlinkMessage{h, b[NLMSG_HDRLEN:length]})
		b = b[min(aligned(length), len(b)):]
	}
	return list, nil
}

// ParseNetlinkRouteAttr reads the attributes of a message about an interface, an address or a route.
func ParseNetlinkRouteAttr(m *NetlinkMessage) ([]NetlinkRouteAttr, error) {
	skip := 0
	switch m.Header.Type {
	case RTM_NEWLINK, RTM_NEWLINK + 1:
		skip = SizeofIfInfomsg
	case RTM_NEWADDR, RTM_NEWADDR + 1:
		skip = SizeofIfAddrmsg
	case RTM_NEWROUTE, RTM_NEWROUTE + 1:
		skip = sizeofRtMsg
	default:
		return nil, EINVAL
	}
	if len(m.Data) < skip {
		return nil, EINVAL
	}
	var list []NetlinkRouteAttr
	n := hostOrder{}
	for b := m.Data[skip:]; len(b) >= SizeofRtAttr; {
		length := int(n.Uint16(b))
		if length < SizeofRtAttr || length > len(b) {
			return nil, EINVAL
		}
		a := RtAttr{uint16(length), n.Uint16(b[2:])}
		list = append(list, NetlinkRouteAttr{a, b[SizeofRtAttr:length]})
		b = b[min(aligned(length), len(b)):]
	}
	return list, nil
}
