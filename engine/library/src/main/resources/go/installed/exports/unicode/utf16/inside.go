package utf16

// What follows stands in, when Go's own tests run on this package, for what they see of the inside of Go's.

const (
	Surr1           = highStart
	Surr3           = pairsEnd
	SurrSelf        = beyondBasic
	MaxRune         = lastRune
	ReplacementChar = replacement
)
