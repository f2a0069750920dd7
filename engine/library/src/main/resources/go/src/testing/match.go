package testing

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
)

// matcher knows which tests are wanted: patterns, one for each level of names, between slashes; alternatives between bars at the top level.
type matcher struct {
	fit   func(pat, str string) (bool, error)
	run   [][]string
	skip  [][]string
	mu    sync.Mutex
	names map[string]int
}

// newMatcher takes the pattern of what is wanted, with the flag that gave it, and leaves out what -test.skip means.
func newMatcher(fit func(pat, str string) (bool, error), flag, wanted string) *matcher {
	m := &matcher{fit: fit, names: map[string]int{}}
	if wanted != "" {
		m.run = m.parsed(flag, wanted)
	}
	if *skipPattern != "" {
		m.skip = m.parsed("-test.skip", *skipPattern)
	}
	return m
}

// parsed divides the pattern of a flag; one that is no regular expression ends the program.
func (m *matcher) parsed(flag, pattern string) [][]string {
	list := alternatives(pattern)
	for i, levels := range list {
		for k, level := range levels {
			if _, err := m.fit(level, "non-empty"); err != nil {
				where := fmt.Sprintf("element %d of %s (%q)", k, flag, level)
				if len(list) > 1 {
					where = fmt.Sprintf("alternation %d of %s", i, where)
				}
				fmt.Fprintf(os.Stderr, "testing: invalid regexp for %s: %s\n", where, err)
				os.Exit(1)
			}
		}
	}
	return list
}

// alternatives divides a pattern at bars, and each part at slashes, but not within brackets.
func alternatives(pattern string) [][]string {
	var all [][]string
	var levels []string
	begin, round, square := 0, 0, 0
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '\\':
			i++
		case '[':
			square++
		case ']':
			square = max(square-1, 0)
		case '(':
			if square == 0 {
				round++
			}
		case ')':
			if square == 0 {
				round--
			}
		case '/', '|':
			if round == 0 && square == 0 {
				levels = append(levels, rewritten(pattern[begin:i]))
				begin = i + 1
				if pattern[i] == '|' {
					all = append(all, levels)
					levels = nil
				}
			}
		}
	}
	return append(all, append(levels, rewritten(pattern[begin:])))
}

// rewritten makes a name fit for a list of names: no spaces, nothing that cannot be printed.
func rewritten(s string) string {
	var b []byte
	for _, r := range s {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\v' || r == '\f' || r == '\r' || r == 0x85 || r == 0xa0 || r == 0x2028 || r == 0x2029:
			b = append(b, '_')
		case !strconv.IsPrint(r):
			quoted := strconv.QuoteRune(r)
			b = append(b, quoted[1:len(quoted)-1]...)
		default:
			b = append(b, string(r)...)
		}
	}
	return string(b)
}

// full returns the whole name of a part, made different from all others, and whether it is wanted.
func (m *matcher) full(parent *common, name string) (string, bool) {
	if parent.level > 0 {
		name = m.different(parent.name, rewritten(name))
	}
	return name, m.wanted(name)
}

// wanted reports whether a test of that whole name is.
func (m *matcher) wanted(name string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	levels := strings.Split(name, "/")
	if len(m.run) > 0 && !m.any(m.run, levels, true) {
		return false
	}
	return !m.any(m.skip, levels, false)
}

// any reports whether a name fits one of the patterns. part: also where the name is only the beginning of what would fit.
func (m *matcher) any(list [][]string, levels []string, part bool) bool {
	for _, patterns := range list {
		fits := part || len(levels) >= len(patterns)
		for i := 0; fits && i < len(patterns) && i < len(levels); i++ {
			fits, _ = m.fit(patterns[i], levels[i])
		}
		if fits {
			return true
		}
	}
	return false
}

func (m *matcher) different(parent, name string) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	base := parent + "/" + name
	n, known := m.names[base]
	if name != "" && !known {
		m.names[base] = 1
		return base
	}
	for ; ; n++ {
		numbered := fmt.Sprintf("%s#%02d", base, n)
		if _, taken := m.names[numbered]; !taken {
			m.names[numbered] = 1
			m.names[base] = n + 1
			return numbered
		}
	}
}
