package unicode

// The classes of Latin-1 runes, a bit each.
const (
	control = 1 << iota
	punctuation
	digit
	number // those that are no digits
	symbol
	space // Zs
	upper
	lower
	otherLetter
)

const (
	letter    = upper | lower | otherLetter
	printable = punctuation | digit | number | symbol | letter
)

// latinKinds holds a letter for each Latin-1 rune: what kinds below says.
const latinKinds = "cccccccccccccccccccccccccccccccc_pppspppppp+pp" + "ppddddddddddppsssp" +
	"pUUUUUUUUUUUUUUUUUUUUUUUUUUpppspsLLLLLLLLLLLLLLLLLLLLLLLLLLpspsc" +
	"cccccccccccccccccccccccccccccccc_pssssspssopsxssssnnsLppsnopnnnp" +
	"UUUUUUUUUUUUUUUUUUUUUUUsUUUUUUULLLLLLLLLLLLLLLLLLLLLLLLsLLLLLLLL"

// latinClass gives the class of a rune up to MaxLatin1.
func latinClass(r uint32) int {
	switch latinKinds[r] {
	case 'c':
		return control
	case 'p':
		return punctuation
	case 'd':
		return digit
	case 'n':
		return number
	case 's', '+':
		return symbol
	case '_':
		return space
	case 'U':
		return upper
	case 'L':
		return lower
	case 'o':
		return otherLetter
	}
	return 0 // the soft hyphen, of category Cf
}

// IsControl reports whether r is of category Cc.
func IsControl(r rune) bool {
	return uint32(r) < ' ' || r >= 0x7F && r < 0xA0
}

// IsDigit reports whether r is a decimal digit.
func IsDigit(r rune) bool {
	if r <= MaxLatin1 {
		return r >= '0' && r <= '9'
	}
	return Is(Nd, r)
}

// IsNumber reports whether r is of category N.
func IsNumber(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latinClass(uint32(r))&(digit|number) != 0
	}
	return Is(N, r)
}

// IsPunct reports whether r is of category P.
func IsPunct(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latinClass(uint32(r)) == punctuation
	}
	return Is(P, r)
}

// IsSymbol reports whether r is of category S.
func IsSymbol(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latinClass(uint32(r)) == symbol
	}
	return Is(S, r)
}

// IsMark reports whether r is of category M, of which there is none in Latin-1.
func IsMark(r rune) bool { return Is(M, r) }

// IsLetter reports whether r is of category L.
func IsLetter(r rune) bool {
	if c := uint32(r) | 0x20; c < 0x80 {
		return c >= 'a' && c <= 'z'
	}
	if uint32(r) <= MaxLatin1 {
		return latinClass(uint32(r))&letter != 0
	}
	return Is(L, r)
}

// IsUpper reports whether r is an upper case letter.
func IsUpper(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latinClass(uint32(r)) == upper
	}
	return Is(Lu, r)
}

// IsLower reports whether r is a lower case letter.
func IsLower(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latinClass(uint32(r)) == lower
	}
	return Is(Ll, r)
}

// IsTitle reports whether r is a title case letter.
func IsTitle(r rune) bool { return r > MaxLatin1 && Is(Lt, r) }

// IsSpace reports whether r has the property White_Space.
func IsSpace(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return r == ' ' || r >= '\t' && r <= '\r' || r == 0x85 || r == 0xA0
	}
	switch r {
	case 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

// GraphicRanges are the tables of what IsGraphic accepts, PrintRanges those of what IsPrint does but for the space.
var (
	GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}
	PrintRanges   = []*RangeTable{L, M, N, P, S}
)

// IsGraphic reports whether r is a letter, mark, number, punctuation, symbol or space of category Zs.
func IsGraphic(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latinClass(uint32(r))&(printable|space) != 0
	}
	return IsOneOf(GraphicRanges, r)
}

// IsPrint reports whether r is what IsGraphic accepts, of spaces only the ASCII one.
func IsPrint(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return r == ' ' || latinClass(uint32(r))&printable != 0
	}
	return IsOneOf(PrintRanges, r)
}
