package time

// Layouts show how the reference time would be written: the second of January 2006, 15:04:05, seven hours west of UTC.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// element is a part of a layout that stands for a part of the time.
type element uint8

const (
	none element = iota
	longMonth
	shortMonth
	month1
	month2
	longWeekday
	shortWeekday
	day1
	dayPadded
	day2
	yearDayPadded
	yearDay3
	hour24
	hour1
	hour2
	minute1
	minute2
	second1
	second2
	year4
	year2
	upperPM
	lowerPM
	zoneName
	zoneOffset   // with a shape
	fractionFull // as many digits as are written
	fractionTrim // without zeros at the end
)

// piece is an element with its place in the layout.
type piece struct {
	element
	at, end int
	shape   zoneShape
}

// zoneShape is how a distance from UTC is written.
type zoneShape struct {
	zulu    bool // Z for none
	colons  bool
	minutes bool
	seconds bool
}

// zoneShapes are all after -07 and Z07, longest first.
var zoneShapes = [...]struct {
	text string
	zoneShape
}{
	{":00:00", zoneShape{colons: true, minutes: true, seconds: true}},
	{"0000", zoneShape{minutes: true, seconds: true}},
	{":00", zoneShape{colons: true, minutes: true}},
	{"00", zoneShape{minutes: true}},
	{"", zoneShape{}},
}

func begins(s string, at int, with string) bool {
	return len(s)-at >= len(with) && s[at:at+len(with)] == with
}

func lowerFollows(s string, at int) bool { return at < len(s) && 'a' <= s[at] && s[at] <= 'z' }

// next finds the first element of a layout from a place on.
func next(s string, from int) piece {
	for i := from; i < len(s); i++ {
		if e, n := elementAt(s, i); e != none {
			p := piece{element: e, at: i, end: i + n}
			if e == zoneOffset {
				p.shape, p.end = shapeAt(s, i)
			} else if s[i] == '_' && e == year4 {
				p.at++
			}
			return p
		}
	}
	return piece{at: len(s), end: len(s)}
}

func shapeAt(s string, i int) (zoneShape, int) {
	at := i + 3
	for _, z := range zoneShapes {
		if begins(s, at, z.text) {
			shape := z.zoneShape
			shape.zulu = s[i] == 'Z'
			return shape, at + len(z.text)
		}
	}
	return zoneShape{}, at
}

// elementAt returns the element that begins at a place, and its length.
func elementAt(s string, i int) (element, int) {
	switch s[i] {
	case 'J':
		if begins(s, i, "January") {
			return longMonth, 7
		}
		if begins(s, i, "Jan") && !lowerFollows(s, i+3) {
			return shortMonth, 3
		}
	case 'M':
		switch {
		case begins(s, i, "Monday"):
			return longWeekday, 6
		case begins(s, i, "Mon") && !lowerFollows(s, i+3):
			return shortWeekday, 3
		case begins(s, i, "MST"):
			return zoneName, 3
		}
	case '0':
		return twoDigits(s, i)
	case '1':
		if begins(s, i, "15") {
			return hour24, 2
		}
		return month1, 1
	case '2':
		if begins(s, i, "2006") {
			return year4, 4
		}
		return day1, 1
	case '_':
		switch {
		case begins(s, i, "_2006"):
			return year4, 5
		case begins(s, i, "_2"):
			return dayPadded, 2
		case begins(s, i, "__2"):
			return yearDayPadded, 3
		}
	case '3':
		return hour1, 1
	case '4':
		return minute1, 1
	case '5':
		return second1, 1
	case 'P':
		if begins(s, i, "PM") {
			return upperPM, 2
		}
	case 'p':
		if begins(s, i, "pm") {
			return lowerPM, 2
		}
	case '-', 'Z':
		if begins(s, i+1, "07") {
			return zoneOffset, 3
		}
	case '.', ',':
		return fractionAt(s, i)
	}
	return none, 0
}

func twoDigits(s string, i int) (element, int) {
	if begins(s, i, "002") {
		return yearDay3, 3
	}
	if i+1 < len(s) {
		switch s[i+1] {
		case '1':
			return month2, 2
		case '2':
			return day2, 2
		case '3':
			return hour2, 2
		case '4':
			return minute2, 2
		case '5':
			return second2, 2
		case '6':
			return year2, 2
		}
	}
	return none, 0
}

func fractionAt(s string, i int) (element, int) {
	if i+1 >= len(s) || s[i+1] != '0' && s[i+1] != '9' {
		return none, 0
	}
	end := i + 1
	for end < len(s) && s[end] == s[i+1] {
		end++
	}
	switch {
	case isDigit(s, end):
		return none, 0
	case s[i+1] == '0':
		return fractionFull, end - i
	}
	return fractionTrim, end - i
}
