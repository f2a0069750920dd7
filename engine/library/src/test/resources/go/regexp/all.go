package main

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"
)

func main() {
	patterns := []string{`a*`, `(a|ab)(c|bcd)(d*)`, `(?i)straße`, `^\s*(\w+)\s*=\s*(.*?)\s*$`, `(?m)^(\d+)$`, `[^aeiou\s]+`, `\b\w`, `(?P<year>\d{4})-(?P<month>\d\d)`, `x{2,3}?`, `(?s).+`, `\p{Greek}+`, `[[:alpha:]]+[^[:^digit:]]`, `(a*)*`, `(|a)+`, `\Qa.b\E`, `é|世`, `a(?:b|c)?d`, `$`, `(?U)a+`, `[\d\-x]+`, `\pN`, `(?i)[k-l]`, `^$`, `(^|,)x`}
	texts := []string{"", "aaa", "abcd", "STRASSE Straße straße", "  key = some value  ", "12\n345\nx", "hello, World 42", "2024-05-06 1999-12", "xxxxxx", "αβγ abc", "k K K", "a.b axb", "é世é", ",x,xad"}
	for _, p := range patterns {
		re, err := regexp.Compile(p)
		posix, errP := regexp.CompilePOSIX(p)
		fmt.Println(p, err, errP)
		if err != nil {
			continue
		}
		prefix, complete := re.LiteralPrefix()
		fmt.Println(re, re.NumSubexp(), re.SubexpNames(), re.SubexpIndex("month"), prefix, complete)
		for _, s := range texts {
			b := []byte(s)
			fmt.Printf("%v %q %v %q %v %q\n", re.MatchString(s), re.FindString(s), re.FindStringIndex(s), re.FindStringSubmatch(s), re.FindStringSubmatchIndex(s), re.FindAllString(s, -1))
			fmt.Printf("%v %q %q %q %q\n", re.FindAllStringSubmatchIndex(s, 3), re.FindAllStringSubmatch(s, -1), re.Split(s, -1), re.Split(s, 2), re.ReplaceAllString(s, "<$1${0}>"))
			fmt.Printf("%q %q %q\n", re.ReplaceAllLiteralString(s, "$1"), re.ReplaceAllStringFunc(s, strings.ToUpper), re.ReplaceAllFunc(b, func(m []byte) []byte { return append(m, '!') }))
			fmt.Printf("%v %q %v %q %v %v\n", re.Match(b), re.Find(b), re.FindIndex(b), re.FindSubmatch(b), re.FindSubmatchIndex(b), re.FindAllIndex(b, 2))
			fmt.Printf("%q %q %v %v %q %q\n", re.FindAll(b, -1), re.FindAllSubmatch(b, 2), re.FindAllSubmatchIndex(b, 1), re.FindAllStringIndex(s, -1), re.ReplaceAll(b, []byte("[$0]")), re.ReplaceAllLiteral(b, []byte("-")))
			fmt.Println(re.MatchReader(strings.NewReader(s)), re.FindReaderIndex(strings.NewReader(s)), re.FindReaderSubmatchIndex(strings.NewReader(s)))
			if errP == nil {
				fmt.Printf("%q\n", posix.FindStringSubmatch(s))
			}
		}
	}
	for _, p := range []string{"(", ")", "[", "[a", "a**", "*", "a{1001}", "a{2,1}", "(?", "(?z)", "(?P<n", "(?P<>a)", "\\", "\\8", "[z-a]", "[[:foo:]]", "\\p{Foo}", "x{1000}{2}", "(x{10}){200}", "\xff", "a\\C", "(?i-)", "[a-\\d]"} {
		_, err := regexp.Compile(p)
		fmt.Println(err)
		_, err = syntax.Parse(p, syntax.POSIX)
		fmt.Println(err)
	}
	re := regexp.MustCompile(`(?P<first>\w+) (?P<second>\w+)`)
	m := re.FindStringSubmatchIndex("hello world")
	fmt.Println(string(re.ExpandString(nil, "$second, $first! $$ $3 ${first}s $firsts", "hello world", m)), string(re.Expand([]byte(">"), []byte("$2"), []byte("hello world"), m)))
	re.Longest()
	text, _ := re.MarshalText()
	var again regexp.Regexp
	fmt.Println(string(text), again.UnmarshalText(text), again.String(), again.UnmarshalText([]byte("(")), regexp.QuoteMeta("a.b*[c]"))
	fmt.Println(regexp.MatchString("a.c", "abc"))
	fmt.Println(regexp.Match("^x", []byte("ax")))
	fmt.Println(regexp.MatchReader("(", nil))
	func() {
		defer func() { fmt.Println(recover()) }()
		regexp.MustCompile("`(")
	}()
	// Linear time: these would take forever with backtracking.
	long := strings.Repeat("a", 3000)
	fmt.Println(regexp.MustCompile(strings.Repeat("a?", 50)+strings.Repeat("a", 50)).MatchString(long[:50]), regexp.MustCompile(`(a*)*b`).MatchString(long), regexp.MustCompile(`(x+x+)+y`).MatchString(strings.Repeat("x", 3000)))
	fmt.Println(len(regexp.MustCompile(`(\w+)\s`).FindAllStringSubmatchIndex(strings.Repeat("word ", 5000), -1)))
	tree, _ := syntax.Parse(`(?i)a(b|c)*\d{2,}$`, syntax.Perl)
	prog, _ := syntax.Compile(tree.Simplify())
	fmt.Println(tree.Op, tree.MaxCap(), tree.CapNames(), prog.NumCap, syntax.IsWordChar('_'), syntax.EmptyOpContext('a', -1), tree.Equal(tree.Simplify()))
}
