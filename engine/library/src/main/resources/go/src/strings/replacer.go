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

// match gives the pair for the beginning of s, or -1; noEmpty leaves out the pair with the empty old string.
func (r *Replacer) match(s string, noEmpty bool) int {
	if s != "" {
		for _, i := range r.start[s[0]] {
			if r.empty >= 0 && int(i) > r.empty && !noEmpty {
				break
			}
			if HasPrefix(s, r.pairs[i].from) {
				return int(i)
			}
		}
	}
	if noEmpty {
		return -1
	}
	return r.empty
}

// run hands the pieces of the result to emit until it says false. Where the empty string has been replaced, only
// something longer can be at the same place.
func (r *Replacer) run(s string, emit func(piece string) bool) {
	copied := 0
	afterEmpty := false
	for at := 0; at <= len(s); {
		pair := r.match(s[at:], afterEmpty)
		if pair < 0 {
			afterEmpty = false
			at++
			continue
		}
		if at > copied && !emit(s[copied:at]) || !emit(r.pairs[pair].to) {
			return
		}
		size := len(r.pairs[pair].from)
		at += size
		copied = at
		afterEmpty = size == 0
	}
	emit(s[copied:])
}

// Replace gives s with all replacements made.
func (r *Replacer) Replace(s string) string {
	first := 0
	for first <= len(s) && r.match(s[first:], false) < 0 {
		first++
	}
	if first > len(s) {
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
