package constanttime

func boolToUint8(b bool) uint8 {
	var n uint8
	if b {
		n = 1
	}
	return n
}
