package time

import "errors"

// The form of RFC 3339 is so common that it is written and read without looking at a layout.

// appendDefault is AppendFormat by RFC3339, or RFC3339Nano.
func (t Time) appendDefault(b []byte, nanos bool) []byte {
	days, rest := divide(t.local(), secondsPerDay)
	year, month, day := civil(days)
	n := int(rest)
	b = append(appendNumber(b, year, 4), '-')
	b = append(appendNumber(b, int(month), 2), '-')
	b = append(appendNumber(b, day, 2), 'T')
	b = append(appendNumber(b, n/3600, 2), ':')
	b = append(appendNumber(b, n/60%60, 2), ':')
	b = appendNumber(b, n%60, 2)
	if nanos {
		b = appendFraction(b, int(t.nsec()), '.', 9, true)
	}
	_, offset := t.Zone()
	return appendOffset(b, offset, zoneShape{zulu: true, colons: true, minutes: true})
}

// twoOf reads two digits; -1 for others, or more than most.
func twoOf[bytes string | []byte](s bytes, at, least, most int) int {
	a, b := int(s[at])-'0', int(s[at+1])-'0'
	n := a*10 + b
	if a < 0 || a > 9 || b < 0 || b > 9 || n < least || n > most {
		return -1
	}
	return n
}

// parseDefault reads what RFC3339 shows, if it is exactly of that form; the result is that of Parse.
func parseDefault[bytes string | []byte](s bytes, local *Location) (t Time, ok bool) {
	const clock = len("2006-01-02T15:04:05")
	if len(s) < clock+1 || s[4] != '-' || s[7] != '-' || s[10] != 'T' || s[13] != ':' || s[16] != ':' {
		return Time{}, false
	}
	century, year := twoOf(s, 0, 0, 99), twoOf(s, 2, 0, 99)
	month := twoOf(s, 5, 1, 12)
	if century < 0 || year < 0 || month < 0 {
		return Time{}, false
	}
	year += century * 100
	day := twoOf(s, 8, 1, daysIn(Month(month), year))
	hour, min, sec := twoOf(s, 11, 0, 23), twoOf(s, 14, 0, 59), twoOf(s, 17, 0, 59)
	if day < 0 || hour < 0 || min < 0 || sec < 0 {
		return Time{}, false
	}
	at, nsec := clock, 0
	if s[at] == '.' && at+1 < len(s) && '0' <= s[at+1] && s[at+1] <= '9' {
		scale := int(1e8)
		for at++; at < len(s) && '0' <= s[at] && s[at] <= '9'; at++ {
			nsec += int(s[at]-'0') * scale
			scale /= 10
		}
	}
	t = Date(year, Month(month), day, hour, min, sec, nsec, UTC)
	if at+1 == len(s) && s[at] == 'Z' {
		return t, true
	}
	if len(s) != at+len("-07:00") || s[at] != '+' && s[at] != '-' || s[at+3] != ':' {
		return Time{}, false
	}
	hours, minutes := twoOf(s, at+1, 0, 24), twoOf(s, at+4, 0, 60)
	if hours < 0 || minutes < 0 {
		return Time{}, false
	}
	offset := (hours*60 + minutes) * 60
	if s[at] == '-' {
		offset = -offset
	}
	t.addSec(-int64(offset))
	if _, here, _, _, _ := local.get().lookup(t.Unix()); here == offset {
		t.setLoc(local)
	} else {
		t.setLoc(FixedZone("", offset))
	}
	return t, true
}

// parseText is Parse by RFC3339.
func parseText(b []byte) (Time, error) {
	if t, ok := parseDefault(b, Local); ok {
		return t, nil
	}
	return Parse(RFC3339, string(b))
}

// appendStrict appends t by RFC 3339, which has no room for all times.
func (t Time) appendStrict(b []byte, where string) ([]byte, error) {
	if year := t.Year(); year < 0 || year > 9999 {
		return nil, errors.New(where + "year outside of range [0,9999]")
	}
	if _, offset := t.Zone(); offset <= -24*3600 || offset >= 24*3600 {
		return nil, errors.New(where + "timezone hour outside of range [0,23]")
	}
	return t.appendDefault(b, true), nil
}
