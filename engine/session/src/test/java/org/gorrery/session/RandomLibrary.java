package org.gorrery.session;

import java.util.List;

/// A Go program drawn at random from calls of the standard library: what it prints of random values with random verbs, how it converts,
/// cuts, sorts, parses and encodes them. Everything it prints is the same on every Go; what panics is printed too.
final class RandomLibrary extends RandomText {
    /// What stands before the programs of a file.
    static final String HEAD =
            """
            package main

            import (
            	"bufio"
            	"bytes"
            	"cmp"
            	"encoding/base64"
            	"encoding/binary"
            	"encoding/hex"
            	"errors"
            	"fmt"
            	"maps"
            	"math"
            	"math/big"
            	"math/bits"
            	"os"
            	"reflect"
            	"regexp"
            	"slices"
            	"sort"
            	"strconv"
            	"strings"
            	"text/tabwriter"
            	"time"
            	"unicode"
            	"unicode/utf16"
            	"unicode/utf8"
            	"unsafe"
            )

            type level int8
            type name string
            type point struct{ X, Y int }
            type shape struct {
            	point
            	Name  string `json:"name,omitempty"`
            	Tags  []string
            	Sizes map[string]float64
            	Next  *shape `json:",omitempty"`
            	Any   any
            	small uint8
            }
            type speech struct{ s string }
            type broken struct{ n int }
            type key struct {
            	a int8
            	b string
            }
            type set[T comparable] map[T]struct{}
            type pair[A, B any] struct {
            	First  A
            	Second B
            }
            type number interface{ ~int | ~int8 | ~float64 }
            type custom struct{ n int }

            func (l level) String() string         { return "level" + strconv.Itoa(int(l)) }
            func (p *point) GoString() string      { return "&point!" }
            func (s speech) Error() string         { return "speech " + s.s }
            func (b broken) String() string        { panic(b.n) }
            func (c custom) Format(f fmt.State, verb rune) {
            	w, hasW := f.Width()
            	p, hasP := f.Precision()
            	fmt.Fprint(f, "<", string(verb), w, hasW, p, hasP, f.Flag('+'), f.Flag('-'), f.Flag('#'), f.Flag(' '), f.Flag('0'), ">")
            }
            func (s set[T]) add(v ...T) set[T] {
            	for _, x := range v {
            		s[x] = struct{}{}
            	}
            	return s
            }
            func (p pair[A, B]) flip() pair[B, A] { return pair[B, A]{p.Second, p.First} }
            func sum[T number](s ...T) (t T) {
            	for _, x := range s {
            		t += x
            	}
            	return
            }
            func keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K { return slices.Sorted(maps.Keys(m)) }

            func say(a ...any) { os.Stderr.WriteString(fmt.Sprintln(a...)) }
            func try(n int, f func()) {
            	defer func() {
            		if r := recover(); r != nil {
            			say(n, "panic:", r)
            		}
            	}()
            	f()
            }
            func lines(s string) (r []string) {
            	sc := bufio.NewScanner(strings.NewReader(s))
            	for sc.Scan() {
            		r = append(r, sc.Text())
            	}
            	return
            }
            func words(s string) (r []string) {
            	sc := bufio.NewScanner(strings.NewReader(s))
            	sc.Split(bufio.ScanWords)
            	for sc.Scan() {
            		r = append(r, sc.Text())
            	}
            	return
            }
            func scanned(s, format string) (int, int, string, float64, error) {
            	var a int
            	var b string
            	var c float64
            	n, err := fmt.Sscanf(s, format, &a, &b, &c)
            	return n, a, b, c, err
            }
            func tabbed(s string, flags uint) string {
            	var b bytes.Buffer
            	w := tabwriter.NewWriter(&b, 3, 4, 1, '.', flags)
            	fmt.Fprint(w, s)
            	w.Flush()
            	return b.String()
            }
            func found(pattern, s string) any {
            	re, err := regexp.Compile(pattern)
            	if err != nil {
            		return err
            	}
            	return fmt.Sprintf("%q %v %q %q", re.FindAllString(s, -1), re.FindAllStringSubmatchIndex(s, 3), re.ReplaceAllString(s, "<$1>"), re.Split(s, 3))
            }

            var (
            	_ = binary.BigEndian
            	_ = errors.New
            	_ = sort.Ints
            	_ = unicode.IsUpper
            	_ = utf16.Encode
            	_ = utf8.RuneLen
            	_ = base64.StdEncoding
            	_ = hex.EncodeToString
            	_ = big.NewInt
            	_ = bits.Len
            	_ = math.Sqrt
            	_ = reflect.DeepEqual
            	_ time.Duration
            	_ unsafe.Pointer
            )

            """;

    /// `$i` an int, `$n` a small one, `$u` a uint64, `$f` a float64, `$s` a string, `$c` a rune, `$v` any value, `$l` a slice of ints,
    /// `$w` a slice of strings, `$d` a base, `$g` a letter for floats, `$r` a pattern, `$t` a text of numbers.
    private static final List<String> CALLS =
            List.of(
                    "strconv.FormatInt($i, $d)",
                    "strconv.FormatUint($u, $d)",
                    "strconv.FormatFloat($f, $g, $n-1, 64)",
                    "strconv.FormatFloat(float64(float32($f)), $g, $n-1, 32)",
                    "strconv.Quote($s)",
                    "strconv.QuoteToASCII($s)",
                    "strconv.QuoteToGraphic($s)",
                    "strconv.QuoteRune($c)",
                    "two(strconv.Unquote(strconv.Quote($s)))",
                    "two(strconv.Unquote($s))",
                    "two(strconv.ParseInt($t, $d0, $n*8))",
                    "two(strconv.ParseUint($t, 0, 64))",
                    "two(strconv.ParseFloat($t, 64))",
                    "two(strconv.ParseFloat($t, 32))",
                    "two(strconv.ParseBool($s))",
                    "two(strconv.Atoi($t))",
                    "two(strconv.ParseComplex($t+\"i\", 128))",
                    "strconv.FormatComplex(complex($f, $f), $g, $n, 128)",
                    "strings.Fields($s)",
                    "fmt.Sprintf(\"%q\", strings.Split($s, $s))",
                    "fmt.Sprintf(\"%q\", strings.SplitN($s, $s, $n-1))",
                    "fmt.Sprintf(\"%q\", strings.SplitAfter($s, string($c)))",
                    "strings.Map(func(r rune) rune { if r == $c { return -1 }; return unicode.ToUpper(r) + 1 }, $s)",
                    "strings.ToUpper($s) + strings.ToLower($s) + strings.ToTitle($s)",
                    "strings.Trim($s, $s) + \"|\" + strings.TrimLeft($s, $s) + \"|\" + strings.TrimSpace($s)",
                    "strings.Replace($s, $s, $s, $n-1)",
                    "strings.NewReplacer($s, $s, $s, $s, string($c), $s).Replace($s+$s+$s)",
                    "strings.Index($s, $s)*100 + strings.LastIndex($s, $s)*10 + strings.Count($s, $s)",
                    "strings.IndexAny($s, $s)*10 + strings.IndexByte($s, byte($n))",
                    "strings.EqualFold($s, $s)",
                    "strings.Compare($s, $s)",
                    "strings.ToValidUTF8($s, $s)",
                    "two(strings.CutPrefix($s, $s))",
                    "three(strings.Cut($s, $s))",
                    "strings.Repeat($s, $n-1)",
                    "fmt.Sprintf(\"%q\", slices.Collect(strings.SplitSeq($s, $s)))",
                    "fmt.Sprintf(\"%q\", slices.Collect(strings.FieldsFuncSeq($s, func(r rune) bool { return r > $c })))",
                    "[]rune($s)",
                    "[]byte($s)",
                    "string([]rune{$c, $c, rune($i)})",
                    "utf8.RuneCountInString($s)*2 + utf8.RuneLen($c)",
                    "utf8.ValidString($s)",
                    "two(utf8.DecodeLastRuneInString($s))",
                    "utf16.Encode([]rune($s))",
                    "string(utf16.Decode([]uint16{uint16($u), uint16($u), 0xd801, 0xdc37, uint16($c)}))",
                    "utf8.AppendRune([]byte($s), rune($i))",
                    "[]bool{unicode.IsLetter($c), unicode.IsDigit($c), unicode.IsSpace($c), unicode.IsPrint($c), unicode.IsUpper($c), unicode.In($c, unicode.Han, unicode.Greek)}",
                    "string(unicode.SimpleFold($c)) + string(unicode.To($n%3, $c))",
                    "func() []int { l := $l; sort.Sort(sort.Reverse(sort.IntSlice(l))); return l }()",
                    "func() []string { w := $w; sort.SliceStable(w, func(i, j int) bool { return len(w[i]) < len(w[j]) }); return w }()",
                    "func() []int { l := $l; slices.SortStableFunc(l, func(a, b int) int { return cmp.Compare(a%7, b%7) }); return l }()",
                    "two(slices.BinarySearch(slices.Sorted(slices.Values($l)), $n))",
                    "slices.Compact(slices.Sorted(slices.Values(append($l, $l...))))",
                    "slices.Insert($l, $n, $n, $n)",
                    "slices.Delete($l, $n%4, $n)",
                    "slices.Replace($l, $n%3, $n, $n, $n)",
                    "slices.Equal($l, $l) || slices.Contains($l, $n)",
                    "slices.Max($l) - slices.Min($l)",
                    "slices.Collect(slices.Chunk($l, $n%4))",
                    "slices.Compare($l, $l)",
                    "slices.Repeat($l, $n%4)",
                    "func() []int { l := $l; slices.Reverse(l); return slices.Grow(l, $n)[:len(l)] }()",
                    "func() []int { l := $l; m := append(l[:$n%3], $n); m[0]++; return append(l, m...) }()",
                    "two(func() (int, []int) { l := $l; return copy(l[$n%3:], l), l }())",
                    "keys(map[string]int{$s: 1, $s + \"a\": $n})",
                    "keys(set[int]{}.add($l...))",
                    "map[key]int{{int8($n), $s}: $n, {3, $s + \"z\"}: 2}",
                    "map[any]int{key{1, $s}: 5, key{1, $s + \"x\"}: 6, nil: 7, key{int8($n), \"y\"}: 8}",
                    "map[[2]string][]int{{$s, \"k\"}: $l, {$s, \"l\"}: nil}",
                    "map[float64]string{float64($n): $s, math.NaN(): \"nan\", math.Inf(1): \"inf\"}",
                    "pair[int, string]{$n, $s}.flip().flip()",
                    "sum($l...) + int(sum(level($n), 100, 100))",
                    "sum($f, $f, $f)",
                    "math.Floor($f) + math.Trunc($f) + math.Round($f) + math.RoundToEven($f)",
                    "math.Mod($f, $f) + math.Remainder($f, $f)",
                    "math.Sqrt($f) + math.Cbrt($f)",
                    "two(math.Frexp($f))",
                    "math.Ldexp($f, $n)",
                    "two(math.Modf($f))",
                    "math.FMA($f, $f, $f)",
                    "math.Nextafter($f, $f)",
                    "math.Pow($f, float64($n))",
                    "math.Float64bits($f) ^ uint64(math.Float32bits(float32($f)))",
                    "[]float64{math.Sin($f), math.Cos($f), math.Atan($f), math.Tanh($f)}",
                    "[]float64{math.Exp($f), math.Log($f), math.Log2($f), math.Log10($f), math.Log1p($f)}",
                    "[]float64{math.Hypot($f, $f), math.Atan2($f, $f), math.Gamma($f), math.Erf($f)}",
                    "bits.LeadingZeros64($u)*100 + bits.OnesCount64($u)",
                    "two(bits.Mul64($u, $u))",
                    "two(bits.Add64($u, $u, 1))",
                    "bits.RotateLeft32(uint32($u), $n-3) ^ bits.Reverse32(uint32($u))",
                    "bits.ReverseBytes64($u)",
                    "new(big.Int).Exp(big.NewInt($i), big.NewInt(int64($n)), nil)",
                    "new(big.Int).Mod(new(big.Int).Lsh(big.NewInt($i), uint($n)*20), big.NewInt($i|1))",
                    "new(big.Int).Sqrt(new(big.Int).SetUint64($u))",
                    "big.NewRat($i, $i|1).FloatString($n)",
                    "new(big.Float).SetPrec(100).Quo(big.NewFloat(1.25), big.NewFloat(float64($n)+0.5)).Text($g, $n*4)",
                    "fmt.Sprintf(\"%+x %#o %30d\", big.NewInt($i), big.NewInt($i), big.NewInt($i))",
                    "time.Duration($i)",
                    "time.Duration($i).Round(time.Duration($n)*time.Millisecond+1)",
                    "time.Unix($i%100000000000, int64($n)).UTC()",
                    "time.Unix($i%100000000000, $i%1000000000).UTC().Format($s + \" Mon Jan _2 15:04:05.000 2006 MST -0700\")",
                    "time.Unix($i%10000000000, 0).UTC().AddDate($n-3, $n, -$n).Weekday()",
                    "two(time.ParseDuration($t + \"ms\"))",
                    "two(time.Parse(time.RFC3339, \"20\" + $t + \"-02-03T04:05:06Z\"))",
                    "hex.EncodeToString([]byte($s)) + hex.Dump([]byte($s))",
                    "two(hex.DecodeString($s))",
                    "base64.StdEncoding.EncodeToString([]byte($s)) + base64.RawURLEncoding.EncodeToString([]byte($s))",
                    "two(base64.StdEncoding.DecodeString($s))",
                    "binary.BigEndian.AppendUint32(binary.AppendVarint(nil, $i), uint32($u))",
                    "fmt.Sprintf(\"%#v\", lines($s+\"\\n\"+$s+\"\\r\\n\"))",
                    "fmt.Sprintf(\"%q\", words($s+\" \"+$s))",
                    "five(scanned($t+\" \"+$s+\" \"+$t, \"%d %s %g\"))",
                    "five(scanned($t+$s, \"%5x%3s%v\"))",
                    "tabbed($s+\"\\t\"+$s+\"\\tb\\n\"+$s+\"\\tc\\n\", uint($n))",
                    "found($r, $s+$s)",
                    "regexp.QuoteMeta($s)",
                    "reflect.DeepEqual($v, $v)",
                    "reflect.TypeOf($v)",
                    "reflect.ValueOf($v).Kind()",
                    "fmt.Errorf(\"a %w b %v: %w\", speech{$s}, $v, errors.New($s))",
                    "errors.Is(fmt.Errorf(\"%w\", errors.Join(speech{$s}, nil)), speech{$s})",
                    "errors.Join(speech{$s}, errors.New($s))",
                    "unsafe.String(unsafe.StringData($s+\"x\"), 1)",
                    "unsafe.Slice(unsafe.SliceData(append($l, 1, 2)), 2)",
                    "[4]int($l) == [4]int($l)",
                    "point{$n, 1} == point{1, $n} || any($s) == any($n)",
                    "min($f, $f, 1) + max($f, $f)",
                    "min($s, $s) + max($s, $s, \"m\")",
                    "int8($i) / int8($n-2) * int8($i%100)",
                    "int32($i) % int32($n-2) << ($u % 40)",
                    "uint16($i)*uint16($u) - uint16($n)>>($u%20)",
                    "int64(float32($i)) + int64(uint32($u))>>$n",
                    "float32($f)*float32($f) + float32($f)",
                    "complex64(complex($f, $f)) * complex64(complex($f, 1))",
                    "complex($f, $f) / complex($f, $f)",
                    "func() (m map[string]int) { m = map[string]int{$s: 1}; m[$s] += 2; clear(m); m[$s]--; return }()");

    private static final List<String> STRINGS =
            List.of(
                    "",
                    "a",
                    "ab",
                    "b",
                    "hello world",
                    " \\t x y  ",
                    "a,b,,c",
                    ",",
                    "\\xff\\xfe",
                    "h\\u00e9llo \\u4e16\\u754c",
                    "\\U0001F600",
                    "\\u01c5\\u0130\\u00df",
                    "\\x00\\n\\\"'`",
                    "true",
                    "K\\u212a\\u017f",
                    "aaaaaaaa",
                    "\\u2028\\ufeff\\u200b",
                    "one two\\tthree\\nfour",
                    "%d%s%!",
                    "<a href='x'>&amp;",
                    "deadbeef",
                    "Zm9v",
                    "\\xe4\\xb8x");

    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-1",
                    "+12",
                    "0x1F",
                    "0b101",
                    "0o17",
                    "017",
                    "1_000",
                    "1e5",
                    "1e400",
                    "-0",
                    "1.5",
                    ".5",
                    "5.",
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775808",
                    "18446744073709551615",
                    "inf",
                    "-Infinity",
                    "nan",
                    "0x1p-2",
                    "0x1.8p3",
                    "1e-320",
                    "4.9e-324",
                    "1.7976931348623159e308",
                    "123456789012345678901234567890",
                    "",
                    " 1",
                    "1 ",
                    "0.1e-6",
                    "12a",
                    "3h2m",
                    "1e23",
                    "2.2250738585072011e-308");

    private static final List<String> PATTERNS =
            List.of(
                    "a+",
                    "(a|b)*c?",
                    "[^a-z]+",
                    "(\\\\w+)\\\\s(\\\\w+)",
                    "^.",
                    "(?i)HELLO",
                    "x*",
                    "(?m)^t",
                    "\\\\p{Han}",
                    "(a+)(b?)",
                    "(?s).$",
                    "[",
                    "a{2,3}?",
                    "(?P<n>l+)o",
                    "\\\\bw",
                    "a**",
                    "(?:ab|a)(?:c|bcd)?",
                    "[[:upper:]]|[\\\\d_]");

    private RandomLibrary(long seed, int number) {
        super(seed * 13 + 5, number, 64);
    }

    /// What the programs share beside [#HEAD].
    static final String TUPLES =
            """
            func two[A, B any](a A, b B) string                                { return fmt.Sprintf("%#v %v", a, any(b)) }
            func id[T any](x T) T                                              { return x }
            func three[A, B, C any](a A, b B, c C) string                      { return fmt.Sprintf("%q %q %v", any(a), any(b), c) }
            func five[A, B, C, D, E any](a A, b B, c C, d D, e E) string       { return fmt.Sprint(a, " ", b, " ", c, " ", d, " ", e) }

            """;

    /// The function `p<number>`.
    static String of(long seed, int number) {
        var program = new RandomLibrary(seed, number);
        program.line("func " + program.prefix + "() {");
        program.indent++;
        program.line("println(\"#" + program.prefix + "\")");
        for (int i = 0; i < 40; i++) {
            program.line("try(" + i + ", func() { say(" + i + ", " + program.said() + ") })");
        }
        program.indent--;
        program.line("}");
        return program.out.toString();
    }

    private String said() {
        if (chance(45)) {
            return printed();
        }
        return filled(pick(CALLS));
    }

    private String printed() {
        var format = new StringBuilder();
        var args = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            format.append(pick("", "x", " ", "%%")).append(verb(args));
            if (chance(93)) {
                args.append(", ").append(value(2));
            }
        }
        if (chance(5)) {
            args.append(", ").append(value(1));
        }
        return chance(90)
                ? "fmt.Sprintf(\"" + format + "\"" + args + ")"
                : pick("fmt.Sprint(", "fmt.Sprintln(") + value(2) + args + ")";
    }

    private String verb(StringBuilder args) {
        var text = new StringBuilder("%");
        for (String flag : List.of("+", "-", "#", " ", "0")) {
            text.append(chance(18) ? flag : "");
        }
        if (chance(4)) {
            text.append("[" + random.nextInt(4) + "]");
        }
        if (chance(35)) {
            text.append(random.nextInt(25));
        } else if (chance(6)) {
            text.append('*');
            args.append(", ").append(random.nextInt(30) - 8);
        }
        if (chance(30)) {
            text.append('.').append(chance(85) ? random.nextInt(12) + "" : "");
        }
        return text
                + pick(
                        "v", "v", "v", "d", "s", "q", "x", "X", "o", "O", "b", "c", "U", "e", "E",
                        "f", "F", "g", "G", "t", "T", "w", "z");
    }

    private String filled(String call) {
        var out = new StringBuilder();
        for (int i = 0; i < call.length(); i++) {
            if (call.charAt(i) != '$' || i + 1 == call.length()) {
                out.append(call.charAt(i));
                continue;
            }
            i++;
            out.append(
                    switch (call.charAt(i)) {
                        case 'i' -> "id[int64](" + integer() + ")";
                        case 'n' -> "id(" + random.nextInt(9) + ")";
                        case 'u' -> "id[uint64](" + Long.toUnsignedString(bits()) + ")";
                        case 'f' -> floating();
                        case 's' -> string();
                        case 'c' -> "id[rune](" + rune() + ")";
                        case 'v' -> value(2);
                        case 'l' -> ints();
                        case 'w' ->
                                "[]string{" + string() + ", " + string() + ", " + string() + "}";
                        case 'd' -> digitBase(call, i);
                        case 'g' -> pick("'e'", "'f'", "'g'", "'G'", "'E'", "'b'", "'x'");
                        case 'r' -> "\"" + pick(PATTERNS) + "\"";
                        case 't' -> "\"" + pick(NUMBERS) + "\"";
                        default -> "<" + call.charAt(i) + ">"; // replacement text of a regexp
                    });
            if (call.startsWith("d0", i)) {
                i++;
            }
        }
        return out.toString();
    }

    private String digitBase(String call, int i) {
        return call.startsWith("d0", i)
                ? pick("0", "2", "8", "10", "16", "36")
                : 2 + random.nextInt(35) + "";
    }

    private long bits() {
        return random.nextLong() >>> random.nextInt(64);
    }

    private String integer() {
        return chance(10)
                ? pick("0", "1", "-1", "9223372036854775807", "-9223372036854775808", "4294967296")
                : String.valueOf(chance(50) ? bits() : -bits());
    }

    private String floating() {
        return switch (random.nextInt(6)) {
            case 0 -> "math.Float64frombits(" + Long.toUnsignedString(random.nextLong()) + ")";
            case 1 ->
                    pick(
                            "math.Inf(1)",
                            "math.Inf(-1)",
                            "math.NaN()",
                            "math.Copysign(0, -1)",
                            "id(math.MaxFloat64)",
                            "id(math.SmallestNonzeroFloat64)",
                            "float64(0)");
            case 2 -> "float64(" + (random.nextInt(2000) - 1000) + ") / 8";
            case 3 -> "float64(" + random.nextInt(100000) + "e" + (random.nextInt(40) - 20) + ")";
            default ->
                    "float64(" + random.nextGaussian() * Math.pow(10, random.nextInt(9) - 3) + ")";
        };
    }

    private String rune() {
        return pick(
                "'a'",
                "'Z'",
                "'7'",
                "' '",
                "0xe9",
                "0x4e16",
                "0x1f600",
                "-1",
                "0x110000",
                "0xd800",
                "0x3b1",
                "0x1c5",
                "0x7f",
                "0xfeff",
                "0");
    }

    private String string() {
        return chance(80)
                ? "\"" + pick(STRINGS) + "\""
                : "(\"" + pick(STRINGS) + "\" + \"" + pick(STRINGS) + "\")";
    }

    private String ints() {
        var text = new StringBuilder("[]int{");
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(random.nextInt(40) - 9).append(", ");
        }
        return text + "}";
    }

    private String value(int depth) {
        if (depth > 0 && chance(35)) {
            // below the top a pointer is printed as an address
            return switch (random.nextInt(depth == 2 ? 11 : 6)) {
                case 0 -> "[]any{" + value(depth - 1) + ", " + value(depth - 1) + "}";
                case 1 -> "map[string]any{" + string() + ": " + value(depth - 1) + ", \"zz\": 1}";
                case 2 ->
                        "shape{point: point{1, "
                                + random.nextInt(9)
                                + "}, Name: "
                                + string()
                                + ", Any: "
                                + value(depth - 1)
                                + "}";
                case 6 ->
                        "&shape{Tags: []string{"
                                + string()
                                + "}, Sizes: map[string]float64{\"k\": "
                                + random.nextInt(9)
                                + "}, Next: nil}";
                case 4 -> "struct { a any; b error }{" + value(depth - 1) + ", nil}";
                case 5 -> "map[key]any{{1, " + string() + "}: " + value(depth - 1) + "}";
                case 3 -> "pair[any, int8]{" + value(depth - 1) + ", 3}";
                case 7 -> "&[]any{" + value(depth - 1) + "}";
                case 8 -> "&map[string]any{\"p\": " + value(depth - 1) + "}";
                case 9 -> "&[2]any{" + value(depth - 1) + "}";
                default -> "reflect.ValueOf(" + value(depth - 1) + ")";
            };
        }
        return switch (random.nextInt(25)) {
            case 0, 1 -> "int64(" + integer() + ")";
            case 2 -> "int(" + (random.nextInt(400) - 200) + ")";
            case 3 -> "uint64(" + Long.toUnsignedString(bits()) + ")";
            case 4, 5 -> floating();
            case 6, 7 -> string();
            case 8 -> "[]byte(" + string() + ")";
            case 9 -> ints();
            case 10 -> pick("true", "false");
            case 11 -> "rune(" + rune() + ")";
            case 12 -> "float32(id(" + floating() + "))";
            case 13 -> "complex(" + floating() + ", " + floating() + ")";
            case 14 -> "level(" + random.nextInt(100) + ")";
            case 15 -> "name(" + string() + ")";
            case 16 -> "point{" + random.nextInt(9) + ", -2}";
            case 17 ->
                    pick(
                            "any(nil)",
                            "error(nil)",
                            "(*point)(nil)",
                            "(*shape)(nil)",
                            "[]int(nil)",
                            "map[string]int(nil)",
                            "speech{}",
                            "(*speech)(nil)",
                            "broken{7}",
                            "(*level)(nil)",
                            "new(int) == nil");
            case 18 -> "speech{" + string() + "}";
            case 19 -> "[3]byte{1, 200}";
            case 20 -> "time.Duration(" + integer() + ")";
            case 21 -> (depth == 2 ? "&" : "") + "point{3, " + random.nextInt(9) + "}";
            case 22 -> "custom{1}";
            case 23 -> "[]string{" + string() + ", " + string() + "}";
            default -> "uint8(" + random.nextInt(256) + ")";
        };
    }
}
