package time

import "strconv"

// Time is an instant with nanosecond precision, seen from a location.
//
// Besides the time of day it may hold a reading of the monotonic clock, which differences are then taken of. The zero Time
// is the first instant of the year 1 in UTC.
type Time struct {
	// The 30 low bits are nanoseconds within the second. With bit 63 the bits between are seconds since 1885, and ext is the reading of the
	// monotonic clock; without it they are 0, and ext is seconds since the zero Time.
	wall uint64
	ext  int64
	loc  *Location
}

const (
	withMono  = 1 << 63
	wallShift = 30
	nsecMask  = 1<<wallShift - 1
	since1885 = (1884*365 + 1884/4 - 1884/100 + 1884/400) * secondsPerDay // on the scale of ext without a reading
	until2157 = since1885 + 1<<33 - 1
)

// sec returns the seconds since the zero Time.
func (t *Time) sec() int64 {
	if t.wall&withMono != 0 {
		return since1885 + int64(t.wall<<1>>(wallShift+1))
	}
	return t.ext
}

// nsec returns the nanoseconds within the second.
func (t *Time) nsec() int32 { return int32(t.wall & nsecMask) }

// strip takes the monotonic reading away.
func (t *Time) strip() {
	if t.wall&withMono != 0 {
		t.ext = t.sec()
		t.wall &= nsecMask
	}
}

// mono returns the monotonic reading, 0 for none.
func (t *Time) mono() int64 {
	if t.wall&withMono == 0 {
		return 0
	}
	return t.ext
}

// setMono gives t a monotonic reading, if its year allows that.
func (t *Time) setMono(m int64) {
	if t.wall&withMono == 0 {
		sec := t.ext
		if sec < since1885 || until2157 < sec {
			return
		}
		t.wall |= withMono | uint64(sec-since1885)<<wallShift
	}
	t.ext = m
}

// addSec moves t by seconds, and stops where they do not fit.
func (t *Time) addSec(d int64) {
	if t.wall&withMono != 0 {
		sec := int64(t.wall << 1 >> (wallShift + 1))
		if moved := sec + d; 0 <= moved && moved <= 1<<33-1 {
			t.wall = t.wall&nsecMask | uint64(moved)<<wallShift | withMono
			return
		}
		t.strip()
	}
	sum := t.ext + d
	switch {
	case (sum > t.ext) == (d > 0):
		t.ext = sum
	case d > 0:
		t.ext = 1<<63 - 1
	default:
		t.ext = -(1<<63 - 1)
	}
}

const (
	secondsPerMinute = 60
	secondsPerHour   = 3600
	secondsPerDay    = 86400
	unixEpoch        = 719162 * secondsPerDay // 1970 on the scale of sec
)

// Month is a month; January is 1.
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var monthNames = [...]string{
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
}

func (m Month) String() string {
	if m >= January && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + strconv.FormatUint(uint64(m), 10) + ")"
}

// Weekday is a day of the week; Sunday is 0.
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var dayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

func (d Weekday) String() string {
	if d >= Sunday && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + strconv.FormatUint(uint64(d), 10) + ")"
}

// Clocks of the run.

func unixNow() (sec int64, nsec int32)

// monotonic never returns 0.
func monotonic() int64

// Now returns the current time.
func Now() Time {
	sec, nsec := unixNow()
	m := monotonic()
	if s := uint64(sec + unixEpoch - since1885); s>>33 == 0 {
		return Time{withMono | s<<wallShift | uint64(nsec), m, Local}
	}
	return Time{uint64(nsec), sec + unixEpoch, Local}
}

// Unix returns the time that is so long after 1970.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		sec += nsec / 1e9
		if nsec %= 1e9; nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return Time{uint64(nsec), sec + unixEpoch, Local}
}

// UnixMilli returns the time that is so many milliseconds after 1970.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, msec%1e3*1e6) }

// UnixMicro returns the time that is so many microseconds after 1970.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, usec%1e6*1e3) }

// Unix returns the seconds since 1970.
func (t Time) Unix() int64 { return t.sec() - unixEpoch }

// UnixMilli returns the milliseconds since 1970.
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + int64(t.nsec())/1e6 }

// UnixMicro returns the microseconds since 1970.
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + int64(t.nsec())/1e3 }

// UnixNano returns the nanoseconds since 1970, where they fit.
func (t Time) UnixNano() int64 { return t.Unix()*1e9 + int64(t.nsec()) }

// IsZero reports whether t is the zero Time's instant.
func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

// After reports whether t is later than u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether t is earlier than u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal reports whether t and u are the same instant, wherever seen from.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Compare is negative, 0 or positive as t is earlier than u, the same instant, or later.
func (t Time) Compare(u Time) int {
	if t.wall&u.wall&withMono != 0 {
		return order(t.ext, u.ext)
	}
	if a, b := t.sec(), u.sec(); a != b {
		return order(a, b)
	}
	return order(int64(t.nsec()), int64(u.nsec()))
}

func order(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return +1
	}
	return 0
}

// Add returns t+d.
func (t Time) Add(d Duration) Time {
	sec, n := int64(d/Second), t.nsec()+int32(d%Second)
	if n >= 1e9 {
		sec++
		n -= 1e9
	} else if n < 0 {
		sec--
		n += 1e9
	}
	t.wall = t.wall&^nsecMask | uint64(n)
	t.addSec(sec)
	if t.wall&withMono != 0 {
		m := t.ext + int64(d)
		if d < 0 && m > t.ext || d > 0 && m < t.ext {
			t.strip() // it does not fit: do without
		} else {
			t.ext = m
		}
	}
	return t
}

// Sub returns t-u, or the nearest Duration where it does not fit.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&withMono != 0 {
		return difference(t.ext, u.ext)
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

func difference(a, b int64) Duration {
	d := Duration(a - b)
	switch {
	case d < 0 && a > b:
		return maxDuration
	case d > 0 && a < b:
		return minDuration
	}
	return d
}

// Since returns the time that has passed since t.
func Since(t Time) Duration {
	if t.wall&withMono != 0 {
		return difference(monotonic(), t.ext)
	}
	return Now().Sub(t)
}

// Until returns the time until t.
func Until(t Time) Duration {
	if t.wall&withMono != 0 {
		return difference(t.ext, monotonic())
	}
	return t.Sub(Now())
}

// AddDate adds years, months and days to the date, and brings it into range as Date does.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, minute, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, minute, sec, int(t.nsec()), t.Location())
}

// Truncate rounds t down to a multiple of d since the zero Time, without a monotonic reading.
func (t Time) Truncate(d Duration) Time {
	t.strip()
	if d <= 0 {
		return t
	}
	return t.Add(-t.remainder(d))
}

// Round rounds t to the nearest multiple of d since the zero Time, halves up, without a monotonic reading.
func (t Time) Round(d Duration) Time {
	t.strip()
	if d <= 0 {
		return t
	}
	rest := t.remainder(d)
	if rest < d-rest {
		return t.Add(-rest)
	}
	return t.Add(d - rest)
}

// remainder returns the time since the zero Time modulo d.
func (t Time) remainder(d Duration) Duration {
	if d%Second == 0 {
		whole := int64(d / Second)
		rest := t.sec() % whole
		if rest < 0 {
			rest += whole
		}
		return Duration(rest)*Second + Duration(t.nsec())
	}
	if Second%d == 0 {
		return Duration(t.nsec()) % d
	}
	// (sec mod d)·10^9 + nsec mod d, by doubling, since the product does not fit.
	m := uint64(d)
	sec := t.sec()
	negative := sec < 0
	if negative {
		sec = -sec
	}
	var sum uint64
	for unit, left := uint64(1e9)%m, uint64(sec); left > 0; left >>= 1 {
		if left&1 != 0 {
			sum = addModulo(sum, unit, m)
		}
		unit = addModulo(unit, unit, m)
	}
	if negative && sum != 0 {
		sum = m - sum
	}
	return Duration(addModulo(sum, uint64(t.nsec())%m, m))
}

func addModulo(a, b, m uint64) uint64 {
	if a >= m-b {
		return a - (m - b)
	}
	return a + b
}
