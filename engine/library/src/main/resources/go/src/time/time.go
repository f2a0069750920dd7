package time

import "strconv"

// Time is an instant with nanosecond precision, seen from a location.
//
// Besides the time of day it may hold a reading of the monotonic clock, which differences are then taken of. The zero Time
// is the first instant of the year 1 in UTC.
type Time struct {
	sec  int64 // since the zero Time
	nsec int32 // 0 to 999999999
	mono int64 // reading of the monotonic clock, 0 for none
	loc  *Location
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
	return Time{sec + unixEpoch, nsec, monotonic(), Local}
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
	return Time{sec + unixEpoch, int32(nsec), 0, Local}
}

// UnixMilli returns the time that is so many milliseconds after 1970.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, msec%1e3*1e6) }

// UnixMicro returns the time that is so many microseconds after 1970.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, usec%1e6*1e3) }

// Unix returns the seconds since 1970.
func (t Time) Unix() int64 { return t.sec - unixEpoch }

// UnixMilli returns the milliseconds since 1970.
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + int64(t.nsec)/1e6 }

// UnixMicro returns the microseconds since 1970.
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + int64(t.nsec)/1e3 }

// UnixNano returns the nanoseconds since 1970, where they fit.
func (t Time) UnixNano() int64 { return t.Unix()*1e9 + int64(t.nsec) }

// IsZero reports whether t is the zero Time's instant.
func (t Time) IsZero() bool { return t.sec == 0 && t.nsec == 0 }

// After reports whether t is later than u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether t is earlier than u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal reports whether t and u are the same instant, wherever seen from.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Compare is negative, 0 or positive as t is earlier than u, the same instant, or later.
func (t Time) Compare(u Time) int {
	if t.mono != 0 && u.mono != 0 {
		return order(t.mono, u.mono)
	}
	if t.sec != u.sec {
		return order(t.sec, u.sec)
	}
	return order(int64(t.nsec), int64(u.nsec))
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
	t.sec += int64(d / Second)
	n := int64(t.nsec) + int64(d%Second)
	if n >= 1e9 {
		t.sec++
		n -= 1e9
	} else if n < 0 {
		t.sec--
		n += 1e9
	}
	t.nsec = int32(n)
	if t.mono != 0 {
		m := t.mono + int64(d)
		if (m < t.mono) != (d < 0) && d != 0 || m == 0 {
			m = 0 // out of range: do without
		}
		t.mono = m
	}
	return t
}

// Sub returns t-u, or the nearest Duration where it does not fit.
func (t Time) Sub(u Time) Duration {
	if t.mono != 0 && u.mono != 0 {
		return difference(t.mono, u.mono)
	}
	d := Duration(t.sec-u.sec)*Second + Duration(t.nsec-u.nsec)
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
	if t.mono != 0 {
		return difference(monotonic(), t.mono)
	}
	return Now().Sub(t)
}

// Until returns the time until t.
func Until(t Time) Duration {
	if t.mono != 0 {
		return difference(t.mono, monotonic())
	}
	return t.Sub(Now())
}

// AddDate adds years, months and days to the date, and brings it into range as Date does.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, minute, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, minute, sec, int(t.nsec), t.Location())
}

// Truncate rounds t down to a multiple of d since the zero Time, without a monotonic reading.
func (t Time) Truncate(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	return t.Add(-t.remainder(d))
}

// Round rounds t to the nearest multiple of d since the zero Time, halves up, without a monotonic reading.
func (t Time) Round(d Duration) Time {
	t.mono = 0
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
		rest := t.sec % whole
		if rest < 0 {
			rest += whole
		}
		return Duration(rest)*Second + Duration(t.nsec)
	}
	if Second%d == 0 {
		return Duration(t.nsec) % d
	}
	// (sec mod d)·10^9 + nsec mod d, by doubling, since the product does not fit.
	m := uint64(d)
	sec := t.sec
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
	return Duration(addModulo(sum, uint64(t.nsec)%m, m))
}

func addModulo(a, b, m uint64) uint64 {
	if a >= m-b {
		return a - (m - b)
	}
	return a + b
}

// Calendar.

// local returns the seconds since the zero Time on the clocks of t's location.
func (t Time) local() int64 {
	if t.loc == nil {
		return t.sec
	}
	_, offset, _, _, _ := t.loc.get().lookup(t.Unix())
	return t.sec + int64(offset)
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
func (t Time) Nanosecond() int { return int(t.nsec) }

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
	t := Time{shown, int32(n), 0, nil}
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
			t.sec -= int64(offset)
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
	t.mono = 0
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
