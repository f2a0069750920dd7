package time

// Calendar.

// local returns the seconds since the zero Time on the clocks of t's location.
func (t Time) local() int64 {
	if t.loc == nil {
		return t.sec()
	}
	_, offset, _, _, _ := t.loc.get().lookup(t.Unix())
	return t.sec() + int64(offset)
}

// divide divides, rounding down.
func divide(a, b int64) (quotient, remainder int64) {
	quotient, remainder = a/b, a%b
	if remainder < 0 {
		quotient--
		remainder += b
	}
	return
}

const (
	daysPer400Years = 146097
	// The algorithm counts years from the first of March, and days from the one of the year 0.
	marchToZero = 306
)

// civil returns the date of a day, counted from the zero Time's.
func civil(days int64) (year int, month Month, day int) {
	era, n := divide(days+marchToZero, daysPer400Years)
	y := (n - n/1460 + n/36524 - n/146096) / 365
	n -= 365*y + y/4 - y/100
	m := (5*n + 2) / 153 // months from March
	day = int(n-(153*m+2)/5) + 1
	y += era * 400
	if m < 10 {
		return int(y), Month(m + 3), day
	}
	return int(y + 1), Month(m - 9), day
}

// dayNumber is the reverse of civil; month is in range.
func dayNumber(year int64, month Month) int64 {
	m := int64(month) - 3
	if month < March {
		m += 12
		year--
	}
	era, y := divide(year, 400)
	return era*daysPer400Years + 365*y + y/4 - y/100 + (153*m+2)/5 - marchToZero
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(m Month, year int) int {
	switch m {
	case April, June, September, November:
		return 30
	case February:
		if isLeap(year) {
			return 29
		}
		return 28
	}
	return 31
}

// Date returns year, month and day.
func (t Time) Date() (year int, month Month, day int) {
	days, _ := divide(t.local(), secondsPerDay)
	return civil(days)
}

// Clock returns hour, minute and second.
func (t Time) Clock() (hour, min, sec int) {
	_, rest := divide(t.local(), secondsPerDay)
	n := int(rest)
	return n / 3600, n / 60 % 60, n % 60
}

// Year returns the year.
func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}

// Month returns the month.
func (t Time) Month() Month {
	_, month, _ := t.Date()
	return month
}

// Day returns the day of the month.
func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}

// Hour returns the hour.
func (t Time) Hour() int {
	hour, _, _ := t.Clock()
	return hour
}

// Minute returns the minute.
func (t Time) Minute() int {
	_, min, _ := t.Clock()
	return min
}

// Second returns the second.
func (t Time) Second() int {
	_, _, sec := t.Clock()
	return sec
}

// Nanosecond returns the nanosecond within the second.
func (t Time) Nanosecond() int { return int(t.nsec()) }

// Weekday returns the day of the week.
func (t Time) Weekday() Weekday {
	days, _ := divide(t.local(), secondsPerDay)
	_, rest := divide(days+1, 7) // the zero Time's was a Monday
	return Weekday(rest)
}

// YearDay returns the day of the year, from 1.
func (t Time) YearDay() int {
	days, _ := divide(t.local(), secondsPerDay)
	year, _, _ := civil(days)
	return int(days-dayNumber(int64(year), January)) + 1
}

// ISOWeek returns the week by ISO 8601, and the year that it belongs to.
func (t Time) ISOWeek() (year, week int) {
	days, _ := divide(t.local(), secondsPerDay)
	_, fromMonday := divide(days, 7)
	thursday := days - fromMonday + 3
	year, _, _ = civil(thursday)
	return year, int(thursday-dayNumber(int64(year), January))/7 + 1
}

// normal brings low into 0 to base-1 and carries the rest.
func normal(high, low, base int64) (int64, int64) {
	carry, rest := divide(low, base)
	return high + carry, rest
}

// Date returns the time that clocks of a location show so; what is out of range is carried. Where a clock shows a time twice or
// never, the result is one of the two that are meant.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	s, n := normal(int64(sec), int64(nsec), 1e9)
	m, s := normal(int64(min), s, 60)
	h, m := normal(int64(hour), m, 60)
	d, h := normal(int64(day), h, 24)
	y, mo := normal(int64(year), int64(month)-1, 12)
	days := dayNumber(y, Month(mo)+1) + d - 1
	shown := days*secondsPerDay + h*secondsPerHour + m*secondsPerMinute + s
	t := Time{uint64(n), shown, nil}
	if loc != UTC {
		_, offset, start, end, _ := loc.get().lookup(shown - unixEpoch)
		if offset != 0 {
			unix := shown - unixEpoch - int64(offset)
			// The zone looked up was that of a time some hours off.
			if unix < start {
				_, offset, _, _, _ = loc.get().lookup(start - 1)
			} else if unix >= end {
				_, offset, _, _, _ = loc.get().lookup(end)
			}
			t.addSec(-int64(offset))
		}
	}
	t.setLoc(loc)
	return t
}

// Locations.

func (t *Time) setLoc(loc *Location) {
	if loc == &utcLocation {
		loc = nil
	}
	t.strip()
	t.loc = loc
}

// UTC returns t seen from UTC.
func (t Time) UTC() Time {
	t.setLoc(&utcLocation)
	return t
}

// Local returns t seen from here.
func (t Time) Local() Time {
	t.setLoc(Local)
	return t
}

// In returns t seen from a location.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLoc(loc)
	return t
}

// Location returns the location that t is seen from.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Zone returns the abbreviation of the zone in force at t, and its distance from UTC in seconds.
func (t Time) Zone() (name string, offset int) {
	name, offset, _, _, _ = t.loc.get().lookup(t.Unix())
	return
}

// ZoneBounds returns when the zone in force at t begins and ends; zero Times where it does not.
func (t Time) ZoneBounds() (start, end Time) {
	_, _, from, to, _ := t.loc.get().lookup(t.Unix())
	if from != beginOfTime {
		start = Unix(from, 0)
		start.setLoc(t.loc.orUTC())
	}
	if to != endOfTime {
		end = Unix(to, 0)
		end.setLoc(t.loc.orUTC())
	}
	return
}

// IsDST reports whether daylight saving time is in force at t.
func (t Time) IsDST() bool {
	_, _, _, _, dst := t.loc.get().lookup(t.Unix())
	return dst
}
