package main

import (
	"fmt"
	"maps"
	"slices"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

func main() {
	checks := []struct {
		name string
		f    func(rune) bool
	}{
		{"IsControl", unicode.IsControl}, {"IsDigit", unicode.IsDigit}, {"IsGraphic", unicode.IsGraphic}, {"IsLetter", unicode.IsLetter}, {"IsLower", unicode.IsLower},
		{"IsMark", unicode.IsMark}, {"IsNumber", unicode.IsNumber}, {"IsPrint", unicode.IsPrint}, {"IsPunct", unicode.IsPunct}, {"IsSpace", unicode.IsSpace},
		{"IsSymbol", unicode.IsSymbol}, {"IsTitle", unicode.IsTitle}, {"IsUpper", unicode.IsUpper},
		{"In", func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Greek) }}, {"Is", func(r rune) bool { return unicode.Is(unicode.Latin, r) }},
		{"IsOneOf", func(r rune) bool { return unicode.IsOneOf(unicode.PrintRanges, r) }},
	}
	for _, c := range checks {
		count, sum := 0, uint64(0)
		for r := rune(-1); r <= 0x110000; r++ {
			if c.f(r) {
				count++
				sum = sum*31 + uint64(r)
			}
		}
		fmt.Println(c.name, count, sum)
	}
	mappings := []struct {
		name string
		f    func(rune) rune
	}{
		{"ToLower", unicode.ToLower}, {"ToUpper", unicode.ToUpper}, {"ToTitle", unicode.ToTitle}, {"SimpleFold", unicode.SimpleFold},
		{"Turkish", unicode.TurkishCase.ToLower}, {"TurkishUpper", unicode.TurkishCase.ToUpper}, {"Azeri", unicode.AzeriCase.ToTitle},
		{"To", func(r rune) rune { return unicode.To(unicode.TitleCase, r) }},
	}
	for _, m := range mappings {
		count, sum := 0, uint64(0)
		for r := rune(-1); r <= 0x110000; r++ {
			if x := m.f(r); x != r {
				count++
				sum = sum*31 + uint64(x)
			}
		}
		fmt.Println(m.name, count, sum)
	}
	for _, tables := range []map[string]*unicode.RangeTable{unicode.Categories, unicode.Scripts, unicode.Properties, unicode.FoldCategory, unicode.FoldScript} {
		for _, name := range slices.Sorted(maps.Keys(tables)) {
			t := tables[name]
			sum := uint64(t.LatinOffset)
			for _, r := range t.R16 {
				sum = sum*31 + uint64(r.Lo) + uint64(r.Hi)<<16 + uint64(r.Stride)<<32
			}
			for _, r := range t.R32 {
				sum = sum*31 + uint64(r.Lo) + uint64(r.Hi)<<24 + uint64(r.Stride)<<48
			}
			fmt.Print(name, " ", sum, "; ")
		}
		fmt.Println()
	}
	fmt.Println(len(unicode.CaseRanges), unicode.CaseRanges[5], unicode.Version, unicode.To(9, 'a'), unicode.CategoryAliases["Letter"], unicode.Letter == unicode.L, unicode.Upper == unicode.Lu)

	for _, s := range []string{"", "a", "é", "世", "😀", "\xff", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe4\xb8", "a\xe4\xb8", "\xf0\x9f\x98", "é世\xff"} {
		b := []byte(s)
		r, n := utf8.DecodeRuneInString(s)
		l, m := utf8.DecodeLastRuneInString(s)
		r2, n2 := utf8.DecodeRune(b)
		l2, m2 := utf8.DecodeLastRune(b)
		fmt.Println(r, n, l, m, r2 == r, n2 == n, l2 == l, m2 == m, utf8.ValidString(s), utf8.Valid(b), utf8.RuneCountInString(s), utf8.RuneCount(b), utf8.FullRuneInString(s), utf8.FullRune(b))
	}
	for _, r := range []rune{-1, 0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10ffff, 0x110000} {
		buf := make([]byte, 4)
		n := utf8.EncodeRune(buf, r)
		a, b := utf16.EncodeRune(r)
		fmt.Println(r, utf8.RuneLen(r), utf8.ValidRune(r), buf[:n], utf8.AppendRune([]byte("x"), r), utf8.RuneStart(byte(r)), a, b, utf16.DecodeRune(a, b), utf16.IsSurrogate(r), utf16.RuneLen(r), utf16.AppendRune(nil, r))
	}
	fmt.Println(utf16.Encode([]rune{97, 0x4e16, 0x1f600, 0xd800}), utf16.Decode([]uint16{97, 0xd83d, 0xde00, 0xd800, 98, 0xdc00, 0xd83d}))
}
