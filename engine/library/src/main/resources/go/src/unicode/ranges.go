// Package unicode tells what runes are and maps them to other cases. The tables are of one edition of
// Unicode, see Version.
package unicode

// RangeTable is a set of runes: those of R16 are below 1<<16, those of R32 not; both are in order and without overlap.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // the number of entries of R16 with Hi <= MaxLatin1
}

// Range16 stands for the runes from Lo to Hi in steps of Stride.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// Range32 stands for the runes from Lo to Hi, some of them above 1<<16, in steps of Stride.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD' // stands for what cannot be encoded
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

// cursor reads numbers from a table's text: five bits per character, the lowest first, the sixth bit telling that
// more follow.
type cursor struct {
	text string
	at   int
}

func (c *cursor) next() int {
	n := 0
	for shift := 0; ; shift += 5 {
		v := int(c.text[c.at] - '0')
		c.at++
		n |= v & 31 << shift
		if v < 32 {
			return n
		}
	}
}

// ranges makes a table from its text: for each range the distance from the last one's end, the length and, unless that
// is zero, the stride.
//
//gorrery:pure
func ranges(text string) *RangeTable {
	t := new(RangeTable)
	c := cursor{text, 0}
	last := 0
	for c.at < len(text) {
		lo := last + c.next()
		hi := lo + c.next()
		stride := 1
		if lo != hi {
			stride = c.next()
		}
		last = hi
		if hi >= 1<<16 {
			t.R32 = append(t.R32, Range32{uint32(lo), uint32(hi), uint32(stride)})
			continue
		}
		t.R16 = append(t.R16, Range16{uint16(lo), uint16(hi), uint16(stride)})
		if hi <= MaxLatin1 {
			t.LatinOffset++
		}
	}
	return t
}

// Is reports whether r is in rangeTab.
func Is(rangeTab *RangeTable, r rune) bool {
	c := uint32(r)
	if small := rangeTab.R16; len(small) > 0 && c <= uint32(small[len(small)-1].Hi) {
		lo, hi := 0, len(small)
		for lo < hi {
			mid := (lo + hi) / 2
			at := &small[mid]
			switch {
			case c < uint32(at.Lo):
				hi = mid
			case c > uint32(at.Hi):
				lo = mid + 1
			default:
				return at.Stride == 1 || (c-uint32(at.Lo))%uint32(at.Stride) == 0
			}
		}
		return false
	}
	large := rangeTab.R32
	lo, hi := 0, len(large)
	for lo < hi {
		mid := (lo + hi) / 2
		at := &large[mid]
		switch {
		case c < at.Lo:
			hi = mid
		case c > at.Hi:
			lo = mid + 1
		default:
			return at.Stride == 1 || (c-at.Lo)%at.Stride == 0
		}
	}
	return false
}

// In reports whether r is in one of ranges.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

// IsOneOf reports whether r is in one of ranges.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}
