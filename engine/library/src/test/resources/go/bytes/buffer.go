package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
)

func main() {
	var b bytes.Buffer
	fmt.Println(b.Len(), b.String(), b.UnreadByte(), b.UnreadRune())
	b.WriteString("héllo ")
	b.Write([]byte("world\n"))
	b.WriteByte('!')
	b.WriteRune('世')
	fmt.Printf("%q %d %v\n", b.String(), b.Len(), b.Cap() >= b.Len())
	c, err := b.ReadByte()
	fmt.Println(c, err, b.UnreadByte())
	r, n, err := b.ReadRune()
	fmt.Println(r, n, err, b.UnreadRune(), b.UnreadRune())
	p, err := b.Peek(3)
	fmt.Printf("%q %v %q\n", p, err, b.Next(3))
	line, err := b.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	rest, err := b.ReadBytes('x')
	fmt.Printf("%q %v\n", rest, err)
	_, err = b.ReadByte()
	fmt.Println(err)
	_, err = b.Peek(1)
	fmt.Println(err)
	m, err := b.ReadFrom(strings.NewReader(strings.Repeat("ab", 1000)))
	fmt.Println(m, err, b.Len())
	b.Truncate(5)
	fmt.Println(b.String())
	b.Grow(100)
	fmt.Println(b.Available() >= 100, len(b.AvailableBuffer()))
	w, err := b.WriteTo(os.Stdout)
	fmt.Println(w, err, b.Len())
	b.Reset()
	var none *bytes.Buffer
	fmt.Println(none.String(), bytes.NewBuffer([]byte("x")).String(), bytes.NewBufferString("y").Bytes(), bytes.MinRead, bytes.ErrTooLarge)
	for _, f := range []func(){func() { b.Truncate(9) }, func() { b.Grow(-1) }, func() { bytes.Repeat(nil, -1) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}

	s := bytes.NewReader([]byte("héllo"))
	at, err := s.Seek(1, io.SeekStart)
	r, n, err2 := s.ReadRune()
	fmt.Println(at, err, r, n, err2, s.Len(), s.Size(), s.UnreadRune(), s.UnreadRune())
	buf := make([]byte, 2)
	k, err := s.ReadAt(buf, 4)
	fmt.Println(k, err, buf)
	c, err = s.ReadByte()
	fmt.Println(c, err, s.UnreadByte())
	k, err = s.Read(buf)
	fmt.Println(k, err)
	w, err = s.WriteTo(os.Stdout)
	fmt.Println(w, err)
	s.Reset(nil)
	_, err = s.Read(buf)
	fmt.Println(err)

	texts := [][]byte{nil, []byte(""), []byte("a b  c"), []byte(" é世\n"), []byte("aXbXc"), []byte("\xff"), []byte("ABC")}
	for _, t := range texts {
		fmt.Printf("%q %q %q %q %q %q\n", bytes.ToUpper(t), bytes.ToLower(t), bytes.ToTitle(t), bytes.Title(t), bytes.TrimSpace(t), bytes.Fields(t))
		fmt.Printf("%q %q %q %q\n", bytes.Split(t, []byte("X")), bytes.SplitN(t, nil, 2), bytes.SplitAfter(t, []byte("b")), bytes.SplitAfterN(t, []byte(" "), 2))
		fmt.Println(bytes.Index(t, []byte("b")), bytes.LastIndex(t, []byte("X")), bytes.Count(t, nil), bytes.Contains(t, []byte("c")), bytes.Runes(t), bytes.IndexAny(t, "世c"), bytes.LastIndexAny(t, "a "), bytes.IndexRune(t, 0xFFFD), bytes.IndexByte(t, 'X'), bytes.LastIndexByte(t, 'X'))
		fmt.Println(bytes.IndexFunc(t, unicode.IsUpper), bytes.LastIndexFunc(t, unicode.IsUpper), bytes.ContainsAny(t, "xyz"), bytes.ContainsRune(t, 'a'), bytes.ContainsFunc(t, unicode.IsSpace), bytes.Compare(t, []byte("a")), bytes.Equal(t, nil), bytes.EqualFold(t, []byte("abc")), bytes.HasPrefix(t, []byte("a")), bytes.HasSuffix(t, []byte("c")))
		fmt.Printf("%q %q %q %q %v\n", bytes.Trim(t, " c"), bytes.TrimLeft(t, "a"), bytes.TrimRight(t, "c"), bytes.Replace(t, []byte("X"), []byte("--"), 1), bytes.Clone(t) == nil)
		fmt.Printf("%q %q %q %q %q\n", bytes.TrimFunc(t, unicode.IsLetter), bytes.TrimLeftFunc(t, unicode.IsLetter), bytes.TrimRightFunc(t, unicode.IsLetter), bytes.TrimPrefix(t, []byte("a")), bytes.TrimSuffix(t, []byte("c")))
		before, after, found := bytes.Cut(t, []byte("X"))
		p, ok := bytes.CutPrefix(t, []byte("a"))
		x, ok2 := bytes.CutSuffix(t, []byte("c"))
		fmt.Printf("%q %q %v %q %v %q %v %q\n", before, after, found, p, ok, x, ok2, bytes.ReplaceAll(t, nil, []byte(".")))
		fmt.Printf("%q %q\n", bytes.Map(func(r rune) rune { return r + 1 }, t), bytes.ToValidUTF8(t, []byte("?")))
		for l := range bytes.Lines(t) {
			fmt.Printf("%q,", l)
		}
		for l := range bytes.SplitSeq(t, []byte("X")) {
			fmt.Printf("%q;", l)
		}
		for l := range bytes.SplitAfterSeq(t, []byte("X")) {
			fmt.Printf("%q;", l)
		}
		for l := range bytes.FieldsSeq(t) {
			fmt.Printf("%q|", l)
		}
		for l := range bytes.FieldsFuncSeq(t, unicode.IsUpper) {
			fmt.Printf("%q|", l)
		}
		fmt.Printf("%q\n", bytes.FieldsFunc(t, unicode.IsUpper))
	}
	fmt.Printf("%q %q %q\n", bytes.Join([][]byte{[]byte("a"), []byte("b")}, []byte("-")), bytes.Repeat([]byte("ab"), 3), bytes.ToUpperSpecial(unicode.TurkishCase, []byte("i")))
	fmt.Printf("%q %q\n", bytes.ToLowerSpecial(unicode.TurkishCase, []byte("I")), bytes.ToTitleSpecial(unicode.TurkishCase, []byte("i")))
}
