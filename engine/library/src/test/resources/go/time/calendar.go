package main

import (
	"fmt"
	"time"
)

func main() {
	ny, err := time.LoadLocation("America/New_York")
	fmt.Println(ny, err)
	be, _ := time.LoadLocation("Europe/Berlin")
	ko, _ := time.LoadLocation("Asia/Kolkata")
	_, err = time.LoadLocation("No/Where")
	fmt.Println(err)
	t := time.Date(2024, time.February, 29, 23, 59, 58, 123456789, time.UTC)
	for _, l := range []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly, "2006 002 __2 _2 Z0700 Z07 -07:00:00 -070000 PM pm .000 .999 ,00 January Jan Monday Mon 1 01 3 4 5 06 Z07:00:00 MST", "Janet Mond _2006 20063", "15h"} {
		for _, z := range []*time.Location{time.UTC, ny, be, ko, time.FixedZone("", -3*3600-1800-7), time.FixedZone("ABC", 5400)} {
			s := t.In(z).Format(l)
			u, err := time.Parse(l, s)
			fmt.Println(s, "|", u, "|", err)
		}
	}
	for _, y := range []int{-1, 0, 1, 1583, 1900, 1970, 2000, 2024, 9999, 10000, 123456} {
		d := time.Date(y, 12, 31, 12, 0, 0, 0, time.UTC)
		yy, ww := d.ISOWeek()
		fmt.Println(d, d.Weekday(), d.YearDay(), yy, ww, d.Unix())
	}
	for mo := time.Month(-3); mo < 16; mo++ {
		fmt.Println(time.Date(2023, mo, 31, 25, 61, 61, -5, ny))
	}
	for h := 0; h < 5; h++ {
		a := time.Date(2024, 3, 10, h, 30, 0, 0, ny)
		b := time.Date(2024, 11, 3, h, 30, 0, 0, ny)
		fmt.Println(a, a.IsDST(), b, b.IsDST())
	}
	s, e := time.Date(2024, 7, 1, 0, 0, 0, 0, be).ZoneBounds()
	fmt.Println(s, e)
	s, e = time.Date(2050, 7, 1, 0, 0, 0, 0, be).ZoneBounds()
	fmt.Println(s, e)
	fmt.Println(time.Date(1800, 1, 1, 0, 0, 0, 0, ny), time.Date(1945, 7, 1, 0, 0, 0, 0, be), time.Date(2100, 7, 1, 0, 0, 0, 0, ny))
	for _, d := range []time.Duration{0, 1, 999, 1000, 1500, 1e6, 1500000, 1e9, 61e9, 3661e9, -5, 1<<63 - 1, -1 << 63, 100 * time.Hour, 2*time.Hour + 300*time.Millisecond} {
		p, err := time.ParseDuration(d.String())
		fmt.Println(d, p == d, err, d.Truncate(time.Second), d.Round(time.Minute), d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Abs())
	}
	for _, x := range []string{"", "3", "1.5h", "-1h2m3.5s", "1x", "..s", "9223372036854775808ns", "-9223372036854775808ns", "1e3s", "+5us", "0.1µs", ".5s", "1.s", "3000000h", "0", "-0", "1h1"} {
		d, err := time.ParseDuration(x)
		fmt.Println(x, d, err)
	}
	for _, c := range [][2]string{
		{time.RFC3339, "2024-02-30T00:00:00Z"}, {time.RFC3339, "2024-13-01T00:00:00Z"}, {time.RFC3339, "2024-02-01T24:00:00Z"}, {time.RFC3339, "2024-02-01 00:00:00Z"},
		{time.RFC3339, "2024-02-01T00:00:00.123456789123+02:00"}, {time.RFC3339, "x"}, {time.RFC3339, "2024-02-01T00:00:00"}, {time.RFC3339, "2024-02-01T00:00:00Zx"},
		{time.Kitchen, "13:04PM"}, {time.Kitchen, "12:04AM"}, {time.Kitchen, "3:04XM"}, {time.ANSIC, "Thu Feb  4 21:00:57 2010"}, {time.UnixDate, "Thu Feb  4 21:00:57 PST 2010"},
		{time.UnixDate, "Thu Feb  4 21:00:57 GMT+3 2010"}, {time.RFC1123, "Thu, 04 Feb 2010 21:00:57 CEST"}, {time.RFC850, "Thursday, 04-Feb-10 21:00:57 WITA"}, {"2006-002", "2024-366"}, {"2006-002", "2023-366"},
		{"2006-01-02 002", "2024-02-29 060"}, {"2006-01-02 002", "2024-02-29 061"}, {"Jan 2 15:04:05.000", "Feb 4 21:00:57.0123"}, {"Jan _2 15:04:05", "Feb  4 21:00:57.678"}, {"02 Jan 2006", "31 feb 2006"}, {"2006", "12"}, {"-0700", "+2500"}, {"-07:00", "+0200"},
		{"MST", "ABCDEF"}, {"MST", "+03"}, {"06", "68"}, {"06", "69"}, {"2", "32"}, {"15:04", "7:5"}, {"", "x"}, {"a b", "a  b"}, {"a  b", "a b"}, {"Z07:00", "Z"}, {"Jan", "jUN"}, {"pm 3", "am 12"},
	} {
		u, err := time.Parse(c[0], c[1])
		fmt.Println(c, u, err)
	}
	u, err := time.ParseInLocation(time.DateTime, "2024-07-01 12:00:00", ny)
	fmt.Println(u, err, u.UTC(), u.Unix(), u.UnixMilli(), u.UnixMicro(), u.UnixNano())
	b, err := t.MarshalJSON()
	fmt.Println(string(b), err)
	var w time.Time
	fmt.Println(w.UnmarshalJSON(b), w.Equal(t), w == t)
	fmt.Println(w.UnmarshalJSON([]byte(`"2024-02-29T3:00:00Z"`)), w.UnmarshalJSON([]byte(`"x"`)), w.UnmarshalJSON([]byte(`"2024-02-29T03:00:00,5Z"`)), w.UnmarshalJSON([]byte(`"2024-02-29T03:00:00+24:00"`)))
	bb, _ := t.In(ny).MarshalBinary()
	fmt.Println(bb, w.UnmarshalBinary(bb), w, w.GoString())
	fmt.Println(time.Time{}, time.Time{}.IsZero(), time.Time{}.Unix(), time.Unix(0, 0).UTC(), time.Unix(-1, -1).UTC(), time.UnixMilli(-1).UTC())
	for _, d := range []time.Duration{1, 7, 1000, time.Millisecond, time.Second, 1500 * time.Millisecond, time.Minute, 7 * time.Hour, 24 * time.Hour, 1234567891} {
		fmt.Println(t.Truncate(d), t.Round(d), time.Date(-5, 3, 4, 5, 6, 7, 8, time.UTC).Truncate(d))
	}
	fmt.Println(t.AddDate(1, 1, 1), t.AddDate(0, -14, 400), t.Add(-time.Hour), t.Sub(t.Add(5)), t.Sub(time.Time{}), time.Time{}.Sub(t), t.Before(t.Add(1)), t.Compare(t))
	fmt.Println(time.Month(13), time.Weekday(8), time.March, time.Friday, t.Month())
	fmt.Println(t.In(ny).Equal(t), t.In(ny) == t, t.Local().Location(), time.UTC, time.Local)
	x := time.Now()
	fmt.Println(x.Round(0).Equal(x), x.Sub(x.Round(0)), x.Add(time.Hour).Sub(x))
}
