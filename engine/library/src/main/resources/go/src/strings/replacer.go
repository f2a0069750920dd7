package strings

import (
	"io"
	"unicode/utf8"
)

// Replacer exchanges a list of strings for others, in one pass and without overlaps. At each place the first of the list
// that fits is taken. It is safe for use by several goroutines.
type Replacer struct {
	pairs []replacement
	start [256][]int32 // by first byte, the pairs that may begin there, in the list's order
	empty int          // the pair with an empty old string, or -1
}

type replacement struct{ from, to string }

// NewReplacer gives a Replacer for pairs of old and new strings. It panics for an odd number.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 != 0 {
		panic("strings.NewReplacer: odd argument count")
	}
	r := &Replacer{empty: -1}
	for i := 0; i < len(oldnew); i += 2 {
		from := oldnew[i]
		at := len(r.pairs)
		r.pairs = append(r.pairs, replacement{from, oldnew[i+1]})
		if from == "" {
			if r.empty < 0 {
				r.empty = at
			}
		} else {
			r.start[from[0]] = append(r.start[from[0]], int32(at))
		}
	}
	return r
}

// match gives the pair for the beginning of s, or -1.
func (r *Replacer) match(s string) int {
	if s != "" {
		for _, i := range r.start[s[0]] {
			if r.empty >= 0 && int(i) > r.empty {
				break
			}
			if HasPrefix(s, r.pairs[i].from) {
				return int(i)
			}
		}
	}
	return r.empty
}

// next gives the first place from at on where a pair fits, or len(s)+1; afterEmpty tells that an empty match must not be
// at the place itself.
func (r *Replacer) next(s string, at int, afterEmpty bool) (place, pair int) {
	for ; at <= len(s); at++ {
		if pair = r.match(s[at:]); pair >= 0 && !(afterEmpty && r.pairs[pair].from == "") {
			return at, pair
		}
		afterEmpty = false
	}
	return at, -1
}

// run hands the pieces of the result to emit until it says false.
func (r *Replacer) run(s string, emit func(piece string) bool) {
	copied, at := 0, 0
	afterMatch := false
	for {
		place, pair := r.next(s, at, afterMatch)
		if pair < 0 {
			emit(s[copied:])
			return
		}
		if place > copied && !emit(s[copied:place]) || !emit(r.pairs[pair].to) {
			return
		}
		size := len(r.pairs[pair].from)
		copied = place + size
		at = copied
		afterMatch = true
	}
}

// Replace gives s with all replacements made.
func (r *Replacer) Replace(s string) string {
	if _, pair := r.next(s, 0, false); pair < 0 {
		return s
	}
	var b Builder
	b.Grow(len(s) + utf8.UTFMax)
	r.run(s, func(piece string) bool {
		b.WriteString(piece)
		return true
	})
	return b.String()
}

// WriteString writes s with all replacements made to w.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	r.run(s, func(piece string) bool {
		if piece == "" {
			return true
		}
		var m int
		m, err = io.WriteString(w, piece)
		n += m
		return err == nil
	})
	return n, err
}
