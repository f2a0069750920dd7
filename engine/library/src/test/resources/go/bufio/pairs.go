package main

import (
	"bufio"
	"bytes"
	"container/list"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode"
	"unicode/utf8"
)

// slow gives its bytes one at a time.
type slow struct{ rest string }

func (s *slow) Read(p []byte) (int, error) {
	if s.rest == "" {
		return 0, io.EOF
	}
	p[0] = s.rest[0]
	s.rest = s.rest[1:]
	return 1, nil
}

// pair is a buffered reader of one stream and a buffered writer to another.
func pair(in string, out io.Writer) bufio.ReadWriter {
	return bufio.ReadWriter{
		Reader: bufio.NewReaderSize(strings.NewReader(in), 16),
		Writer: bufio.NewWriterSize(out, 16),
	}
}

func pairs() {
	var out bytes.Buffer
	rw := pair("first line\nsecond line that is longer than the buffer\n", &out)
	n, err := rw.ReadFrom(&slow{"forty characters, far more than a buffer"})
	fmt.Println(n, err, out.Len(), rw.Writer.Buffered())
	fmt.Println(rw.Flush(), out.String())
	line, prefix, err := rw.ReadLine()
	fmt.Printf("%q %v %v\n", line, prefix, err)
	line, prefix, err = rw.ReadLine()
	fmt.Printf("%q %v %v\n", line, prefix, err)
	fmt.Println(rw.Reader.Buffered(), rw.Reader.Size(), rw.Writer.Size())
	var r *bufio.Reader = rw.Reader
	rest, err := r.ReadString(0)
	fmt.Printf("%q %v\n", rest, err)
}

// countTo counts what a scanner finds.
func countTo(s *bufio.Scanner, split bufio.SplitFunc) (n int) {
	s.Split(split)
	for s.Scan() {
		n++
	}
	return n
}

// full accepts so many bytes and then refuses.
type full struct{ room int }

var errFull = errors.New("no room")

func (f *full) Write(p []byte) (int, error) {
	if len(p) > f.room {
		n := f.room
		f.room = 0
		return n, errFull
	}
	f.room -= len(p)
	return len(p), nil
}

func writeAll(w *bufio.Writer, text string) (errs []string) {
	for _, word := range strings.SplitAfter(text, " ") {
		if _, err := w.WriteString(word); err != nil {
			errs = append(errs, err.Error())
		}
	}
	if err := w.Flush(); err != nil {
		errs = append(errs, "flush: "+err.Error())
	}
	return errs
}

func size(r *bytes.Reader) string { return fmt.Sprint(r.Len(), "/", r.Size()) }

func elements(first *list.Element) (out []any) {
	for e := first; e != nil; e = e.Next() {
		out = append(out, e.Value)
	}
	return out
}

func main() {
	pairs()
	text := "três palavras só\nduas linhas"
	for _, split := range []bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes} {
		fmt.Print(countTo(bufio.NewScanner(strings.NewReader(text)), split), " ")
	}
	fmt.Println()
	fmt.Println(writeAll(bufio.NewWriterSize(&full{20}, 16), "a text of more than twenty characters"))

	b := bytes.NewReader([]byte("0123456789"))
	b.Seek(-3, io.SeekEnd)
	fmt.Println(size(b))
	var s *strings.Reader = strings.NewReader("日本")
	c, n, err := s.ReadRune()
	fmt.Println(string(c), n, err, s.Len(), s.UnreadRune(), s.Len())
	var swap *strings.Replacer = strings.NewReplacer("a", "b", "b", "a")
	fmt.Println(swap.Replace("abba cab"))

	l := list.New()
	l.PushBack(2)
	l.PushFront("one")
	l.InsertAfter(3.0, l.Back())
	fmt.Println(elements(l.Front()), elements(l.Back()))

	fmt.Println(utf8.RuneError, utf8.MaxRune, utf8.UTFMax, utf8.RuneSelf, utf8.RuneLen(utf8.MaxRune+1))
	fmt.Println(string(rune(unicode.ReplacementChar)), unicode.MaxASCII, unicode.MaxLatin1, unicode.MaxCase)
	special := unicode.SpecialCase{
		unicode.CaseRange{Lo: 'a', Hi: 'a', Delta: [unicode.MaxCase]rune{unicode.UpperCase: 'z' - 'a'}},
		unicode.CaseRange{Lo: 'Ā', Hi: 'ā', Delta: [unicode.MaxCase]rune{unicode.UpperLower, unicode.UpperLower, unicode.UpperLower}},
	}
	fmt.Println(strings.ToUpperSpecial(special, "abaĀā"), strings.ToLowerSpecial(special, "ĀāA"), string(special.ToTitle('ā')))
	fmt.Println(string(unicode.To(unicode.LowerCase, 'Ǆ')), string(unicode.To(unicode.TitleCase, 'Ǆ')), string(unicode.To(unicode.MaxCase, 'A')))
	high := &unicode.RangeTable{R32: []unicode.Range32{{Lo: 0x10000, Hi: 0x10010, Stride: 4}}}
	for _, r := range []rune{0xFFFF, 0x10000, 0x10001, 0x10004, 0x10010, 0x10014} {
		fmt.Print(unicode.Is(high, r), " ")
	}
	fmt.Println()

	var cells strings.Builder
	w := tabwriter.NewWriter(&cells, 5, 0, 1, '.', 0)
	esc := string(rune(tabwriter.Escape))
	fmt.Fprintf(w, "a\tb\n%c\n", tabwriter.Escape)
	w.Flush()
	fmt.Printf("%q %q\n", cells.String(), esc)
	cells.Reset()
	w.Init(&cells, 5, 0, 1, '.', tabwriter.StripEscape)
	w.Write([]byte{'x', tabwriter.Escape, '\t', '&', tabwriter.Escape, '\t', 'y', '\n'})
	w.Flush()
	fmt.Printf("%q\n", cells.String())
}
