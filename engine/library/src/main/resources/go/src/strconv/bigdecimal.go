package strconv

// exactDigits holds all digits of a binary float.
type exactDigits struct {
	digits []byte // '0' to '9', the first not '0' unless alone
	point  int    // digits in front of the decimal point; may be negative or beyond the end
}

const (
	limbBase   = 1_000_000_000 // a limb holds nine decimal digits
	limbDigits = 9
	mostLimbs  = 90 // 1,074 halvings of a 53-bit number give 767 digits, 2^1024 has 309
)

// limbs is a natural number in base 10^9, the lowest limb first.
type limbs struct {
	v [mostLimbs]uint32
	n int
}

func (x *limbs) mul(by uint64) {
	var carry uint64
	for i := 0; i < x.n; i++ {
		t := uint64(x.v[i])*by + carry
		x.v[i] = uint32(t % limbBase)
		carry = t / limbBase
	}
	for ; carry != 0; carry /= limbBase {
		x.v[x.n] = uint32(carry % limbBase)
		x.n++
	}
}

// expand gives the digits of m * 2^e: for a negative e those of m * 5^-e, the point moved by -e.
func expand(m uint64, e int) exactDigits {
	var x limbs
	for ; m != 0; m /= limbBase {
		x.v[x.n] = uint32(m % limbBase)
		x.n++
	}
	if x.n == 0 {
		return exactDigits{[]byte{'0'}, 1}
	}
	fraction := 0
	if e < 0 {
		fraction = -e
		for left := fraction; left > 0; {
			step := min(left, 12)
			x.mul(fives[step])
			left -= step
		}
	} else {
		for left := e; left > 0; {
			step := min(left, 29)
			x.mul(1 << step)
			left -= step
		}
	}
	digits := make([]byte, 0, x.n*limbDigits)
	for i := x.n - 1; i >= 0; i-- {
		var nine [limbDigits]byte
		v := x.v[i]
		for j := limbDigits - 1; j >= 0; j-- {
			nine[j] = byte('0' + v%10)
			v /= 10
		}
		lead := 0
		for len(digits) == 0 && nine[lead] == '0' {
			lead++
		}
		digits = append(digits, nine[lead:]...)
	}
	return exactDigits{digits, len(digits) - fraction}
}

// round cuts the digits to n, halves to even; n may be 0 or less, which leaves one digit or none.
func (d *exactDigits) round(n int) {
	if n >= len(d.digits) {
		return
	}
	if n < 0 {
		d.digits = d.digits[:0]
		return
	}
	up := d.digits[n] >= '5'
	if d.digits[n] == '5' {
		tie := true
		for _, c := range d.digits[n+1:] {
			if c != '0' {
				tie = false
				break
			}
		}
		if tie {
			up = n > 0 && (d.digits[n-1]-'0')&1 == 1
		}
	}
	d.digits = d.digits[:n]
	if !up {
		return
	}
	for i := n - 1; i >= 0; i-- {
		if d.digits[i] < '9' {
			d.digits[i]++
			d.digits = d.digits[:i+1]
			return
		}
	}
	d.digits = append(d.digits[:0], '1')
	d.point++
}
