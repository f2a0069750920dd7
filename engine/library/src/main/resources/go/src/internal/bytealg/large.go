package bytealg

// What follows is for sources of an installed Go, whose packages strings and bytes divide a search differently: they
// look for a first byte themselves and ask for a search by hashing when that misses too often.

// MaxBruteForce is how long a text may be to be searched at once.
const MaxBruteForce = 64

// PrimeRK is the radix of the rolling hashes.
const PrimeRK = rollBase

// MaxLen is how long a needle may be for Index and IndexString.
var MaxLen = 63

// Cutover gives the number of misses after n bytes that make a search with Index worth it.
func Cutover(n int) int { return patience + n>>3 }

// IndexString gives the place of the first needle in text, or -1.
func IndexString(text, needle string) int { return Index(text, needle) }

// IndexRabinKarp gives the place of the first needle in text, or -1, in linear time.
func IndexRabinKarp[T ~string | ~[]byte](text, needle T) int { return hashIndex(text, needle) }

// LastIndexRabinKarp gives the place of the last needle in text, or -1, in linear time.
func LastIndexRabinKarp[T ~string | ~[]byte](text, needle T) int { return LastIndex(text, needle) }

// HashStr gives the rolling hash of s and the radix to the power of its length.
func HashStr[T ~string | ~[]byte](s T) (hash, power uint32) {
	power = 1
	for k := 0; k < len(s); k++ {
		hash = hash*rollBase + uint32(s[k])
		power *= rollBase
	}
	return hash, power
}

// HashStrRev is HashStr of s read backwards.
func HashStrRev[T ~string | ~[]byte](s T) (hash, power uint32) {
	power = 1
	for k := len(s) - 1; k >= 0; k-- {
		hash = hash*rollBase + uint32(s[k])
		power *= rollBase
	}
	return hash, power
}

// MakeNoZero gives n bytes whose values do not matter.
func MakeNoZero(n int) []byte { return make([]byte, n) }
