package time

import "strconv"

// appendNumber appends n with at least so many digits.
func appendNumber(b []byte, n int, width int) []byte {
	u := uint(n)
	if n < 0 {
		b = append(b, '-')
		u = -u
	}
	digits := 1
	for v := u / 10; v > 0; v /= 10 {
		digits++
	}
	for ; digits < width; width-- {
		b = append(b, '0')
	}
	return strconv.AppendUint(b, uint64(u), 10)
}

func appendPadded(b []byte, n, width int, pad byte) []byte {
	for limit := 10; width > 1; width, limit = width-1, limit*10 {
		if n < limit {
			b = append(b, pad)
		}
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// Format returns the time as a layout shows it.
func (t Time) Format(layout string) string {
	return string(t.AppendFormat(make([]byte, 0, len(layout)+10), layout))
}

// AppendFormat is Format that appends to b.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	switch layout {
	case RFC3339:
		return t.appendDefault(b, false)
	case RFC3339Nano:
		return t.appendDefault(b, true)
	}
	return t.appendLayout(b, layout)
}

func (t Time) appendLayout(b []byte, layout string) []byte {
	f := formatter{t: t, abs: t.local()}
	days, rest := divide(f.abs, secondsPerDay)
	f.year, f.month, f.day = civil(days)
	n := int(rest)
	f.hour, f.min, f.sec = n/3600, n/60%60, n%60
	at := 0
	for at < len(layout) {
		p := next(layout, at)
		b = append(b, layout[at:p.at]...)
		if p.element == none {
			break
		}
		b = f.append(b, p, layout)
		at = p.end
	}
	return b
}

type formatter struct {
	t              Time
	abs            int64
	year           int
	month          Month
	day            int
	hour, min, sec int
}

func (f *formatter) append(b []byte, p piece, layout string) []byte {
	switch p.element {
	case longMonth:
		return append(b, f.month.String()...)
	case shortMonth:
		return append(b, f.month.String()[:3]...)
	case month1:
		return appendNumber(b, int(f.month), 0)
	case month2:
		return appendNumber(b, int(f.month), 2)
	case longWeekday:
		return append(b, f.t.Weekday().String()...)
	case shortWeekday:
		return append(b, f.t.Weekday().String()[:3]...)
	case day1:
		return appendNumber(b, f.day, 0)
	case dayPadded:
		return appendPadded(b, f.day, 2, ' ')
	case day2:
		return appendNumber(b, f.day, 2)
	case yearDayPadded:
		return appendPadded(b, f.t.YearDay(), 3, ' ')
	case yearDay3:
		return appendNumber(b, f.t.YearDay(), 3)
	case hour24:
		return appendNumber(b, f.hour, 2)
	case hour1:
		return appendNumber(b, (f.hour+11)%12+1, 0)
	case hour2:
		return appendNumber(b, (f.hour+11)%12+1, 2)
	case minute1:
		return appendNumber(b, f.min, 0)
	case minute2:
		return appendNumber(b, f.min, 2)
	case second1:
		return appendNumber(b, f.sec, 0)
	case second2:
		return appendNumber(b, f.sec, 2)
	case year4:
		return appendNumber(b, f.year, 4)
	case year2:
		return appendNumber(b, max(f.year, 0)%100, 2)
	case upperPM, lowerPM:
		return f.appendHalf(b, p.element)
	case zoneName:
		return f.appendZone(b)
	case zoneOffset:
		_, offset := f.t.Zone()
		return appendOffset(b, offset, p.shape)
	}
	return appendFraction(b, int(f.t.nsec()), layout[p.at], p.end-p.at-1, p.element == fractionTrim)
}

func (f *formatter) appendHalf(b []byte, e element) []byte {
	text := "AMamPMpm"
	if f.hour >= 12 {
		text = text[4:]
	}
	if e == lowerPM {
		text = text[2:]
	}
	return append(b, text[:2]...)
}

func (f *formatter) appendZone(b []byte) []byte {
	name, offset := f.t.Zone()
	if name != "" {
		return append(b, name...)
	}
	return appendOffset(b, offset/60*60, zoneShape{minutes: true})
}

func appendOffset(b []byte, offset int, shape zoneShape) []byte {
	if shape.zulu && offset == 0 {
		return append(b, 'Z')
	}
	sign := byte('+')
	seconds := offset
	if offset < 0 {
		seconds = -offset
	}
	if offset/60 < 0 {
		sign = '-'
	}
	b = appendNumber(append(b, sign), seconds/3600, 2)
	if shape.minutes {
		if shape.colons {
			b = append(b, ':')
		}
		b = appendNumber(b, seconds/60%60, 2)
	}
	if shape.seconds {
		if shape.colons {
			b = append(b, ':')
		}
		b = appendNumber(b, seconds%60, 2)
	}
	return b
}

func appendFraction(b []byte, nsec int, point byte, digits int, trim bool) []byte {
	var text [9]byte
	for i := 8; i >= 0; i-- {
		text[i] = byte('0' + nsec%10)
		nsec /= 10
	}
	digits = min(digits, 9)
	if trim {
		for digits > 0 && text[digits-1] == '0' {
			digits--
		}
		if digits == 0 {
			return b
		}
	}
	return append(append(b, point), text[:digits]...)
}

// String shows all of t, with the monotonic reading where it has one.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&withMono == 0 {
		return s
	}
	// Readings count from the beginning of the run.
	sign, m := " m=+", uint64(t.ext)
	if t.ext < 0 {
		sign, m = " m=-", -m
	}
	b := appendNumber(append([]byte(s), sign...), int(m/1e9), 0)
	return string(appendNumber(append(b, '.'), int(m%1e9), 9))
}

// GoString shows t as Go source that makes it.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	b := appendNumber([]byte("time.Date("), year, 0)
	b = append(b, ", "...)
	if month >= January && month <= December {
		b = append(append(b, "time."...), month.String()...)
	}
	for _, n := range []int{day, hour, min, sec, int(t.nsec())} {
		b = appendNumber(append(b, ", "...), n, 0)
	}
	b = append(b, ", "...)
	switch loc := t.Location(); loc {
	case UTC:
		b = append(b, "time.UTC"...)
	case Local:
		b = append(b, "time.Local"...)
	default:
		b = append(append(append(b, "time.Location("...), quote(loc.name)...), ')')
	}
	return string(append(b, ')'))
}
