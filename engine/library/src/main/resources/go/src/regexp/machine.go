package regexp

import (
	"io"
	"regexp/syntax"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// view gives b as a string without copying.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

const noRune = -1 // the text's ends

// machine holds what a search needs; it is used again and again.
type machine struct {
	now, next threads
	found     []int // the best match's places
	matched   bool
	spare     [][]int // places of threads that have ended
	visited   []uint32
	jobs      []job
}

// threads is a set of threads in order of preference, each at an instruction that takes a rune or is the match.
type threads struct {
	where []uint32 // by instruction, its place in list
	list  []thread
}

type thread struct {
	pc     uint32
	places []int
}

func (t *threads) has(pc uint32) bool {
	at := t.where[pc]
	return int(at) < len(t.list) && t.list[at].pc == pc
}

func (re *Regexp) machine() *machine {
	if m, ok := re.machines.Get().(*machine); ok {
		return m
	}
	n := len(re.prog.Inst)
	return &machine{now: threads{where: make([]uint32, n)}, next: threads{where: make([]uint32, n)}}
}

const (
	mostBacktrack   = 256 << 10 // bits of the backtracker's memory
	mostBacktrackPC = 500       // instructions up to which it is used
)

// find gives the places, captures of them and 2 at least where any are wanted, of the first match in s at or behind from. With
// captures 0 the result is not nil where there is a match.
func (re *Regexp) find(s string, from, captures int) []int {
	if re.anchored && from > 0 {
		return nil
	}
	if re.complete && !re.longest && captures <= 2 {
		at := strings.Index(s[from:], re.prefix)
		if at < 0 {
			return nil
		}
		return []int{from + at, from + at + len(re.prefix)}
	}
	if re.prefix != "" {
		at := strings.Index(s[from:], re.prefix)
		if at < 0 {
			return nil
		}
		from += at
	}
	m := re.machine()
	defer re.machines.Put(m)
	if n := len(re.prog.Inst); n <= mostBacktrackPC && n*(len(s)-from+1) <= mostBacktrack {
		if !re.backtrack(m, s, from, max(captures, 2)) {
			return nil
		}
		return m.result()
	}
	in := &textInput{text: s, re: re}
	if !re.simulate(m, in, from, max(captures, 2)) {
		return nil
	}
	return m.result()
}

func (m *machine) result() []int { return append([]int(nil), m.found...) }

// findReader is find for the runes of r.
func (re *Regexp) findReader(r io.RuneReader, captures int) []int {
	m := re.machine()
	defer re.machines.Put(m)
	if !re.simulate(m, &readerInput{r: r}, 0, max(captures, 2)) {
		return nil
	}
	return m.result()
}

// input gives runes one after the other.
type input interface {
	// rune gives the rune at a place, which is that behind the last one, and its width; 0 at the end.
	rune(at int) (r rune, width int)
	// before gives the rune in front of a place that skip gave, or of the search's beginning.
	before(at int) rune
	// skip gives the first place from at on at which a match may begin, -1 for none.
	skip(at int) int
}

type textInput struct {
	text string
	re   *Regexp
}

func (t *textInput) rune(at int) (rune, int) {
	if at >= len(t.text) {
		return noRune, 0
	}
	if c := t.text[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(t.text[at:])
}

func (t *textInput) before(at int) rune {
	if at == 0 {
		return noRune
	}
	r, _ := utf8.DecodeLastRuneInString(t.text[:at])
	return r
}

func (t *textInput) skip(at int) int {
	if t.re.prefix == "" || at > len(t.text) {
		return at
	}
	next := strings.Index(t.text[at:], t.re.prefix)
	if next < 0 {
		return -1
	}
	return at + next
}

type readerInput struct {
	r     io.RuneReader
	ended bool
}

func (t *readerInput) rune(int) (rune, int) {
	if t.ended {
		return noRune, 0
	}
	r, width, err := t.r.ReadRune()
	if err != nil {
		t.ended = true
		return noRune, 0
	}
	return r, width
}

func (t *readerInput) before(int) rune { return noRune }
func (t *readerInput) skip(at int) int { return at }

// simulate runs all threads side by side, rune by rune (Thompson and Pike), so that the time is linear.
func (re *Regexp) simulate(m *machine, in input, at, captures int) bool {
	m.matched = false
	m.found = m.found[:0]
	for range captures {
		m.found = append(m.found, -1)
	}
	m.now.list, m.next.list = m.now.list[:0], m.next.list[:0]
	before := in.before(at)
	r, width := in.rune(at)
	after, afterWidth := rune(noRune), 0
	if width > 0 {
		after, afterWidth = in.rune(at + width)
	}
	for {
		if len(m.now.list) == 0 {
			if m.matched || re.anchored && at > 0 {
				break
			}
			skipped := in.skip(at)
			if skipped < 0 {
				break
			}
			if skipped > at {
				at = skipped
				before = in.before(at)
				r, width = in.rune(at)
				after, afterWidth = in.rune(at + width)
			}
		}
		if !m.matched && (at == 0 || !re.anchored) {
			start := m.fresh(captures)
			start[0] = at
			m.add(re.prog, &m.now, uint32(re.prog.Start), at, start, syntax.EmptyOpContext(before, r))
			m.spare = append(m.spare, start)
		}
		m.step(re, r, at, at+width, syntax.EmptyOpContext(r, after))
		if width == 0 {
			break
		}
		at += width
		before, r, width = r, after, afterWidth
		if width > 0 {
			after, afterWidth = in.rune(at + width)
		}
		m.now, m.next = m.next, m.now
		m.next.list = m.next.list[:0]
	}
	m.recycle(m.now.list)
	m.now.list = m.now.list[:0]
	return m.matched
}

// fresh gives places that nothing else uses.
func (m *machine) fresh(captures int) []int {
	var places []int
	if n := len(m.spare); n > 0 {
		places, m.spare = m.spare[n-1], m.spare[:n-1]
	}
	places = places[:0]
	for range captures {
		places = append(places, -1)
	}
	return places
}

// add puts the instructions that pc leads to without a rune into t, those that are preferred first.
func (m *machine) add(prog *syntax.Prog, t *threads, pc uint32, at int, places []int, holds syntax.EmptyOp) {
	for {
		if pc == 0 || t.has(pc) {
			return
		}
		t.where[pc] = uint32(len(t.list))
		t.list = append(t.list, thread{pc: pc})
		i := &prog.Inst[pc]
		switch i.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			m.add(prog, t, i.Out, at, places, holds)
			pc = i.Arg
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(i.Arg)&^holds != 0 {
				return
			}
			pc = i.Out
		case syntax.InstCapture:
			if int(i.Arg) < len(places) {
				saved := places[i.Arg]
				places[i.Arg] = at
				m.add(prog, t, i.Out, at, places, holds)
				places[i.Arg] = saved
				return
			}
			pc = i.Out
		case syntax.InstNop:
			pc = i.Out
		case syntax.InstFail:
			return
		default:
			own := m.fresh(len(places))
			copy(own, places)
			t.list[t.where[pc]].places = own
			return
		}
	}
}

// step lets all threads take the rune r at a place, or end in a match there. Behind it, at next, the conditions in holds are true.
func (m *machine) step(re *Regexp, r rune, at, next int, holds syntax.EmptyOp) {
	for k := range m.now.list {
		t := &m.now.list[k]
		if t.places == nil {
			continue
		}
		if re.longest && m.matched && m.found[0] < t.places[0] {
			continue
		}
		i := &re.prog.Inst[t.pc]
		took := false
		switch i.Op {
		case syntax.InstMatch:
			if re.longest && m.matched && m.found[0] == t.places[0] && m.found[1] >= at {
				continue
			}
			copy(m.found, t.places)
			m.found[1] = at
			m.matched = true
			if !re.longest {
				// What is less preferred does not matter any more.
				m.recycle(m.now.list)
				return
			}
			continue
		case syntax.InstRune1:
			took = r == i.Rune[0]
		case syntax.InstRuneAny:
			took = true
		case syntax.InstRuneAnyNotNL:
			took = r != '\n'
		case syntax.InstRune:
			took = i.MatchRune(r)
		}
		if took && r != noRune {
			m.add(re.prog, &m.next, i.Out, next, t.places, holds)
		}
	}
	m.recycle(m.now.list)
}

// recycle takes back the places of a list that has been stepped through.
func (m *machine) recycle(list []thread) {
	for k := range list {
		if list[k].places != nil {
			m.spare = append(m.spare, list[k].places)
			list[k].places = nil
		}
	}
}
