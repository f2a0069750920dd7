// Package path works on slash-separated paths, as in URLs. Paths of the operating system are path/filepath's.
package path

import (
	"errors"
	"unicode/utf8"
)

// Clean gives the shortest path that means the same: no empty or . elements, no .. behind a name or at the root, no slash
// at the end. The empty path becomes ".".
func Clean(path string) string {
	rooted := path != "" && path[0] == '/'
	out := make([]byte, 0, len(path)+1)
	if rooted {
		out = append(out, '/')
	}
	floor := len(out) // .. cannot go back beyond it
	for i := 0; i < len(path); {
		begin := i
		for i < len(path) && path[i] != '/' {
			i++
		}
		name := path[begin:i]
		i++
		switch {
		case name == "" || name == ".":
			continue
		case name == ".." && len(out) > floor:
			end := len(out) - 1
			for end > floor && out[end] != '/' {
				end--
			}
			out = out[:end]
			continue
		case name == ".." && rooted:
			continue
		}
		if len(out) > 0 && out[len(out)-1] != '/' {
			out = append(out, '/')
		}
		out = append(out, name...)
		if name == ".." {
			floor = len(out)
		}
	}
	if len(out) == 0 {
		return "."
	}
	return string(out)
}

// Split gives what is up to and including the last slash, and the rest.
func Split(path string) (dir, file string) {
	at := len(path)
	for at > 0 && path[at-1] != '/' {
		at--
	}
	return path[:at], path[at:]
}

// Join puts slashes between elem, without the empty ones, and cleans the result; "" where nothing is left.
func Join(elem ...string) string {
	joined := ""
	for _, e := range elem {
		if e == "" {
			continue
		}
		if joined != "" {
			joined += "/"
		}
		joined += e
	}
	if joined == "" {
		return ""
	}
	return Clean(joined)
}

// Ext gives the last element's end from its last dot on, or "".
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Base gives the last element; "." for the empty path, "/" where there are only slashes.
func Base(path string) string {
	if path == "" {
		return "."
	}
	for path != "" && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	if path == "" {
		return "/"
	}
	_, file := Split(path)
	return file
}

// IsAbs reports whether path begins with a slash.
func IsAbs(path string) bool { return path != "" && path[0] == '/' }

// Dir gives all but the last element, cleaned.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

// ErrBadPattern tells that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Match reports whether pattern fits all of name: * stands for any run of characters but slashes, ? for any one, [a-z] for one
// of a class and [^a-z] for any other, \\ makes the next character stand for itself.
func Match(pattern, name string) (matched bool, err error) {
	// On failure the last star takes one more character and the rest begins anew. A star cannot take a slash.
	p, n := 0, 0
	starP, starN := -1, 0
	for p < len(pattern) || n < len(name) {
		if p < len(pattern) {
			if pattern[p] == '*' {
				for p < len(pattern) && pattern[p] == '*' {
					p++
				}
				starP, starN = p, n
				continue
			}
			width, size, err := matchOne(pattern[p:], name[n:])
			if err != nil {
				return false, err
			}
			if size > 0 {
				p += width
				n += size
				continue
			}
		}
		if starP < 0 || starN >= len(name) || name[starN] == '/' {
			return false, checkPattern(pattern[p:])
		}
		starN++
		p, n = starP, starN
	}
	return true, nil
}

// matchOne matches the first item of pattern, which is no star, with the first character of name: the
// item's width, and the character's size or 0 where they do not fit.
func matchOne(pattern, name string) (width, size int, err error) {
	r, n := rune(-1), 0
	if name != "" {
		r, n = utf8.DecodeRuneInString(name)
	}
	switch pattern[0] {
	case '[':
		in, width, err := class(pattern, r)
		if err != nil || !in || n == 0 {
			n = 0
		}
		return width, n, err
	case '?':
		if r == '/' {
			n = 0
		}
		return 1, n, nil
	case '\\':
		if len(pattern) == 1 {
			return 0, 0, ErrBadPattern
		}
		if name == "" || name[0] != pattern[1] {
			return 2, 0, nil
		}
		return 2, 1, nil
	}
	if name == "" || name[0] != pattern[0] {
		return 1, 0, nil
	}
	return 1, 1, nil
}

// class reports whether r is in the class that pattern begins with, and the class's width.
func class(pattern string, r rune) (in bool, width int, err error) {
	at := 1
	negated := at < len(pattern) && pattern[at] == '^'
	if negated {
		at++
	}
	for items := 0; ; items++ {
		if at < len(pattern) && pattern[at] == ']' && items > 0 {
			return in != negated, at + 1, nil
		}
		lo, n, err := classRune(pattern[at:])
		if err != nil {
			return false, 0, err
		}
		at += n
		hi := lo
		if pattern[at] == '-' {
			hi, n, err = classRune(pattern[at+1:])
			if err != nil {
				return false, 0, err
			}
			at += 1 + n
		}
		in = in || lo <= r && r <= hi
	}
}

// classRune reads a character of a class, which must not be the pattern's last.
func classRune(s string) (r rune, width int, err error) {
	escaped := 0
	if s == "" || s[0] == '-' || s[0] == ']' {
		return 0, 0, ErrBadPattern
	}
	if s[0] == '\\' {
		escaped = 1
		if len(s) == 1 {
			return 0, 0, ErrBadPattern
		}
	}
	r, width = utf8.DecodeRuneInString(s[escaped:])
	if r == utf8.RuneError && width == 1 || escaped+width == len(s) {
		return 0, 0, ErrBadPattern
	}
	return r, escaped + width, nil
}

// checkPattern looks for errors in what has not been matched.
func checkPattern(pattern string) error {
	for pattern != "" {
		if pattern[0] == '*' {
			pattern = pattern[1:]
			continue
		}
		width, _, err := matchOne(pattern, "")
		if err != nil {
			return err
		}
		pattern = pattern[width:]
	}
	return nil
}
