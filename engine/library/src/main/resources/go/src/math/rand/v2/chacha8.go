package rand

import "errors"

// ChaCha8 is a generator of cryptographic strength: the stream cipher ChaCha with eight rounds. A block is four of the
// cipher's blocks side by side; after four blocks the last words make a new key.
type ChaCha8 struct {
	block   [16][4]uint32 // row by row, the four columns being consecutive counters
	key     [4]uint64
	counter uint32 // of the block's first column
	at, end int    // the numbers of the block that are left

	rest     [8]byte // what Read has left of a number, at the end
	restSize int
}

const (
	blockNumbers  = 32
	columns       = 4
	countersInKey = 16
	keyNumbers    = 4
	chachaPrefix  = "chacha8:"
	restPrefix    = "readbuf:"
)

// NewChaCha8 gives a ChaCha8 of a seed.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

// Seed lets c begin anew.
func (c *ChaCha8) Seed(seed [32]byte) {
	*c = ChaCha8{}
	for i, b := range seed {
		c.key[i/8] |= uint64(b) << (i % 8 * 8)
	}
	c.fill()
}

// fill makes the block of the key and the counter.
func (c *ChaCha8) fill() {
	for i, word := range [4]uint32{0x61707865, 0x3320646e, 0x79622d32, 0x6b206574} { // "expand 32-byte k"
		for col := range columns {
			c.block[i][col] = word
		}
	}
	for i, word := range c.key {
		for col := range columns {
			c.block[4+2*i][col] = uint32(word)
			c.block[5+2*i][col] = uint32(word >> 32)
		}
	}
	for col := range columns {
		c.block[12][col] = c.counter + uint32(col)
		c.block[13][col], c.block[14][col], c.block[15][col] = 0, 0, 0
		c.mix(col)
	}
	c.at, c.end = 0, blockNumbers
	if c.counter == countersInKey-columns {
		c.end -= keyNumbers
	}
}

// mix runs the rounds on a column, and adds the key to its rows.
func (c *ChaCha8) mix(col int) {
	var x [16]uint32
	for i := range x {
		x[i] = c.block[i][col]
	}
	for range 4 {
		for i := range 4 {
			quarter(&x[i], &x[4+i], &x[8+i], &x[12+i])
		}
		for i := range 4 {
			quarter(&x[i], &x[4+(i+1)%4], &x[8+(i+2)%4], &x[12+(i+3)%4])
		}
	}
	for i := range x {
		if i >= 4 && i < 12 {
			x[i] += c.block[i][col]
		}
		c.block[i][col] = x[i]
	}
}

func quarter(a, b, c, d *uint32) {
	turn := func(v uint32, n int) uint32 { return v<<n | v>>(32-n) }
	*a += *b
	*d = turn(*d^*a, 16)
	*c += *d
	*b = turn(*b^*c, 12)
	*a += *b
	*d = turn(*d^*a, 8)
	*c += *d
	*b = turn(*b^*c, 7)
}

// number gives the i-th number of the block.
func (c *ChaCha8) number(i int) uint64 {
	row := &c.block[i/2]
	col := i % 2 * 2
	return uint64(row[col]) | uint64(row[col+1])<<32
}

// Uint64 gives the next number.
func (c *ChaCha8) Uint64() uint64 {
	if c.at == c.end {
		c.counter += columns
		if c.counter == countersInKey {
			for i := range c.key {
				c.key[i] = c.number(blockNumbers - keyNumbers + i)
			}
			c.counter = 0
		}
		c.fill()
	}
	v := c.number(c.at)
	c.at++
	return v
}

// Read fills p with random bytes. It never fails.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	for i := range p {
		if c.restSize == 0 {
			v := c.Uint64()
			for j := range c.rest {
				c.rest[j] = byte(v >> (8 * j))
			}
			c.restSize = len(c.rest)
		}
		p[i] = c.rest[len(c.rest)-c.restSize]
		c.restSize--
	}
	return len(p), nil
}

// AppendBinary appends c's state to b.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if c.restSize > 0 {
		b = append(b, restPrefix...)
		b = append(b, byte(c.restSize))
		b = append(b, c.rest[len(c.rest)-c.restSize:]...)
	}
	b = append(b, chachaPrefix...)
	used := uint64(c.counter/columns)*blockNumbers + uint64(c.at)
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(used>>shift))
	}
	for _, w := range c.key {
		for shift := 0; shift < 64; shift += 8 {
			b = append(b, byte(w>>shift))
		}
	}
	return b, nil
}

// MarshalBinary gives c's state.
func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(nil) }

// UnmarshalBinary sets c's state.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	if len(data) >= len(restPrefix) && string(data[:len(restPrefix)]) == restPrefix {
		data = data[len(restPrefix):]
		if len(data) == 0 || int(data[0]) > len(c.rest) || len(data) < 1+int(data[0]) {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		c.restSize = int(data[0])
		copy(c.rest[len(c.rest)-c.restSize:], data[1:])
		data = data[1+c.restSize:]
	}
	wrong := errors.New("invalid ChaCha8 encoding")
	if len(data) != len(chachaPrefix)+40 || string(data[:len(chachaPrefix)]) != chachaPrefix {
		return wrong
	}
	data = data[len(chachaPrefix):]
	var used uint64
	for _, b := range data[:8] {
		used = used<<8 | uint64(b)
	}
	if used > countersInKey/columns*blockNumbers-keyNumbers {
		return wrong
	}
	c.key = [4]uint64{}
	for i, b := range data[8:] {
		c.key[i/8] |= uint64(b) << (i % 8 * 8)
	}
	c.counter = uint32(used/blockNumbers) * columns
	c.fill()
	c.at = int(used % blockNumbers)
	return nil
}
