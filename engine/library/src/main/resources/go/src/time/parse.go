package time

import "strconv"

// ParseError tells which part of a text does not fit which part of a layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

// quote puts s between quotation marks; what is not plain ASCII is written as bytes in hexadecimal.
func quote(s string) string {
	const hex = "0123456789abcdef"
	b := []byte{'"'}
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c >= 0x80:
			b = append(b, '\\', 'x', hex[c>>4], hex[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}

// Parse reads a time by a layout. What is missing is 0, or 1 where there is no 0; without a zone it is UTC.
func Parse(layout, value string) (Time, error) {
	if layout == RFC3339 || layout == RFC3339Nano {
		if t, ok := parseDefault(value, Local); ok {
			return t, nil
		}
	}
	return parse(layout, value, UTC, Local)
}

// ParseInLocation is Parse where the location is used for times without a zone and for abbreviations.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	if layout == RFC3339 || layout == RFC3339Nano {
		if t, ok := parseDefault(value, loc); ok {
			return t, nil
		}
	}
	return parse(layout, value, loc, loc)
}

// scan is what has been read of a text.
type scan struct {
	rest    string
	bad     bool   // it does not fit
	beyond  string // what is out of range
	am, pm  bool
	year    int
	month   int // -1 where unknown, as the next two
	day     int
	yearDay int
	hour    int
	min     int
	sec     int
	nsec    int
	zulu    bool
	offset  int
	zoned   bool // offset is known
	zone    string
}

func parse(layout, value string, fallback, local *Location) (Time, error) {
	s := scan{rest: value, month: -1, day: -1, yearDay: -1}
	for at := 0; ; {
		p := next(layout, at)
		literal := layout[at:p.at]
		if !s.skip(literal) {
			return Time{}, &ParseError{layout, value, literal, s.rest, ""}
		}
		if p.element == none {
			if s.rest != "" {
				return Time{}, &ParseError{layout, value, "", s.rest, ": extra text: " + quote(s.rest)}
			}
			break
		}
		before := s.rest
		s.read(p, layout)
		part := layout[p.at:p.end]
		if s.beyond != "" {
			return Time{}, &ParseError{layout, value, part, s.rest, ": " + s.beyond + " out of range"}
		}
		if s.bad {
			return Time{}, &ParseError{layout, value, part, before, ""}
		}
		at = p.end
	}
	if message := s.settle(); message != "" {
		return Time{}, &ParseError{layout, value, "", "", message}
	}
	return s.time(fallback, local), nil
}

// skip reads what a layout has between elements: a run of spaces fits any run of spaces.
func (s *scan) skip(literal string) bool {
	for literal != "" {
		if literal[0] == ' ' {
			if s.rest != "" && s.rest[0] != ' ' {
				return false
			}
			literal, s.rest = withoutSpaces(literal), withoutSpaces(s.rest)
			continue
		}
		if s.rest == "" || s.rest[0] != literal[0] {
			return false
		}
		literal, s.rest = literal[1:], s.rest[1:]
	}
	return true
}

func withoutSpaces(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

// digits reads a number of at most so many digits, or exactly so many.
func (s *scan) digits(most int, exact bool) int {
	n, count := 0, 0
	for count < most && isDigit(s.rest, count) {
		n = n*10 + int(s.rest[count]-'0')
		count++
	}
	if count == 0 || exact && count < most {
		s.bad = true
		return 0
	}
	s.rest = s.rest[count:]
	return n
}

// number reads a number and checks its range.
func (s *scan) number(exact bool, low, high int, what string) int {
	n := s.digits(2, exact)
	if !s.bad && (n < low || n > high) {
		s.beyond = what
	}
	return n
}

func (s *scan) space() {
	if s.rest != "" && s.rest[0] == ' ' {
		s.rest = s.rest[1:]
	}
}

// name reads one of several names, of which only the first letters may count, and returns its number.
func (s *scan) name(names []string, letters int) int {
	for i, name := range names {
		if letters > 0 {
			name = name[:letters]
		}
		if len(s.rest) >= len(name) && sameLetters(s.rest[:len(name)], name) {
			s.rest = s.rest[len(name):]
			return i
		}
	}
	s.bad = true
	return -1
}

func sameLetters(a, b string) bool {
	for i := range len(a) {
		if x, y := a[i]|0x20, b[i]|0x20; x != y || x < 'a' || x > 'z' {
			return false
		}
	}
	return true
}

func (s *scan) read(p piece, layout string) {
	switch p.element {
	case longMonth:
		s.month = s.name(monthNames[:], 0) + 1
	case shortMonth:
		s.month = s.name(monthNames[:], 3) + 1
	case month1, month2:
		s.month = s.number(p.element == month2, 1, 12, "month")
	case longWeekday:
		s.name(dayNames[:], 0)
	case shortWeekday:
		s.name(dayNames[:], 3)
	case dayPadded:
		s.space()
		s.day = s.digits(2, false)
	case day1, day2:
		s.day = s.digits(2, p.element == day2)
	case yearDayPadded:
		s.space()
		s.space()
		s.yearDay = s.digits(3, false)
	case yearDay3:
		s.yearDay = s.digits(3, true)
	case hour24:
		s.hour = s.number(false, 0, 23, "hour")
	case hour1, hour2:
		s.hour = s.number(p.element == hour2, 0, 12, "hour")
	case minute1, minute2:
		s.min = s.number(p.element == minute2, 0, 59, "minute")
	case second1, second2:
		s.sec = s.number(p.element == second2, 0, 59, "second")
		s.unannounced(layout, p.end)
	case year4:
		if len(s.rest) < 4 || !isDigit(s.rest, 0) {
			s.bad = true
			return
		}
		s.year = s.digits(4, true)
	case year2:
		if s.year = s.digits(2, true); s.year >= 69 {
			s.year += 1900
		} else {
			s.year += 2000
		}
	case upperPM:
		s.half("AM", "PM")
	case lowerPM:
		s.half("am", "pm")
	case zoneName:
		s.abbreviation()
	case zoneOffset:
		s.distance(p.shape)
	case fractionFull:
		if n := p.end - p.at; len(s.rest) < n {
			s.bad = true
		} else {
			s.fraction(n)
		}
	case fractionTrim:
		if n := s.fractionLength(); n > 0 {
			s.fraction(n)
		}
	}
}

func (s *scan) half(am, pm string) {
	if len(s.rest) < 2 {
		s.bad = true
		return
	}
	switch s.rest[:2] {
	case pm:
		s.pm = true
	case am:
		s.am = true
	default:
		s.bad = true
	}
	s.rest = s.rest[2:]
}

func isPoint(s string) bool { return s != "" && (s[0] == '.' || s[0] == ',') }

// fractionLength returns how long the point and the digits behind it are, 0 without digits.
func (s *scan) fractionLength() int {
	if !isPoint(s.rest) || !isDigit(s.rest, 1) {
		return 0
	}
	n := 2
	for isDigit(s.rest, n) {
		n++
	}
	return n
}

// unannounced reads a fraction of a second that the layout does not have.
func (s *scan) unannounced(layout string, at int) {
	n := s.fractionLength()
	if s.bad || n == 0 {
		return
	}
	if e := next(layout, at).element; e != fractionFull && e != fractionTrim {
		s.fraction(n)
	}
}

// fraction reads a point and digits; from the tenth on they do not count. As in Go, a sign counts as one of them.
func (s *scan) fraction(length int) {
	if !isPoint(s.rest) {
		s.bad = true
		return
	}
	n, sign := 0, byte(0)
	for i := 1; i <= 9; i++ {
		n *= 10
		switch {
		case i >= length:
		case isDigit(s.rest, i):
			n += int(s.rest[i] - '0')
		case i == 1 && length > 2 && (s.rest[1] == '-' || s.rest[1] == '+'):
			sign = s.rest[1]
		default:
			s.bad = true
			return
		}
	}
	if sign == '-' && n > 0 {
		s.beyond = "fractional second"
	}
	s.nsec = n
	s.rest = s.rest[length:]
}

// distance reads a distance from UTC.
func (s *scan) distance(shape zoneShape) {
	if shape.zulu && s.rest != "" && s.rest[0] == 'Z' {
		s.rest = s.rest[1:]
		s.zulu = true
		return
	}
	width := 3
	if shape.minutes {
		width += 2
	}
	if shape.seconds {
		width += 2
	}
	if shape.colons {
		width += (width - 3) / 2
	}
	if len(s.rest) < width {
		s.bad = true
		return
	}
	sign := s.rest[0]
	part := scan{rest: s.rest[1:width]}
	hour, min, sec := part.digits(2, true), 0, 0
	colon := func() {
		if shape.colons && (part.rest == "" || part.rest[0] != ':') {
			part.bad = true
		} else if shape.colons {
			part.rest = part.rest[1:]
		}
	}
	if shape.minutes {
		colon()
		min = part.digits(2, true)
	}
	if shape.seconds {
		colon()
		sec = part.digits(2, true)
	}
	switch {
	case part.bad:
		s.bad = true
		return
	case hour > 24:
		s.beyond = "time zone offset hour"
	case min > 60:
		s.beyond = "time zone offset minute"
	case sec > 60:
		s.beyond = "time zone offset second"
	}
	s.rest = s.rest[width:]
	s.zoned = true
	s.offset = (hour*60+min)*60 + sec
	switch sign {
	case '+':
	case '-':
		s.offset = -s.offset
	default:
		s.bad = true
	}
}

// abbreviation reads the name of a zone: three letters, or four that end with T, or five, or some special ones, or a number of hours.
func (s *scan) abbreviation() {
	if begins(s.rest, 0, "UTC") {
		s.rest = s.rest[3:]
		s.zulu = true
		return
	}
	n := abbreviationLength(s.rest)
	if n == 0 {
		s.bad = true
		return
	}
	s.zone, s.rest = s.rest[:n], s.rest[n:]
}

func abbreviationLength(v string) int {
	switch {
	case len(v) < 3:
		return 0
	case begins(v, 0, "ChST") || begins(v, 0, "MeST"):
		return 4
	case begins(v, 0, "GMT"):
		return 3 + signedHours(v[3:])
	case v[0] == '+' || v[0] == '-':
		return signedHours(v)
	}
	upper := 0
	for upper < 6 && upper < len(v) && 'A' <= v[upper] && v[upper] <= 'Z' {
		upper++
	}
	switch upper {
	case 3:
		return 3
	case 4:
		if v[3] == 'T' || v[:4] == "WITA" {
			return 4
		}
	case 5:
		if v[4] == 'T' {
			return 5
		}
	}
	return 0
}

// signedHours returns the length of a sign and a number of hours, 0 where there is none.
func signedHours(v string) int {
	if v == "" || v[0] != '+' && v[0] != '-' {
		return 0
	}
	n, hours := 1, 0
	for isDigit(v, n) && hours < 100 {
		hours = hours*10 + int(v[n]-'0')
		n++
	}
	if n == 1 || hours > 23 {
		return 0
	}
	return n
}

// settle works out what follows from several parts; it returns what is wrong.
func (s *scan) settle() string {
	if s.pm && s.hour < 12 {
		s.hour += 12
	} else if s.am && s.hour == 12 {
		s.hour = 0
	}
	if s.yearDay >= 0 {
		if s.yearDay < 1 || s.yearDay > 365 && !(s.yearDay == 366 && isLeap(s.year)) {
			return ": day-of-year out of range"
		}
		_, month, day := civil(dayNumber(int64(s.year), January) + int64(s.yearDay) - 1)
		if s.month >= 0 && s.month != int(month) {
			return ": day-of-year does not match month"
		}
		if s.day >= 0 && s.day != day {
			return ": day-of-year does not match day"
		}
		s.month, s.day = int(month), day
	}
	if s.month < 0 {
		s.month = 1
	}
	if s.day < 0 {
		s.day = 1
	}
	if s.day < 1 || s.day > daysIn(Month(s.month), s.year) {
		return ": day out of range"
	}
	return ""
}

func (s *scan) in(loc *Location) Time {
	return Date(s.year, Month(s.month), s.day, s.hour, s.min, s.sec, s.nsec, loc)
}

func (s *scan) time(fallback, local *Location) Time {
	switch {
	case s.zulu:
		return s.in(UTC)
	case s.zoned:
		t := s.in(UTC)
		t.addSec(-int64(s.offset))
		name, offset, _, _, _ := local.get().lookup(t.Unix())
		if offset == s.offset && (s.zone == "" || name == s.zone) {
			t.setLoc(local)
		} else {
			t.setLoc(FixedZone(s.zone, s.offset))
		}
		return t
	case s.zone != "":
		t := s.in(UTC)
		if offset, ok := local.offsetOf(s.zone, t.Unix()); ok {
			t.addSec(-int64(offset))
			t.setLoc(local)
			return t
		}
		offset := 0
		if len(s.zone) > 3 && s.zone[:3] == "GMT" {
			offset, _ = strconv.Atoi(s.zone[3:])
			offset *= 3600
		}
		t.setLoc(FixedZone(s.zone, offset))
		return t
	}
	return s.in(fallback)
}
