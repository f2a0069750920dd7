// Times in every form, and what is wrong with texts that are none.
package main

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

func main() {
	zone := time.FixedZone("ABC", -(3*3600 + 30*60 + 15))
	t := time.Date(2024, time.February, 29, 23, 59, 58, 123456789, zone)
	year, month, day := t.Date()
	hour, minute, sec := t.Clock()
	name, offset := t.Zone()
	fmt.Println(year, month.String(), day, hour, minute, sec, name, offset, t.Year(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Weekday().String(), t.YearDay())
	fmt.Println(t.String(), t.GoString(), t.Location().String(), time.UTC.String(), time.Weekday(9), time.Month(13), time.Duration(1).Nanoseconds(), time.Duration(1999).Microseconds())
	for _, layout := range []string{
		time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli,
		time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly, "2006 06 01 1 Jan January 02 2 _2 002 __2 Mon Monday 15 03 3 04 4 05 5 PM pm", "-0700 -07:00 -07 Z0700 Z07:00 Z07 -070000 -07:00:00 Z070000 Z07:00:00 MST",
		".000 ,000 .999 ,999 05.000 05.999999 05,000000000", "Januaryx Mondays 20060102150405 0102 010203", "",
	} {
		s := t.Format(layout)
		fmt.Printf("%q %q", layout, t.AppendFormat([]byte(">"), layout))
		back, err := time.Parse(layout, s)
		fmt.Println(" ", back, err)
	}
	wrong()
	forms(t)
	u := t.Add(time.Second)
	fmt.Println(u.After(t), t.After(u), t.Before(u), t.Compare(u), t.Equal(t.UTC()), t == t.UTC(), u.Sub(t), time.Until(time.Now().Add(time.Hour)) > time.Minute)
	fmt.Println(time.UnixMicro(1_700_000_000_123_456).UTC(), time.UnixMilli(-1).UTC(), time.Unix(1, -1).UTC(), t.Unix(), t.UnixMicro(), t.UnixMilli(), t.UnixNano())
	made, err := time.LoadLocationFromTZData("made", []byte("TZif\x00"+strings.Repeat("\x00", 15+16)+"\x00\x00\x00\x01\x00\x00\x00\x04\x00\x00\x0e\x10\x00\x00ABC\x00"))
	fmt.Println(made, err, t.In(made))
	_, err = time.LoadLocationFromTZData("bad", []byte("TZif"))
	_, err2 := time.LoadLocation("No/Where")
	_, err3 := time.LoadLocation("../x")
	utc, err4 := time.LoadLocation("")
	fmt.Println(err, err2, err3, utc, err4)
	ticker := time.NewTicker(time.Hour)
	ticker.Reset(time.Microsecond)
	<-ticker.C
	ticker.Stop()
	<-time.Tick(time.Microsecond)
	fmt.Println(time.Tick(0) == nil)
	for _, f := range []func(){func() { time.NewTicker(0) }, func() { ticker.Reset(-1) }, func() { new(time.Ticker).Reset(1) }, func() { new(time.Timer).Stop() }, func() { new(time.Timer).Reset(1) }, func() { time.Date(1, 1, 1, 1, 1, 1, 1, nil) }, func() { t.In(nil) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	for _, s := range []string{"1h2m3.5s", "-1.5h", "+5us", "5µs", "5μs", "1ns", "0", "", "1", ".s", "1d", "9223372036854775807ns", "9223372036854775808ns", "-9223372036854775808ns", "1e3s", "- 1s", "1h-2m", ".5m", "1.s", "9999999999h"} {
		d, err := time.ParseDuration(s)
		fmt.Println(s, d, err, d.Round(time.Minute), d.Truncate(time.Second), d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Abs())
	}
}

func wrong() {
	for _, x := range [][2]string{
		{time.RFC3339, "2024-02-30T00:00:00Z"}, {time.RFC3339, "2024-13-01T00:00:00Z"}, {time.RFC3339, "2024-01-01T24:00:00Z"}, {time.RFC3339, "2024-01-01T00:60:00Z"}, {time.RFC3339, "2024-01-01T00:00:60Z"},
		{time.RFC3339, "2024-01-01T00:00:00"}, {time.RFC3339, "2024-01-01T00:00:00Zx"}, {time.RFC3339, "2024-01-01 00:00:00Z"}, {time.RFC3339, "2024-1-1T00:00:00Z"}, {time.RFC3339, "2024-01-01T00:00:00.1234567891Z"}, {time.RFC3339, "2024-01-01T00:00:00+25:00"},
		{time.RFC3339, "2024-01-01T00:00:00,5Z"}, {time.RFC3339, ""}, {time.ANSIC, "Xyz Jan  1 00:00:00 2024"}, {time.ANSIC, "Mon Foo  1 00:00:00 2024"}, {time.ANSIC, "Mon Feb 30 00:00:00 2024"}, {time.Kitchen, "13:00PM"}, {time.Kitchen, "3:04XM"}, {time.Kitchen, "0:04PM"},
		{"2006-002", "2023-366"}, {"2006-002", "2024-366"}, {"2006-002 01", "2024-060 03"}, {"MST", "abc"}, {"MST", "GMT+30"}, {"MST", "GMT-5"}, {"-0700", "+1"}, {"-07:00", "-0700"}, {"06", "x"}, {"_2", "x"}, {"Jan", "Ja"}, {".000", ".12"}, {"x", "y"}, {"05", "5"}, {"15", "24"}, {"Z07:00", "z"},
	} {
		t, err := time.Parse(x[0], x[1])
		var pe *time.ParseError
		fmt.Println(t, err, errors.As(err, &pe))
		if pe != nil {
			fmt.Printf("   %q %q %q %q %q %v\n", pe.Layout, pe.Value, pe.LayoutElem, pe.ValueElem, pe.Message, pe.Error() == err.Error())
		}
	}
}

func forms(t time.Time) {
	for _, x := range []time.Time{t, t.UTC(), {}, t.AddDate(-3000, 0, 0), t.AddDate(9000, 0, 0), t.In(time.FixedZone("", 60*60*25)), t.In(time.FixedZone("z", 59))} {
		b, err := x.MarshalBinary()
		ab, err2 := x.AppendBinary([]byte{1})
		g, err3 := x.GobEncode()
		j, err4 := x.MarshalJSON()
		m, err5 := x.MarshalText()
		at, err6 := x.AppendText([]byte(">"))
		fmt.Println(b, err, len(ab), err2, len(g), err3, string(j), err4, string(m), err5, string(at), err6)
		var y, z, w time.Time
		fmt.Println(y.UnmarshalBinary(b), z.GobDecode(g), w.UnmarshalText(m), y.Equal(x), z.Equal(x), w.Equal(x))
	}
	var x time.Time
	for _, s := range []string{"", "\x00", "\x01", "\x02", "\x01123456789012345"} {
		fmt.Println(x.UnmarshalBinary([]byte(s)), x.GobDecode([]byte(s)))
	}
	for _, s := range []string{"null", `""`, "1", `"2024-01-01T00:00:00Z"`, `"2024-01-01T0:00:00Z"`, `"2024-01-01T00:00:00+24:00"`, `"2024-01-01T00:00:00,1Z"`, `"`, `"2024-01-01T00:00:00"`} {
		fmt.Println(x.UnmarshalJSON([]byte(s)), x.UnmarshalText([]byte(s)), x)
	}
}
