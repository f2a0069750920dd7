package regexp

import (
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// job is a place in the program and in the text to go on at; a negative pc restores a capture instead.
type job struct {
	pc int32
	at int
}

// backtrack tries one way after the other, but none twice: a bit for each instruction and place tells where it has been.
func (re *Regexp) backtrack(m *machine, s string, from, captures int) bool {
	size := len(s) - from + 1
	words := (len(re.prog.Inst)*size + 31) / 32
	if cap(m.visited) < words {
		m.visited = make([]uint32, words)
	}
	m.visited = m.visited[:words]
	clear(m.visited)
	places := m.fresh(captures)
	defer func() { m.spare = append(m.spare, places) }()
	m.matched = false
	for at := from; at <= len(s); {
		if re.prefix != "" {
			next := strings.Index(s[at:], re.prefix)
			if next < 0 {
				return false
			}
			at += next
		}
		for i := range places {
			places[i] = -1
		}
		places[0] = at
		if re.try(m, s, from, size, at, places) {
			return true
		}
		if re.anchored {
			return false
		}
		_, width := utf8.DecodeRuneInString(s[at:])
		at += max(width, 1)
	}
	return false
}

// context gives the conditions that hold at a place.
func context(s string, at int) syntax.EmptyOp {
	before, after := rune(noRune), rune(noRune)
	if at > 0 {
		before, _ = utf8.DecodeLastRuneInString(s[:at])
	}
	if at < len(s) {
		after, _ = utf8.DecodeRuneInString(s[at:])
	}
	return syntax.EmptyOpContext(before, after)
}

// try looks for a match that begins at a place.
func (re *Regexp) try(m *machine, s string, from, size, at int, places []int) bool {
	prog := re.prog
	jobs := append(m.jobs[:0], job{int32(prog.Start), at})
	defer func() { m.jobs = jobs[:0] }()
	for len(jobs) > 0 {
		j := jobs[len(jobs)-1]
		jobs = jobs[:len(jobs)-1]
		if j.pc < 0 {
			places[^j.pc] = j.at
			continue
		}
		pc, at := uint32(j.pc), j.at
	thread:
		for {
			bit := int(pc)*size + at - from
			if m.visited[bit/32]>>(bit%32)&1 != 0 {
				break
			}
			m.visited[bit/32] |= 1 << (bit % 32)
			i := &prog.Inst[pc]
			switch i.Op {
			case syntax.InstFail:
				break thread
			case syntax.InstAlt, syntax.InstAltMatch:
				jobs = append(jobs, job{int32(i.Arg), at})
			case syntax.InstCapture:
				if int(i.Arg) < len(places) {
					jobs = append(jobs, job{^int32(i.Arg), places[i.Arg]})
					places[i.Arg] = at
				}
			case syntax.InstEmptyWidth:
				if syntax.EmptyOp(i.Arg)&^context(s, at) != 0 {
					break thread
				}
			case syntax.InstNop:
			case syntax.InstMatch:
				if !m.matched || re.longest && at > m.found[1] {
					places[1] = at
					m.found = append(m.found[:0], places...)
					m.matched = true
				}
				if !re.longest || at == len(s) {
					return true
				}
				break thread
			default:
				if at >= len(s) {
					break thread
				}
				r, width := rune(s[at]), 1
				if r >= utf8.RuneSelf {
					r, width = utf8.DecodeRuneInString(s[at:])
				}
				if i.Op == syntax.InstRune1 {
					if r != i.Rune[0] {
						break thread
					}
				} else if !i.MatchRune(r) {
					break thread
				}
				at += width
			}
			pc = i.Out
		}
	}
	return m.matched
}
