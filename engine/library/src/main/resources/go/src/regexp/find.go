package regexp

import "io"

// The methods are named Find(All)?(String)?(Submatch)?(Index)?: All gives successive matches, up to n of them where n is not
// negative; String takes and gives strings, not bytes; Submatch gives the groups too; Index gives places, pairs of
// them. Where there is no match, or a group takes no part in it, the result is nil, "" or -1.

func (re *Regexp) all() int { return re.prog.NumCap }

// padded gives places for all groups, also those that the program does not know.
func (re *Regexp) padded(m []int) []int {
	for m != nil && len(m) < 2*len(re.names) {
		m = append(m, -1)
	}
	return m
}

func bytesAt(b []byte, m []int, group int) []byte {
	if m[2*group] < 0 {
		return nil
	}
	return b[m[2*group]:m[2*group+1]:m[2*group+1]]
}

func stringAt(s string, m []int, group int) string {
	if m[2*group] < 0 {
		return ""
	}
	return s[m[2*group]:m[2*group+1]]
}

func groupsOfBytes(b []byte, m []int) [][]byte {
	out := make([][]byte, len(m)/2)
	for i := range out {
		out[i] = bytesAt(b, m, i)
	}
	return out
}

func groupsOfString(s string, m []int) []string {
	out := make([]string, len(m)/2)
	for i := range out {
		out[i] = stringAt(s, m, i)
	}
	return out
}

// Find gives the first match in b.
func (re *Regexp) Find(b []byte) []byte {
	m := re.find(view(b), 0, 2)
	if m == nil {
		return nil
	}
	return bytesAt(b, m, 0)
}

// FindIndex gives the place of the first match in b.
func (re *Regexp) FindIndex(b []byte) (loc []int) { return re.FindStringIndex(view(b)) }

// FindString gives the first match in s.
func (re *Regexp) FindString(s string) string {
	m := re.find(s, 0, 2)
	if m == nil {
		return ""
	}
	return stringAt(s, m, 0)
}

// FindStringIndex gives the place of the first match in s.
func (re *Regexp) FindStringIndex(s string) (loc []int) {
	m := re.find(s, 0, 2)
	if m == nil {
		return nil
	}
	return m[:2]
}

// FindReaderIndex gives the place of the first match in r.
func (re *Regexp) FindReaderIndex(r io.RuneReader) (loc []int) {
	m := re.findReader(r, 2)
	if m == nil {
		return nil
	}
	return m[:2]
}

// FindSubmatch gives the first match in b and its groups.
func (re *Regexp) FindSubmatch(b []byte) [][]byte {
	m := re.FindStringSubmatchIndex(view(b))
	if m == nil {
		return nil
	}
	return groupsOfBytes(b, m)
}

// FindSubmatchIndex gives the places of the first match in b and its groups.
func (re *Regexp) FindSubmatchIndex(b []byte) []int { return re.FindStringSubmatchIndex(view(b)) }

// FindStringSubmatch gives the first match in s and its groups.
func (re *Regexp) FindStringSubmatch(s string) []string {
	m := re.FindStringSubmatchIndex(s)
	if m == nil {
		return nil
	}
	return groupsOfString(s, m)
}

// FindStringSubmatchIndex gives the places of the first match in s and its groups.
func (re *Regexp) FindStringSubmatchIndex(s string) []int {
	return re.padded(re.find(s, 0, re.all()))
}

// FindReaderSubmatchIndex gives the places of the first match in r and its groups.
func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int {
	return re.padded(re.findReader(r, re.all()))
}

// FindAll gives successive matches in b.
func (re *Regexp) FindAll(b []byte, n int) [][]byte {
	var out [][]byte
	re.matches(view(b), n, 2, func(m []int) { out = append(out, bytesAt(b, m, 0)) })
	return out
}

// FindAllIndex gives the places of successive matches in b.
func (re *Regexp) FindAllIndex(b []byte, n int) [][]int { return re.FindAllStringIndex(view(b), n) }

// FindAllString gives successive matches in s.
func (re *Regexp) FindAllString(s string, n int) []string {
	var out []string
	re.matches(s, n, 2, func(m []int) { out = append(out, stringAt(s, m, 0)) })
	return out
}

// FindAllStringIndex gives the places of successive matches in s.
func (re *Regexp) FindAllStringIndex(s string, n int) [][]int {
	var out [][]int
	re.matches(s, n, 2, func(m []int) { out = append(out, m[:2]) })
	return out
}

// FindAllSubmatch gives successive matches in b and their groups.
func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	var out [][][]byte
	re.matches(view(b), n, re.all(), func(m []int) { out = append(out, groupsOfBytes(b, re.padded(m))) })
	return out
}

// FindAllSubmatchIndex gives the places of successive matches in b and their groups.
func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	return re.FindAllStringSubmatchIndex(view(b), n)
}

// FindAllStringSubmatch gives successive matches in s and their groups.
func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	var out [][]string
	re.matches(s, n, re.all(), func(m []int) { out = append(out, groupsOfString(s, re.padded(m))) })
	return out
}

// FindAllStringSubmatchIndex gives the places of successive matches in s and their groups.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	var out [][]int
	re.matches(s, n, re.all(), func(m []int) { out = append(out, re.padded(m)) })
	return out
}
