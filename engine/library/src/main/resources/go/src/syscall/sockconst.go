package syscall

// Families of addresses.
const (
	AF_UNSPEC  = 0x0
	AF_UNIX    = 0x1
	AF_LOCAL   = 0x1
	AF_INET    = 0x2
	AF_INET6   = 0xa
	AF_NETLINK = 0x10
	AF_PACKET  = 0x11
)

// Kinds of sockets.
const (
	SOCK_STREAM    = 0x1
	SOCK_DGRAM     = 0x2
	SOCK_RAW       = 0x3
	SOCK_RDM       = 0x4
	SOCK_SEQPACKET = 0x5
	SOCK_CLOEXEC   = 0x80000
	SOCK_NONBLOCK  = 0x800
)

// Protocols.
const (
	IPPROTO_IP     = 0x0
	IPPROTO_ICMP   = 0x1
	IPPROTO_TCP    = 0x6
	IPPROTO_UDP    = 0x11
	IPPROTO_IPV6   = 0x29
	IPPROTO_ICMPV6 = 0x3a
	IPPROTO_RAW    = 0xff
)

// Levels of options, how many may wait to be accepted, directions of Shutdown.
const (
	SOL_SOCKET = 0x1
	SOL_IP     = 0x0
	SOL_TCP    = 0x6
	SOL_IPV6   = 0x29
	SOMAXCONN  = 0x80
	SHUT_RD    = 0x0
	SHUT_WR    = 0x1
	SHUT_RDWR  = 0x2
)

// Options of sockets.
const (
	SO_ACCEPTCONN   = 0x1e
	SO_BINDTODEVICE = 0x19
	SO_BROADCAST    = 0x6
	SO_DEBUG        = 0x1
	SO_DOMAIN       = 0x27
	SO_DONTROUTE    = 0x5
	SO_ERROR        = 0x4
	SO_KEEPALIVE    = 0x9
	SO_LINGER       = 0xd
	SO_OOBINLINE    = 0xa
	SO_PASSCRED     = 0x10
	SO_PEERCRED     = 0x11
	SO_PRIORITY     = 0xc
	SO_PROTOCOL     = 0x26
	SO_RCVBUF       = 0x8
	SO_RCVLOWAT     = 0x12
	SO_RCVTIMEO     = 0x14
	SO_REUSEADDR    = 0x2
	SO_SNDBUF       = 0x7
	SO_SNDLOWAT     = 0x13
	SO_SNDTIMEO     = 0x15
	SO_TIMESTAMP    = 0x1d
	SO_TYPE         = 0x3
)

// Options of TCP.
const (
	TCP_NODELAY      = 0x1
	TCP_MAXSEG       = 0x2
	TCP_CORK         = 0x3
	TCP_KEEPIDLE     = 0x4
	TCP_KEEPINTVL    = 0x5
	TCP_KEEPCNT      = 0x6
	TCP_SYNCNT       = 0x7
	TCP_LINGER2      = 0x8
	TCP_DEFER_ACCEPT = 0x9
	TCP_WINDOW_CLAMP = 0xa
	TCP_INFO         = 0xb
	TCP_QUICKACK     = 0xc
	TCP_CONGESTION   = 0xd
)

// Options of IP.
const (
	IP_TOS             = 0x1
	IP_TTL             = 0x2
	IP_HDRINCL         = 0x3
	IP_OPTIONS         = 0x4
	IP_PKTINFO         = 0x8
	IP_RECVTTL         = 0xc
	IP_RECVTOS         = 0xd
	IP_MULTICAST_IF    = 0x20
	IP_MULTICAST_TTL   = 0x21
	IP_MULTICAST_LOOP  = 0x22
	IP_ADD_MEMBERSHIP  = 0x23
	IP_DROP_MEMBERSHIP = 0x24
)

// Options of IP version 6.
const (
	IPV6_ADD_MEMBERSHIP  = 0x14
	IPV6_CHECKSUM        = 0x7
	IPV6_DROP_MEMBERSHIP = 0x15
	IPV6_HOPLIMIT        = 0x34
	IPV6_JOIN_GROUP      = 0x14
	IPV6_LEAVE_GROUP     = 0x15
	IPV6_MULTICAST_HOPS  = 0x12
	IPV6_MULTICAST_IF    = 0x11
	IPV6_MULTICAST_LOOP  = 0x13
	IPV6_PKTINFO         = 0x32
	IPV6_RECVPKTINFO     = 0x31
	IPV6_TCLASS          = 0x43
	IPV6_UNICAST_HOPS    = 0x10
	IPV6_V6ONLY          = 0x1a
)

// Flags of messages.
const (
	MSG_CMSG_CLOEXEC = 0x40000000
	MSG_CTRUNC       = 0x8
	MSG_DONTROUTE    = 0x4
	MSG_DONTWAIT     = 0x40
	MSG_EOR          = 0x80
	MSG_ERRQUEUE     = 0x2000
	MSG_NOSIGNAL     = 0x4000
	MSG_OOB          = 0x1
	MSG_PEEK         = 0x2
	MSG_TRUNC        = 0x20
	MSG_WAITALL      = 0x100
)

// Commands of fcntl and what they set.
const (
	F_DUPFD         = 0x0
	F_DUPFD_CLOEXEC = 0x406
	F_GETFD         = 0x1
	F_GETFL         = 0x3
	F_SETFD         = 0x2
	F_SETFL         = 0x4
	FD_CLOEXEC      = 0x1
)

// Limits of the process.
const (
	RLIMIT_AS     = 0x9
	RLIMIT_CORE   = 0x4
	RLIMIT_CPU    = 0x0
	RLIMIT_DATA   = 0x2
	RLIMIT_FSIZE  = 0x1
	RLIMIT_NOFILE = 0x7
	RLIMIT_STACK  = 0x3
)

// Netlink: messages to the kernel.
const (
	NETLINK_ROUTE = 0x0
	NLMSG_DONE    = 0x3
	NLMSG_ERROR   = 0x2
	NLMSG_NOOP    = 0x1
	NLMSG_HDRLEN  = 0x10
	NLMSG_ALIGNTO = 0x4
	NLM_F_REQUEST = 0x1
	NLM_F_DUMP    = 0x300
	NLM_F_MULTI   = 0x2
	NLM_F_ROOT    = 0x100
	NLM_F_MATCH   = 0x200
)

// Netlink: what messages are about.
const (
	RTM_GETADDR  = 0x16
	RTM_GETLINK  = 0x12
	RTM_GETROUTE = 0x1a
	RTM_NEWADDR  = 0x14
	RTM_NEWLINK  = 0x10
	RTM_NEWROUTE = 0x18
	RTA_ALIGNTO  = 0x4
)

// Netlink: attributes.
const (
	IFA_ADDRESS    = 0x1
	IFA_LOCAL      = 0x2
	IFA_LABEL      = 0x3
	IFA_BROADCAST  = 0x4
	IFLA_ADDRESS   = 0x1
	IFLA_BROADCAST = 0x2
	IFLA_IFNAME    = 0x3
	IFLA_MTU       = 0x4
	IFLA_LINK      = 0x5
)

// Flags of network interfaces.
const (
	IFF_UP          = 0x1
	IFF_BROADCAST   = 0x2
	IFF_DEBUG       = 0x4
	IFF_LOOPBACK    = 0x8
	IFF_POINTOPOINT = 0x10
	IFF_NOTRAILERS  = 0x20
	IFF_RUNNING     = 0x40
	IFF_NOARP       = 0x80
	IFF_PROMISC     = 0x100
	IFF_ALLMULTI    = 0x200
	IFF_MULTICAST   = 0x1000
)

// Bytes of structures.
const (
	SizeofSockaddrInet4   = 0x10
	SizeofSockaddrInet6   = 0x1c
	SizeofSockaddrUnix    = 0x6e
	SizeofSockaddrAny     = 0x70
	SizeofSockaddrNetlink = 0xc
	SizeofLinger          = 0x8
	SizeofIPMreq          = 0x8
	SizeofIPMreqn         = 0xc
	SizeofIPv6Mreq        = 0x14
	SizeofNlMsghdr        = 0x10
	SizeofIfInfomsg       = 0x10
	SizeofIfAddrmsg       = 0x8
	SizeofRtAttr          = 0x4
)
