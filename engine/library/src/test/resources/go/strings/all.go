package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"
)

func main() {
	texts := []string{"", "a", "hello, world", "  é世 \t\nx ", "aaaa", "abcabcab", "\xff\xfe", "Straße", "ǅungla İstanbul", "one  two\tthree\n", "x=y=z"}
	others := []string{"", "a", "ab", "o, w", "世", "=", "zz", "\xff", " "}
	for _, s := range texts {
		fmt.Printf("%q %q %q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s), strings.TrimSpace(s), strings.Fields(s))
		fmt.Printf("%q %q %q\n", strings.ToUpperSpecial(unicode.TurkishCase, s), strings.ToLowerSpecial(unicode.TurkishCase, s), strings.ToTitleSpecial(unicode.AzeriCase, s))
		fmt.Printf("%q %q %q\n", slices.Collect(strings.FieldsSeq(s)), slices.Collect(strings.Lines(s)), strings.ToValidUTF8(s, "?"))
		fmt.Printf("%q %q\n", strings.FieldsFunc(s, unicode.IsLetter), slices.Collect(strings.FieldsFuncSeq(s, unicode.IsSpace)))
		fmt.Println(strings.IndexFunc(s, unicode.IsUpper), strings.LastIndexFunc(s, unicode.IsSpace), strings.ContainsFunc(s, unicode.IsDigit), strings.IndexByte(s, 'b'), strings.LastIndexByte(s, 'b'), strings.IndexRune(s, '世'), strings.IndexRune(s, 0xFFFD), strings.ContainsRune(s, 'x'))
		fmt.Printf("%q %q %q\n", strings.TrimFunc(s, unicode.IsLetter), strings.TrimLeftFunc(s, unicode.IsLetter), strings.TrimRightFunc(s, unicode.IsLetter))
		fmt.Printf("%q\n", strings.Map(func(r rune) rune {
			switch r {
			case 'a':
				return -1
			case 'b':
				return '世'
			}
			return r
		}, s))
		for _, t := range others {
			fmt.Println(strings.Index(s, t), strings.LastIndex(s, t), strings.Count(s, t), strings.Contains(s, t), strings.HasPrefix(s, t), strings.HasSuffix(s, t), strings.IndexAny(s, t), strings.LastIndexAny(s, t), strings.ContainsAny(s, t), strings.Compare(s, t), strings.EqualFold(s, strings.ToUpper(t)))
			before, after, found := strings.Cut(s, t)
			p, okP := strings.CutPrefix(s, t)
			x, okX := strings.CutSuffix(s, t)
			fmt.Printf("%q %q %v %q %v %q %v\n", before, after, found, p, okP, x, okX)
			fmt.Printf("%q %q %q %q\n", strings.Split(s, t), strings.SplitAfter(s, t), strings.SplitN(s, t, 2), strings.SplitAfterN(s, t, 2))
			fmt.Printf("%q %q\n", slices.Collect(strings.SplitSeq(s, t)), slices.Collect(strings.SplitAfterSeq(s, t)))
			fmt.Printf("%q %q %q %q %q\n", strings.Trim(s, t), strings.TrimLeft(s, t), strings.TrimRight(s, t), strings.TrimPrefix(s, t), strings.TrimSuffix(s, t))
			fmt.Printf("%q %q\n", strings.Replace(s, t, "<>", 2), strings.ReplaceAll(s, t, "é"))
		}
	}
	fmt.Println(strings.Repeat("ab", 3), strings.Repeat("x", 0), strings.Join([]string{"a", "b", "c"}, "-"), strings.Join(nil, "x"), strings.Clone("copy"))
	for _, f := range []func(){func() { strings.Repeat("x", -1) }, func() { strings.NewReplacer("a") }, func() {
		var a strings.Builder
		a.WriteByte('x')
		b := a
		b.WriteByte('y')
	}, func() { new(strings.Builder).Grow(-1) }} {
		func() {
			defer func() { fmt.Println("panic:", recover()) }()
			f()
		}()
	}
	fmt.Println(strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("K", "k"), strings.EqualFold("ſ", "S"), strings.EqualFold("σ", "ς"))

	var b strings.Builder
	b.Grow(64)
	fmt.Fprintf(&b, "%d-", 5)
	b.WriteString("é")
	b.WriteRune('世')
	b.WriteByte('!')
	b.Write([]byte("bytes"))
	fmt.Println(b.String(), b.Len(), b.Cap() >= 64)
	b.Reset()
	fmt.Println(b.Len(), b.Cap())

	r := strings.NewReader("héllo")
	fmt.Println(r.Len(), r.Size(), r.UnreadRune())
	c, n, err := r.ReadRune()
	fmt.Println(c, n, err, r.UnreadRune(), r.Len(), r.UnreadRune())
	one, err := r.ReadByte()
	fmt.Println(one, err, r.UnreadByte(), r.UnreadByte())
	at, err := r.Seek(-2, io.SeekEnd)
	fmt.Println(at, err)
	buf := make([]byte, 10)
	m, err := r.Read(buf)
	fmt.Printf("%q %v\n", buf[:m], err)
	m, err = r.Read(buf)
	fmt.Println(m, err)
	m, err = r.ReadAt(buf, 1)
	fmt.Printf("%q %v\n", buf[:m], err)
	_, err = r.ReadAt(buf, -1)
	fmt.Println(err)
	_, err = r.Seek(0, 7)
	fmt.Println(err)
	_, err = r.Seek(-1, io.SeekStart)
	fmt.Println(err)
	r.Reset("again")
	w, err := r.WriteTo(os.Stdout)
	fmt.Println(w, err)

	replacer := strings.NewReplacer("a", "1", "aa", "2", "b", "", "", "-", "é", "e")
	fmt.Println(replacer.Replace("aabé"), strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<a>b"), strings.NewReplacer("hello", "bye").Replace("hello hello"))
	k, err := strings.NewReplacer("x", "yy").WriteString(os.Stdout, "axbx\n")
	fmt.Println(k, err)
}
