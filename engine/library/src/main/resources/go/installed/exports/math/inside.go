package math

// What follows stands in, when Go's own tests run on this package, for what they see of the inside of Go's.

var (
	ExpGo   = Exp
	Exp2Go  = Exp2
	HypotGo = Hypot
)
