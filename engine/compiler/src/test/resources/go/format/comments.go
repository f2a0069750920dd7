//go:build linux&&(amd64||arm64)
// Package p has comments.
package p /* after */ // line

/* block
   of two */
import "fmt" // used

//Doc without a blank.
//
// - first
// - second
//   goes on
//
//    code here
//go:noinline
func f(a int /* the a */, b int) { // opening
	// alone
	x := 1 // one
	yy := 22 /* two */ // more

	/* before */ z(x, yy) /* behind */
	if x > 0 { // why
		// only this
	}
	switch x {
	// before the case
	case 1: // one
		// in the case
	// at the end
	}
	g( /* nothing */ )
	h(a, // first
		b /* second */)
	/*
	 * stars
	 */
} // closing

type t struct {
	// about a
	a int // field a
	/* b */ bb string

	c float64 /* c */
	// last
}

// See [the page] and “quotes”, “quoted“.
//
// Heading
//
// Text ``so'' it goes.
//
// [the page]: https://go.dev/doc
var v = []int{ // numbers
	1, // one
	// between
	22, 333, // more
	// end
}
// end of file
