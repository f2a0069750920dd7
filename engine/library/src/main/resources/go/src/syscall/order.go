package syscall

// hostOrder reads and writes numbers as the host has them: the lowest byte first on all that there is a port for.
type hostOrder struct{}

func (hostOrder) Uint16(b []byte) uint16 { return uint16(b[0]) | uint16(b[1])<<8 }

func (hostOrder) Uint32(b []byte) uint32 {
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

func (o hostOrder) Uint64(b []byte) uint64 {
	return uint64(o.Uint32(b)) | uint64(o.Uint32(b[4:]))<<32
}

func (hostOrder) PutUint16(b []byte, n uint16) { b[0], b[1] = byte(n), byte(n>>8) }

func (hostOrder) PutUint32(b []byte, n uint32) {
	b[0], b[1], b[2], b[3] = byte(n), byte(n>>8), byte(n>>16), byte(n>>24)
}

func (o hostOrder) PutUint64(b []byte, n uint64) {
	o.PutUint32(b, uint32(n))
	o.PutUint32(b[4:], uint32(n>>32))
}

func (hostOrder) AppendUint32(b []byte, n uint32) []byte {
	return append(b, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
}

func (o hostOrder) AppendUint64(b []byte, n uint64) []byte {
	return o.AppendUint32(o.AppendUint32(b, uint32(n)), uint32(n>>32))
}

// networkOrder is that of ports: the highest byte first.
type networkOrder struct{}

func (networkOrder) Uint16(b []byte) uint16 { return uint16(b[0])<<8 | uint16(b[1]) }

func (networkOrder) PutUint16(b []byte, n uint16) { b[0], b[1] = byte(n>>8), byte(n) }
