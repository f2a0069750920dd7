package time

import "errors"

// Files of time zones have the form TZif (RFC 9636): a header with counts, 32-bit data, then, since version 2, the same with 64
// bits, and a rule for later times in the form of the environment variable TZ.

var errZoneData = errors.New("malformed time zone information")

type zoneReader struct {
	data  []byte
	short bool // there was less than asked for
}

func (r *zoneReader) take(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.short = true
		return make([]byte, max(n, 0)&0xffff)
	}
	p := r.data[:n]
	r.data = r.data[n:]
	return p
}

func bigEndian(p []byte) int64 {
	var n int64
	if len(p) > 0 && p[0] >= 0x80 {
		n = -1
	}
	for _, b := range p {
		n = n<<8 | int64(b)
	}
	return n
}

type zoneCounts struct{ utc, standard, leap, changes, zones, chars int }

func (r *zoneReader) header() (version byte, n zoneCounts, ok bool) {
	if string(r.take(4)) != "TZif" {
		return 0, n, false
	}
	version = r.take(16)[0]
	for _, to := range []*int{&n.utc, &n.standard, &n.leap, &n.changes, &n.zones, &n.chars} {
		*to = int(bigEndian(r.take(4)))
		if *to < 0 || *to > 1<<20 {
			return 0, n, false
		}
	}
	return version, n, !r.short
}

func (n *zoneCounts) bytes(width int) int {
	return n.changes*(width+1) + n.zones*6 + n.chars + n.leap*(width+4) + n.standard + n.utc
}

// LoadLocationFromTZData makes a location of the contents of a time zone file.
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	r := zoneReader{data: data}
	version, n, ok := r.header()
	if !ok {
		return nil, errZoneData
	}
	width := 4
	if version >= '2' {
		r.take(n.bytes(4))
		if _, n, ok = r.header(); !ok {
			return nil, errZoneData
		}
		width = 8
	}
	times := r.take(n.changes * width)
	which := r.take(n.changes)
	zones := r.take(n.zones * 6)
	names := r.take(n.chars)
	r.take(n.leap*(width+4) + n.standard + n.utc)
	if r.short || n.zones == 0 {
		return nil, errZoneData
	}
	l := &Location{name: name}
	for i := range n.zones {
		z := zones[6*i : 6*i+6]
		from := int(z[5])
		if from > len(names) {
			return nil, errZoneData
		}
		to := from
		for to < len(names) && names[to] != 0 {
			to++
		}
		l.zone = append(l.zone, zone{string(names[from:to]), int(bigEndian(z[:4])), z[4] != 0})
	}
	for i := range n.changes {
		if int(which[i]) >= n.zones {
			return nil, errZoneData
		}
		l.changes = append(l.changes, change{bigEndian(times[width*i : width*i+width]), int(which[i])})
	}
	if width == 8 && len(r.data) > 2 && r.data[0] == '\n' {
		end := 1
		for end < len(r.data) && r.data[end] != '\n' {
			end++
		}
		l.rule, l.ruled = parseRule(string(r.data[1:end]))
	}
	return l, nil
}

// rule says when each year daylight saving begins and ends.
type rule struct {
	standard, saving zone
	hasSaving        bool
	begin, end       yearly
}

// yearly is an instant that comes each year: day n, counted as kind says, at a second of it.
type yearly struct {
	kind             byte // J: day of the year without February 29, 0: with it, M: weekday of a week of a month
	month, week, day int
	second           int
}

type ruleReader struct {
	s  string
	ok bool
}

func (r *ruleReader) skip(c byte) bool {
	if r.s != "" && r.s[0] == c {
		r.s = r.s[1:]
		return true
	}
	return false
}

func (r *ruleReader) number(low, high int) int {
	n, digits := 0, 0
	for isDigit(r.s, 0) && digits < 4 {
		n = n*10 + int(r.s[0]-'0')
		r.s = r.s[1:]
		digits++
	}
	if digits == 0 || n < low || n > high {
		r.ok = false
	}
	return n
}

func (r *ruleReader) name() string {
	n := 0
	if r.skip('<') {
		for n < len(r.s) && r.s[n] != '>' {
			n++
		}
		name := r.s[:n]
		r.s = r.s[n:]
		r.ok = r.ok && r.skip('>')
		return name
	}
	for n < len(r.s) && (r.s[n]|0x20 >= 'a' && r.s[n]|0x20 <= 'z') {
		n++
	}
	if n < 3 {
		r.ok = false
	}
	name := r.s[:n]
	r.s = r.s[n:]
	return name
}

// clock reads hours with optional minutes and seconds and a sign.
func (r *ruleReader) clock() int {
	negative := r.skip('-')
	if !negative {
		r.skip('+')
	}
	n := r.number(0, 24*7) * 3600
	if r.skip(':') {
		n += r.number(0, 59) * 60
		if r.skip(':') {
			n += r.number(0, 59)
		}
	}
	if negative {
		return -n
	}
	return n
}

func (r *ruleReader) yearly() yearly {
	y := yearly{second: 2 * 3600}
	switch {
	case r.skip('J'):
		y.kind, y.day = 'J', r.number(1, 365)
	case r.skip('M'):
		y.kind, y.month = 'M', r.number(1, 12)
		r.ok = r.ok && r.skip('.')
		y.week = r.number(1, 5)
		r.ok = r.ok && r.skip('.')
		y.day = r.number(0, 6)
	default:
		y.kind, y.day = '0', r.number(0, 365)
	}
	if r.skip('/') {
		y.second = r.clock()
	}
	return y
}

// parseRule reads a rule such as CET-1CEST,M3.5.0,M10.5.0/3.
func parseRule(s string) (out rule, ok bool) {
	r := ruleReader{s, true}
	out.standard.name = r.name()
	out.standard.offset = -r.clock()
	if r.s != "" {
		out.hasSaving = true
		out.saving = zone{r.name(), out.standard.offset + 3600, true}
		if r.s != "" && r.s[0] != ',' {
			out.saving.offset = -r.clock()
		}
		if r.s == "" {
			r.s = ",M3.2.0,M11.1.0"
		}
		r.ok = r.ok && r.skip(',')
		out.begin = r.yearly()
		r.ok = r.ok && r.skip(',')
		out.end = r.yearly()
	}
	return out, r.ok && r.s == ""
}

// in returns the second of a year, counted from its first.
func (y yearly) in(year int) int64 {
	first := dayNumber(int64(year), January)
	var day int64
	switch y.kind {
	case 'J':
		day = int64(y.day) - 1
		if isLeap(year) && y.day >= 60 {
			day++
		}
	case '0':
		day = int64(y.day)
	case 'M':
		begin := dayNumber(int64(year), Month(y.month))
		_, weekday := divide(begin+1, 7)
		day = (int64(y.day)-weekday+7)%7 + int64(y.week-1)*7
		if day >= int64(daysIn(Month(y.month), year)) {
			day -= 7
		}
		day += begin - first
	}
	return day*secondsPerDay + int64(y.second)
}

// find returns the zone in force at a time. The rule holds from since on. Periods end with the year at the latest, as in Go.
func (r *rule) find(unix, since int64) period {
	if !r.hasSaving {
		return period{r.standard, since, endOfTime}
	}
	days, _ := divide(unix+unixEpoch, secondsPerDay)
	year, _, _ := civil(days)
	first := dayNumber(int64(year), January)*secondsPerDay - unixEpoch
	next := dayNumber(int64(year)+1, January)*secondsPerDay - unixEpoch
	begin := first + r.begin.in(year) - int64(r.standard.offset)
	end := first + r.end.in(year) - int64(r.saving.offset)
	winter, summer := r.standard, r.saving
	if end < begin { // the southern half of the earth
		begin, end = end, begin
		winter, summer = summer, winter
	}
	switch {
	case unix < begin:
		return period{winter, first, begin}
	case unix < end:
		return period{summer, begin, end}
	}
	return period{winter, end, next}
}
