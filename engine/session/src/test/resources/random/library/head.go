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

func two[A, B any](a A, b B) string                                { return fmt.Sprintf("%#v %v", a, any(b)) }
func id[T any](x T) T                                              { return x }
func three[A, B, C any](a A, b B, c C) string                      { return fmt.Sprintf("%q %q %v", any(a), any(b), c) }
func five[A, B, C, D, E any](a A, b B, c C, d D, e E) string       { return fmt.Sprint(a, " ", b, " ", c, " ", d, " ", e) }

