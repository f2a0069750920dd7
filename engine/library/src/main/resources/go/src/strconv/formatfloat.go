package strconv

import "math"

// layout describes a float format.
type layout struct {
	fractionBits int
	bias         int // the exponent of the lowest normal's last bit is 1-bias-fractionBits
	exponentMask int
}

var (
	layout32 = layout{23, 127, 1<<8 - 1}
	layout64 = layout{52, 1023, 1<<11 - 1}
)

// FormatFloat writes f, a value of bitSize 32 or 64 bits, in format fmt: 'b' (binary exponent), 'e', 'E', 'f', 'g',
// 'G', 'x' or 'X' with prec digits (after the point; for 'g' in all); prec -1 stands for the fewest digits that read back as f.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	var buf [32]byte
	return string(AppendFloat(buf[:0], f, fmt, prec, bitSize))
}

// AppendFloat appends what FormatFloat gives to dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	var raw uint64
	l := &layout64
	switch bitSize {
	case 32:
		raw = uint64(math.Float32bits(float32(f)))
		l = &layout32
	case 64:
		raw = math.Float64bits(f)
	default:
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	negative := raw>>(bitSize-1) != 0
	biased := int(raw>>l.fractionBits) & l.exponentMask
	m := raw & (1<<l.fractionBits - 1)
	if biased == l.exponentMask {
		switch {
		case m != 0:
			return append(dst, "NaN"...)
		case negative:
			return append(dst, "-Inf"...)
		}
		return append(dst, "+Inf"...)
	}
	e := biased
	if biased == 0 {
		e = 1
	} else {
		m |= 1 << l.fractionBits
	}
	e -= l.bias + l.fractionBits
	if negative {
		dst = append(dst, '-')
	}
	switch fmt {
	case 'b':
		return appendBinaryExponent(dst, m, e)
	case 'x', 'X':
		return appendHexFloat(dst, m, e, l.fractionBits, fmt, prec)
	case 'e', 'E', 'f', 'g', 'G':
		if prec < 0 {
			var buf [24]byte
			halfBelow := m == 1<<l.fractionBits && biased > 1
			return appendDecimal(dst, shortestDigits(buf[:], m, e, halfBelow), fmt, -1)
		}
		return appendRounded(dst, m, e, fmt, prec)
	}
	if negative {
		dst = dst[:len(dst)-1]
	}
	return append(dst, '%', fmt)
}

func appendBinaryExponent(dst []byte, m uint64, e int) []byte {
	dst = AppendUint(dst, m, 10)
	dst = append(dst, 'p')
	if e >= 0 {
		dst = append(dst, '+')
	}
	return AppendInt(dst, int64(e), 10)
}

// appendHexFloat writes m * 2^e as 0x1.8p+03, m having its leading bit at fractionBits where normal.
func appendHexFloat(dst []byte, m uint64, e, fractionBits int, fmt byte, prec int) []byte {
	exponent := e + fractionBits
	if m == 0 {
		exponent = 0
	}
	// One bit in front of the point, at bit 60, and fifteen hexadecimal digits behind.
	m <<= 60 - fractionBits
	for m != 0 && m>>60 == 0 {
		m <<= 1
		exponent--
	}
	if prec >= 0 && prec < 15 {
		cut := uint(60 - prec*4)
		rest := m & (1<<cut - 1)
		m >>= cut
		if half := uint64(1) << (cut - 1); rest > half || rest == half && m&1 == 1 {
			m++
		}
		m <<= cut
		if m>>61 != 0 {
			m >>= 1
			exponent++
		}
	}
	hex := lowerDigits
	if fmt == 'X' {
		hex = upperDigits
	}
	dst = append(dst, '0', fmt, '0'+byte(m>>60&1))
	m <<= 4
	if prec < 0 && m != 0 || prec > 0 {
		dst = append(dst, '.')
		for i := 0; prec < 0 && m != 0 || i < prec; i++ {
			dst = append(dst, hex[m>>60])
			m <<= 4
		}
	}
	exponentLetter := byte('p')
	if fmt == 'X' {
		exponentLetter = 'P'
	}
	return appendExponent(append(dst, exponentLetter), exponent)
}

// appendExponent writes a sign and at least two digits.
func appendExponent(dst []byte, e int) []byte {
	sign := byte('+')
	if e < 0 {
		sign, e = '-', -e
	}
	dst = append(dst, sign)
	if e < 10 {
		dst = append(dst, '0')
	}
	return AppendUint(dst, uint64(e), 10)
}

// shortestDigits gives the digits that shortest finds, in buf.
func shortestDigits(buf []byte, m uint64, e int, halfBelow bool) exactDigits {
	if m == 0 {
		return zeroDigits(buf)
	}
	if e <= 0 && e > -53 && m&(1<<-e-1) == 0 && m>>-e < 1<<53 {
		return integerDigits(buf, m>>-e, 0)
	}
	d, k := shortest(m, e, halfBelow)
	return integerDigits(buf, d, k)
}

func zeroDigits(buf []byte) exactDigits {
	buf[0] = '0'
	return exactDigits{buf[:1], 1}
}

// integerDigits gives the digits of n * 10^k without trailing zeros.
func integerDigits(buf []byte, n uint64, k int) exactDigits {
	if n == 0 {
		return zeroDigits(buf)
	}
	at := len(buf)
	for n != 0 {
		q := n / 10
		at--
		buf[at] = byte('0' + n - q*10)
		n = q
	}
	point := len(buf) - at + k
	end := len(buf)
	for buf[end-1] == '0' {
		end--
	}
	return exactDigits{buf[at:end], point}
}

var tens = [...]uint64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
}

const wordDigits = 17 // digits that are surely had from one word

// appendRounded writes m * 2^e with a given precision.
func appendRounded(dst []byte, m uint64, e int, fmt byte, prec int) []byte {
	var buf [24]byte
	if prec == 0 && fmt|0x20 == 'g' {
		prec = 1
	}
	if m == 0 {
		return appendDecimal(dst, zeroDigits(buf[:]), fmt, prec)
	}
	if fmt == 'f' {
		if n, ok := scaled(m, e, prec); ok && n < tens[wordDigits] {
			return appendDecimal(dst, integerDigits(buf[:], n, -prec), fmt, prec)
		}
		d := expand(m, e)
		d.round(d.point + prec)
		return appendDecimal(dst, d, fmt, prec)
	}
	count := prec
	if fmt|0x20 == 'e' {
		count++
	}
	if count <= wordDigits {
		if d, ok := roundedDigits(buf[:], m, e, count); ok {
			return appendDecimal(dst, d, fmt, prec)
		}
	}
	d := expand(m, e)
	d.round(count)
	return appendDecimal(dst, d, fmt, prec)
}

// roundedDigits gives count digits of m * 2^e, where one multiplication can decide them.
func roundedDigits(buf []byte, m uint64, e, count int) (exactDigits, bool) {
	// The estimate of the power of ten is right or one too low.
	k := count - 1 - decimalExponent(e+bitLength(m)-1)
	n, ok := scaled(m, e, k)
	if ok && n >= tens[count] {
		k--
		n, ok = scaled(m, e, k)
	}
	if !ok || n > tens[count] {
		return exactDigits{}, false
	}
	return integerDigits(buf, n, -k), true
}

func bitLength(m uint64) int {
	n := 0
	for step := 32; step > 0; step >>= 1 {
		if m>>step != 0 {
			m >>= step
			n += step
		}
	}
	return n + int(m)
}

// appendDecimal lays out digits; prec -1 means all there are.
func appendDecimal(dst []byte, d exactDigits, fmt byte, prec int) []byte {
	switch fmt {
	case 'f':
		if prec < 0 {
			prec = max(len(d.digits)-d.point, 0)
		}
		return appendFixed(dst, d, prec)
	case 'e', 'E':
		if prec < 0 {
			prec = len(d.digits) - 1
		}
		return appendScientific(dst, d, fmt, prec)
	}
	for len(d.digits) > 1 && d.digits[len(d.digits)-1] == '0' {
		d.digits = d.digits[:len(d.digits)-1]
	}
	most := prec
	if prec < 0 {
		most = 6
	} else if prec > len(d.digits) && len(d.digits) >= d.point {
		most = len(d.digits)
	}
	exponent := d.point - 1
	if exponent < -4 || exponent >= most {
		return appendScientific(dst, d, fmt+'e'-'g', len(d.digits)-1)
	}
	return appendFixed(dst, d, max(len(d.digits)-d.point, 0))
}

func appendFixed(dst []byte, d exactDigits, prec int) []byte {
	if d.point > 0 {
		whole := min(d.point, len(d.digits))
		dst = append(dst, d.digits[:whole]...)
		for ; whole < d.point; whole++ {
			dst = append(dst, '0')
		}
	} else {
		dst = append(dst, '0')
	}
	if prec == 0 {
		return dst
	}
	dst = append(dst, '.')
	for at := d.point; at < d.point+prec; at++ {
		c := byte('0')
		if at >= 0 && at < len(d.digits) {
			c = d.digits[at]
		}
		dst = append(dst, c)
	}
	return dst
}

func appendScientific(dst []byte, d exactDigits, letter byte, prec int) []byte {
	if len(d.digits) == 0 {
		d = exactDigits{[]byte{'0'}, 1}
	}
	dst = append(dst, d.digits[0])
	if prec > 0 {
		dst = append(dst, '.')
		have := min(len(d.digits), prec+1)
		dst = append(dst, d.digits[1:have]...)
		for ; have <= prec; have++ {
			dst = append(dst, '0')
		}
	}
	exponent := d.point - 1
	if len(d.digits) == 1 && d.digits[0] == '0' {
		exponent = 0
	}
	return appendExponent(append(dst, letter), exponent)
}
