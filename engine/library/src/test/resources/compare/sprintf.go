// Random calls of fmt.Sprintf over every verb and flag, for values of many types. Prints a digest for each block of 1,000, or the lines
// of one block; os.Args: how many, seed, the block to print.
package main

import (
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"strconv"
	"strings"
	"time"
)

type random struct{ state uint64 }

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

type (
	point  struct{ X, Y int }
	named  int8
	nested struct {
		A any
		B []point
		C map[string]int
		D *point
		e error
		F [2]bool
		G func()
		H named
	}
	stringer  struct{ n int }
	gostring  struct{ n int }
	formatter struct{ n int }
	failing   struct{}
	bytes     []byte
)

func (s stringer) String() string   { return "<" + strconv.Itoa(s.n) + ">" }
func (g gostring) GoString() string { return "gostring{" + strconv.Itoa(g.n) + "}" }
func (f *failing) Error() string    { return "failing" }
func (n named) Error() string       { return "named error" }
func (f formatter) Format(s fmt.State, verb rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	flags := ""
	for _, c := range "+-# 0" {
		if s.Flag(int(c)) {
			flags += string(c)
		}
	}
	fmt.Fprint(s, flags, w, wok, p, pok, string(verb), f.n, fmt.FormatString(s, verb))
}

func (r *random) text() string {
	pool := []string{"", "a", "héllo", "日本語", "\x00\xff", "quote\"d", "tab\tnew\nline", "\u2028", "`back`", "🙂", strings.Repeat("long ", 9), "\xc3", "%d"}
	return pool[r.below(len(pool))]
}

func (r *random) value(depth int) any {
	n := int64(r.next()) >> r.below(64)
	switch r.below(34) {
	case 0:
		return int(n)
	case 1:
		return int8(n)
	case 2:
		return int16(n)
	case 3:
		return int32(n)
	case 4:
		return n
	case 5:
		return uint(n)
	case 6:
		return uint8(n)
	case 7:
		return uint16(n)
	case 8:
		return uint32(n)
	case 9:
		return uint64(n)
	case 10:
		return uintptr(n)
	case 11:
		return math.Float32frombits(uint32(n))
	case 12:
		return math.Float64frombits(r.next())
	case 13:
		return float64(n%100000) / 100
	case 14:
		return complex(float32(n%1000)/8, float32(r.below(50)))
	case 15:
		return complex(float64(n%1000)/10, math.Float64frombits(r.next()))
	case 16:
		return n&1 == 0
	case 17, 18:
		return r.text()
	case 19:
		return []byte(r.text())
	case 20:
		return bytes(r.text())
	case 21:
		return point{int(n % 100), r.below(9)}
	case 22:
		return []float64{float64(n % 10), 1.5, math.Inf(int(n))}
	case 23:
		return []string{r.text(), r.text()}
	case 24:
		return map[string]int{"b": int(n % 7), "a": 1, r.text(): 2}
	case 25:
		return stringer{int(n % 100)}
	case 26:
		return gostring{int(n % 100)}
	case 27:
		return formatter{int(n % 100)}
	case 28:
		if depth > 0 { // inside of others it may be printed as an address
			return named(n)
		}
		return errors.New(r.text())
	case 29:
		return named(n)
	case 30:
		return time.Duration(n)
	case 31:
		return []any{nil, (*point)(nil), error(nil), (*failing)(nil), []int(nil), map[int]int(nil)}[r.below(6)]
	case 32:
		return [3]byte{byte(n), 2, 3}
	}
	if depth > 2 {
		return rune(n % 0x11000)
	}
	return nested{A: r.value(depth + 1), B: []point{{1, 2}}, C: map[string]int{"k": int(n % 5)}, F: [2]bool{true, false}, H: named(n)}
}

func (r *random) format() (format string, args []any) {
	var b strings.Builder
	for n := 1 + r.below(3); n > 0; n-- {
		b.WriteString([]string{"", "x ", "%%", "é"}[r.below(4)])
		b.WriteByte('%')
		for _, c := range "+-# 0" {
			if r.below(4) == 0 {
				b.WriteRune(c)
			}
		}
		if r.below(12) == 0 {
			fmt.Fprintf(&b, "[%d]", r.below(4))
		}
		switch r.below(4) {
		case 0:
			b.WriteString(strconv.Itoa(r.below(24)))
		case 1:
			if r.below(3) == 0 {
				b.WriteByte('*')
				args = append(args, r.below(20)-6)
			}
		}
		if r.below(3) == 0 {
			b.WriteByte('.')
			switch r.below(4) {
			case 0:
			case 1:
				b.WriteByte('*')
				args = append(args, r.below(12)-2)
			default:
				b.WriteString(strconv.Itoa(r.below(14)))
			}
		}
		b.WriteByte("vvvvdsqxXobcUeEfFgGtTOpwyz!"[r.below(27)])
		if r.below(20) != 0 {
			args = append(args, r.value(0))
		}
	}
	return b.String(), args
}

func main() {
	count, _ := strconv.Atoi(os.Args[1])
	seed, _ := strconv.ParseUint(os.Args[2], 10, 64)
	shown := -1
	if len(os.Args) > 3 {
		shown, _ = strconv.Atoi(os.Args[3])
	}
	r := &random{seed}
	h := fnv.New64a()
	for i := 1; i <= count; i++ {
		format, args := r.format()
		if strings.Contains(format, "p") {
			args = nil // addresses differ
		}
		s := fmt.Sprintf(format, args...)
		h.Write([]byte(s))
		if shown >= 0 && (i-1)/1000 == shown {
			fmt.Printf("%d %q %T -> %q\n", i, format, args, s)
		}
		if shown < 0 && (i%1000 == 0 || i == count) {
			fmt.Printf("%d %016x\n", i, h.Sum64())
		}
	}
}
