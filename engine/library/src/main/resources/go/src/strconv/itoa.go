package strconv

import "math/bits"

const (
	lowerDigits = "0123456789abcdefghijklmnopqrstuvwxyz"
	upperDigits = "0123456789ABCDEF"
	digitPairs  = "00010203040506070809" +
		"10111213141516171819" +
		"20212223242526272829" +
		"30313233343536373839" +
		"40414243444546474849" +
		"50515253545556575859" +
		"60616263646566676869" +
		"70717273747576777879" +
		"80818283848586878889" +
		"90919293949596979899"
)

// Itoa writes i in base 10.
func Itoa(i int) string { return FormatInt(int64(i), 10) }

// FormatInt writes i in a base from 2 to 36, with the letters a to z for digits from ten on.
func FormatInt(i int64, base int) string {
	if base == 10 && i >= 0 && i < 100 {
		return smallNumber(int(i))
	}
	var buf [65]byte
	return string(buf[fill(&buf, i, base):])
}

// FormatUint writes i in a base from 2 to 36.
func FormatUint(i uint64, base int) string {
	if base == 10 && i < 100 {
		return smallNumber(int(i))
	}
	var buf [65]byte
	return string(buf[fillUnsigned(&buf, i, base):])
}

// AppendInt appends what FormatInt gives to dst.
func AppendInt(dst []byte, i int64, base int) []byte {
	if base == 10 && i >= 0 && i < 100 {
		return append(dst, smallNumber(int(i))...)
	}
	var buf [65]byte
	return append(dst, buf[fill(&buf, i, base):]...)
}

// AppendUint appends what FormatUint gives to dst.
func AppendUint(dst []byte, i uint64, base int) []byte {
	if base == 10 && i < 100 {
		return append(dst, smallNumber(int(i))...)
	}
	var buf [65]byte
	return append(dst, buf[fillUnsigned(&buf, i, base):]...)
}

// smallNumber gives the digits of i < 100 without making a string.
func smallNumber(i int) string {
	if i < 10 {
		return lowerDigits[i : i+1]
	}
	return digitPairs[2*i : 2*i+2]
}

// fill writes i at the end of buf and gives the place of its first byte.
func fill(buf *[65]byte, i int64, base int) int {
	if i >= 0 {
		return fillUnsigned(buf, uint64(i), base)
	}
	at := fillUnsigned(buf, -uint64(i), base) - 1
	buf[at] = '-'
	return at
}

func fillUnsigned(buf *[65]byte, u uint64, base int) int {
	at := len(buf)
	switch {
	case base == 10:
		for u >= 100 {
			q := u / 100
			pair := (u - q*100) * 2
			at -= 2
			buf[at] = digitPairs[pair]
			buf[at+1] = digitPairs[pair+1]
			u = q
		}
		if u >= 10 {
			at -= 2
			buf[at] = digitPairs[u*2]
			buf[at+1] = digitPairs[u*2+1]
			return at
		}
		at--
		buf[at] = byte('0' + u)
		return at
	case base < 2 || base > len(lowerDigits):
		panic("strconv: illegal AppendInt/FormatInt base")
	case base&(base-1) == 0:
		shift := bits.TrailingZeros(uint(base))
		for mask := uint64(base - 1); u > mask; u >>= shift {
			at--
			buf[at] = lowerDigits[u&mask]
		}
	default:
		for b := uint64(base); u >= b; {
			q := u / b
			at--
			buf[at] = lowerDigits[u-q*b]
			u = q
		}
	}
	at--
	buf[at] = lowerDigits[u]
	return at
}
