package rand

// Source gives numbers of 63 random bits. It is not safe for use by several goroutines.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// Source64 is a Source that has numbers of 64 bits too.
type Source64 interface {
	Source
	Uint64() uint64
}

const (
	size     = 607 // words of the register: x[n] = x[n-607] + x[n-273]
	lag      = 273
	modulus  = 1<<31 - 1
	lastSeed = 89482311 // stands for the seed 0, from which there is no way on

	charactersPerWord = 11
)

// laggedSource is an additive lagged Fibonacci generator. Both places go down.
type laggedSource struct {
	place, partner int
	words          [size]uint64
}

// NewSource gives a Source of a seed; the same seed gives the same numbers. It is a Source64 too.
func NewSource(seed int64) Source {
	s := new(laggedSource)
	s.Seed(seed)
	return s
}

// Seed fills the register by a linear congruential generator.
func (s *laggedSource) Seed(seed int64) {
	s.partner, s.place = 0, size-lag
	x := seed % modulus
	if x < 0 {
		x += modulus
	}
	if x == 0 {
		x = lastSeed
	}
	for range 20 {
		x = x * 48271 % modulus
	}
	for i := range s.words {
		var w uint64
		for _, c := range []byte(lagWords[i*charactersPerWord:][:charactersPerWord]) {
			w = w<<6 | uint64(c-'0')
		}
		for shift := 40; shift >= 0; shift -= 20 {
			x = x * 48271 % modulus
			w ^= uint64(x) << shift
		}
		s.words[i] = w
	}
}

func (s *laggedSource) Uint64() uint64 {
	if s.partner--; s.partner < 0 {
		s.partner += size
	}
	if s.place--; s.place < 0 {
		s.place += size
	}
	s.words[s.place] += s.words[s.partner]
	return s.words[s.place]
}

func (s *laggedSource) Int63() int64 { return int64(s.Uint64() &^ (1 << 63)) }
