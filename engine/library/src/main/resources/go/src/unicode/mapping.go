package unicode

// The cases that To maps to, and the indices of a CaseRange's Delta.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower as a delta tells that upper and lower case letters take turns, beginning with an upper one.
const UpperLower = MaxRune + 1

type d [MaxCase]rune

// CaseRange tells what to add to the runes from Lo to Hi to get their upper, lower and title case.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

// SpecialCase is a language's own case mappings, which go before the general ones.
type SpecialCase []CaseRange

// TurkishCase maps between dotted and dotless i.
var TurkishCase SpecialCase = SpecialCase{
	{'I', 'I', d{0, 'ı' - 'I', 0}},
	{'i', 'i', d{'İ' - 'i', 0, 'İ' - 'i'}},
	{'İ', 'İ', d{0, 'i' - 'İ', 0}},
	{'ı', 'ı', d{'I' - 'ı', 0, 'I' - 'ı'}},
}

// AzeriCase is the same as TurkishCase.
var AzeriCase SpecialCase = TurkishCase

// caseRanges makes a list of ranges from its text: distance from the last one's end, length, and the deltas, of
// which the negative ones are 2*-d-1, the others 2*d.
//
//gorrery:pure
func caseRanges(text string) []CaseRange {
	var out []CaseRange
	c := cursor{text, 0}
	last := 0
	for c.at < len(text) {
		lo := last + c.next()
		hi := lo + c.next()
		var delta d
		for i := range delta {
			n := c.next()
			if n&1 == 0 {
				delta[i] = rune(n / 2)
			} else {
				delta[i] = -rune(n/2 + 1)
			}
		}
		out = append(out, CaseRange{uint32(lo), uint32(hi), delta})
		last = hi
	}
	return out
}

// convert looks r up in ranges.
func convert(_case int, r rune, ranges []CaseRange) (mapped rune, found bool) {
	lo, hi := 0, len(ranges)
	for lo < hi {
		mid := (lo + hi) / 2
		at := &ranges[mid]
		switch {
		case uint32(r) < at.Lo:
			hi = mid
		case uint32(r) > at.Hi:
			lo = mid + 1
		default:
			delta := at.Delta[_case]
			if delta <= MaxRune {
				return r + delta, true
			}
			// Upper and title case have the even places of the range, lower case the odd ones.
			place := (r - rune(at.Lo)) &^ 1
			if _case == LowerCase {
				place |= 1
			}
			return rune(at.Lo) + place, true
		}
	}
	return r, false
}

// To maps r to a case: UpperCase, LowerCase or TitleCase. Any other gives ReplacementChar.
func To(_case int, r rune) rune {
	if _case < 0 || _case >= MaxCase {
		return ReplacementChar
	}
	r, _ = convert(_case, r, CaseRanges)
	return r
}

// ToUpper maps r to upper case.
func ToUpper(r rune) rune {
	if uint32(r) <= MaxASCII {
		if r >= 'a' && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return To(UpperCase, r)
}

// ToLower maps r to lower case.
func ToLower(r rune) rune {
	if uint32(r) <= MaxASCII {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return To(LowerCase, r)
}

// ToTitle maps r to title case.
func ToTitle(r rune) rune {
	if uint32(r) <= MaxASCII {
		return ToUpper(r)
	}
	return To(TitleCase, r)
}

func (special SpecialCase) to(_case int, r rune) rune {
	mapped, found := convert(_case, r, special)
	if found && mapped != r {
		return mapped
	}
	if found {
		return r
	}
	return To(_case, r)
}

// ToUpper maps r to upper case, the language's mappings first.
func (special SpecialCase) ToUpper(r rune) rune { return special.to(UpperCase, r) }

// ToTitle maps r to title case, the language's mappings first.
func (special SpecialCase) ToTitle(r rune) rune { return special.to(TitleCase, r) }

// ToLower maps r to lower case, the language's mappings first.
func (special SpecialCase) ToLower(r rune) rune { return special.to(LowerCase, r) }

// SimpleFold gives the next rune in the circle of those that are equal but for case: the least one greater than r,
// else the least of all. A rune that is no letter is alone in its circle.
func SimpleFold(r rune) rune {
	if r < 0 || r > MaxRune {
		return r
	}
	if next, ok := foldException(r); ok {
		return next
	}
	if l := ToLower(r); l != r {
		return l
	}
	return ToUpper(r)
}

func foldException(r rune) (next rune, ok bool) {
	const size = 4 // characters per rune
	rune4 := func(at int) rune {
		t := foldExceptions[at : at+size]
		return rune(t[0]-'0')<<18 | rune(t[1]-'0')<<12 | rune(t[2]-'0')<<6 | rune(t[3]-'0')
	}
	lo, hi := 0, len(foldExceptions)/(2*size)
	for lo < hi {
		mid := (lo + hi) / 2
		switch key := rune4(mid * 2 * size); {
		case key == r:
			return rune4(mid*2*size + size), true
		case key < r:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return r, false
}
