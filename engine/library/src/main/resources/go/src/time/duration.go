// Package time measures and shows time. Calendars are always Gregorian, without leap seconds.
package time

import "errors"

// Duration is the time between two instants, in nanoseconds.
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute

	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// String gives d like 72h3m0.5s, without leading zero units; below a second in ms, µs or ns.
func (d Duration) String() string {
	if d == 0 {
		return "0s"
	}
	var buf [32]byte
	at := len(buf)
	u := uint64(d)
	if d < 0 {
		u = -u
	}
	put := func(s string) {
		at -= len(s)
		copy(buf[at:], s)
	}
	number := func(n uint64) {
		for first := true; first || n > 0; first = false {
			at--
			buf[at] = byte('0' + n%10)
			n /= 10
		}
	}
	fraction := func(n uint64, digits int) {
		some := false
		for range digits {
			digit := n % 10
			n /= 10
			if some = some || digit != 0; some {
				at--
				buf[at] = byte('0' + digit)
			}
		}
		if some {
			put(".")
		}
	}
	switch {
	case u < uint64(Microsecond):
		put("ns")
		number(u)
	case u < uint64(Millisecond):
		put("µs")
		fraction(u%1000, 3)
		number(u / 1000)
	case u < uint64(Second):
		put("ms")
		fraction(u%1000000, 6)
		number(u / 1000000)
	default:
		put("s")
		fraction(u%1000000000, 9)
		u /= 1000000000
		number(u % 60)
		if u /= 60; u > 0 {
			put("m")
			number(u % 60)
			if u /= 60; u > 0 {
				put("h")
				number(u)
			}
		}
	}
	if d < 0 {
		put("-")
	}
	return string(buf[at:])
}

// Nanoseconds returns d in nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns d in whole microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1000 }

// Milliseconds returns d in whole milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1000000 }

func (d Duration) in(unit Duration) float64 { return float64(d/unit) + float64(d%unit)/float64(unit) }

// Seconds returns d in seconds.
func (d Duration) Seconds() float64 { return d.in(Second) }

// Minutes returns d in minutes.
func (d Duration) Minutes() float64 { return d.in(Minute) }

// Hours returns d in hours.
func (d Duration) Hours() float64 { return d.in(Hour) }

// Truncate rounds d towards zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds d to the nearest multiple of m, halves away from zero, and stays within what fits.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	rest := d % m
	if d < 0 {
		rest = -rest
		if rest < m-rest {
			return d + rest
		}
		if low := d - m + rest; low < d {
			return low
		}
		return minDuration
	}
	if rest < m-rest {
		return d - rest
	}
	if high := d + m - rest; high > d {
		return high
	}
	return maxDuration
}

// Abs returns the distance of d from zero; the most negative becomes the largest.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

func unitOf(name string) (Duration, bool) {
	switch name {
	case "ns":
		return Nanosecond, true
	case "us", "µs", "μs":
		return Microsecond, true
	case "ms":
		return Millisecond, true
	case "s":
		return Second, true
	case "m":
		return Minute, true
	case "h":
		return Hour, true
	}
	return 0, false
}

// ParseDuration reads a duration: numbers with optional fractions, each with a unit, like 1h15m30.918s.
func ParseDuration(s string) (Duration, error) {
	invalid := func() (Duration, error) { return 0, errors.New("time: invalid duration " + quote(s)) }
	rest := s
	negative := false
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		negative = rest[0] == '-'
		rest = rest[1:]
	}
	if rest == "0" {
		return 0, nil
	}
	if rest == "" {
		return invalid()
	}
	var sum uint64
	for rest != "" {
		whole, fraction, scale, n, ok := durationNumber(rest)
		if !ok {
			return invalid()
		}
		rest = rest[n:]
		n = 0
		for n < len(rest) && rest[n] != '.' && !isDigit(rest, n) {
			n++
		}
		if n == 0 {
			return 0, errors.New("time: missing unit in duration " + quote(s))
		}
		unit, known := unitOf(rest[:n])
		if !known {
			return 0, errors.New("time: unknown unit " + quote(rest[:n]) + " in duration " + quote(s))
		}
		rest = rest[n:]
		if whole > 1<<63/uint64(unit) {
			return invalid()
		}
		whole *= uint64(unit)
		if fraction > 0 {
			whole += uint64(float64(fraction) * (float64(unit) / scale))
		}
		if sum += whole; whole > 1<<63 || sum > 1<<63 {
			return invalid()
		}
	}
	if negative {
		return -Duration(sum), nil
	}
	if sum > 1<<63-1 {
		return invalid()
	}
	return Duration(sum), nil
}

// durationNumber reads digits with an optional fraction, which is fraction/scale; digits of it that would not fit are dropped.
func durationNumber(s string) (whole, fraction uint64, scale float64, n int, ok bool) {
	scale = 1
	digits := 0
	for ; isDigit(s, n); n++ {
		if whole > 1<<63/10 {
			return 0, 0, 0, 0, false
		}
		if whole = whole*10 + uint64(s[n]-'0'); whole > 1<<63 {
			return 0, 0, 0, 0, false
		}
		digits++
	}
	if n < len(s) && s[n] == '.' {
		full := false
		for n++; isDigit(s, n); n++ {
			digits++
			if full || fraction > (1<<63-1)/10 {
				full = true
				continue
			}
			next := fraction*10 + uint64(s[n]-'0')
			if full = next > 1<<63; !full {
				fraction = next
				scale *= 10
			}
		}
	}
	return whole, fraction, scale, n, digits > 0
}

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }
