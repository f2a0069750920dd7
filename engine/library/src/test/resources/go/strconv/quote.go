package main

import (
	"fmt"
	"strconv"
)

func main() {
	texts := []string{"", "abc", "\"'`\\", "\a\b\f\n\r\t\v\x00\x7f", "é世界😀", "\xff\xfe", "\u00a0\u2028\u3000\ufeff", "\ufffd", "a\u0301", "\U0010ffff", "K"}
	for _, s := range texts {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
		fmt.Println(string(strconv.AppendQuote(nil, s)), string(strconv.AppendQuoteToASCII(nil, s)), string(strconv.AppendQuoteToGraphic(nil, s)))
		back, err := strconv.Unquote(strconv.Quote(s))
		fmt.Println(back == s, err)
	}
	for _, r := range []rune{'a', '\'', '"', '\n', 0, 0x7f, 'é', '世', 0x1F600, 0xFFFD, 0xD800, -1, 0x110000, 0xA0, 0x2028} {
		fmt.Println(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r))
		fmt.Println(string(strconv.AppendQuoteRune(nil, r)), string(strconv.AppendQuoteRuneToASCII(nil, r)), string(strconv.AppendQuoteRuneToGraphic(nil, r)))
	}
	for _, s := range []string{`"a"`, "`a\r\nb`", `'a'`, `'ab'`, `''`, `"\x41\u00e9\U0001F600\101"`, `"\400"`, `"\xg"`, `"\'"`, `'\"'`, `'\''`, "\"\n\"", `"a`, `a"`, `"\ud800"`, `"\q"`, "", `"`, "`", `"\"`} {
		text, err := strconv.Unquote(s)
		prefix, err2 := strconv.QuotedPrefix(s + " rest")
		fmt.Printf("%q %v %q %v\n", text, err, prefix, err2)
	}
	for _, s := range []string{`\n`, `\'x`, `\"`, `a`, `é`, `\u12`, `\x`, ``, `\`} {
		for _, quote := range []byte{'\'', '"', 0} {
			r, multi, tail, err := strconv.UnquoteChar(s, quote)
			fmt.Printf("%q %v %q %v\n", r, multi, tail, err)
		}
	}
	printable, graphic := 0, 0
	for r := rune(0); r <= 0x10FFFF; r++ {
		if strconv.IsPrint(r) {
			printable++
		}
		if strconv.IsGraphic(r) {
			graphic++
		}
	}
	fmt.Println(printable, graphic)
}
