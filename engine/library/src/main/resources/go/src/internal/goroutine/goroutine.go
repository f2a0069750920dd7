// Package goroutine keeps bits of library code with the goroutine that runs it.
package goroutine

// Inherited are the marks that a goroutine hands to those it starts; the others begin at zero.
const Inherited uint32 = 0xffff0000

// Marks gives the marks of the running goroutine.
func Marks() uint32 { return uint32(marks()) }

// SetMarks replaces those in mask by bits.
func SetMarks(mask, bits uint32) { setMarks(int32(Marks()&^mask | bits&mask)) }

func marks() int32

func setMarks(m int32)
