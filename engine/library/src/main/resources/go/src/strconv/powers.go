package strconv

import "math/bits"

// significand is a number in [2^127, 2^128).
type significand struct{ hi, lo uint64 }

// Powers of ten are made of a power of 10^27 from the table steps, a power of five below 5^27, which fits
// a word, and a correction of the last bits for what the table's rounding lost.
const powersPerStep = 27

var fives = [powersPerStep]uint64{
	1, 5, 25, 125, 625, 3125, 15625, 78125, 390625, 1953125, 9765625, 48828125, 244140625, 1220703125,
	6103515625, 30517578125, 152587890625, 762939453125, 3814697265625, 19073486328125, 95367431640625,
	476837158203125, 2384185791015625, 11920928955078125, 59604644775390625, 298023223876953125,
	1490116119384765625,
}

const (
	highestPower = lowestPower + len(corrections) - 1
	exactPowers  = 55 // 10^0 to this power fit a significand
)

// powerOfTen gives the 128 highest bits of 10^k, for k from lowestPower to highestPower; exact tells
// that all other bits are zero.
func powerOfTen(k int) (p significand, exact bool) {
	row := (k - lowestStep*powersPerStep) / powersPerStep
	col := k - (row+lowestStep)*powersPerStep
	five := fives[col]
	five <<= bits.LeadingZeros64(five)
	hi, mid := bits.Mul64(steps[row].hi, five)
	carryHi, lo := bits.Mul64(steps[row].lo, five)
	mid, carry := bits.Add64(mid, carryHi, 0)
	hi += carry
	if hi>>63 == 0 {
		hi = hi<<1 | mid>>63
		mid = mid<<1 | lo>>63
	}
	mid, carry = bits.Add64(mid, uint64(corrections[k-lowestPower]-'0'), 0)
	return significand{hi + carry, mid}, k >= 0 && k <= exactPowers
}

// binaryExponent gives floor(log2(10^k)) for |k| < 1,000.
func binaryExponent(k int) int { return (k * 1741647) >> 19 }

// decimalExponent gives floor(log10(2^e)) for |e| < 2,000.
func decimalExponent(e int) int { return (e * 1262611) >> 22 }

// decimalExponentThreeQuarters gives floor(log10(2^e * 3/4)) for |e| < 2,000.
func decimalExponentThreeQuarters(e int) int { return (e*1262611 - 524031) >> 22 }
