// Random floating-point numbers, formatted and parsed. Prints a digest for each block of 10,000, or what one block has; os.Args: how many,
// seed, the block to print.
package main

import (
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"strconv"
)

type random struct{ state uint64 }

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// float returns a number of any bits, or one near what people write, or one at an edge.
func (r *random) float(bits int) float64 {
	switch r.below(8) {
	case 0:
		return float64(int64(r.next())>>r.below(63)) / math.Pow10(r.below(20))
	case 1:
		return math.Ldexp(1, r.below(2100)-1075) * float64(1+r.below(3))
	case 2:
		return float64(r.below(100000)) / 1000
	}
	if bits == 32 {
		return float64(math.Float32frombits(uint32(r.next())))
	}
	return math.Float64frombits(r.next())
}

// digits returns a number as text with more digits than any float has, to be rounded when it is parsed.
func (r *random) digits(buf []byte) []byte {
	buf = buf[:0]
	if r.below(2) == 0 {
		buf = append(buf, '-')
	}
	for n := 1 + r.below(30); n > 0; n-- {
		buf = append(buf, byte('0'+r.below(10)))
	}
	buf = append(buf, '.')
	for n := r.below(30); n > 0; n-- {
		buf = append(buf, byte('0'+r.below(10)))
	}
	if r.below(2) == 0 {
		buf = append(buf, 'e')
		buf = strconv.AppendInt(buf, int64(r.below(700)-350), 10)
	}
	return buf
}

func main() {
	count, _ := strconv.Atoi(os.Args[1])
	seed, _ := strconv.ParseUint(os.Args[2], 10, 64)
	shown := -1
	if len(os.Args) > 3 {
		shown, _ = strconv.Atoi(os.Args[3])
	}
	r := &random{seed}
	h := fnv.New64a()
	var buf, text []byte
	for i := 1; i <= count; i++ {
		bits := 64 - 32*(i&1)
		f := r.float(bits)
		buf = strconv.AppendFloat(buf[:0], f, "gGeE"[r.below(4)], -1, bits)
		back, err := strconv.ParseFloat(string(buf), bits)
		h.Write(buf)
		h.Write(strconv.AppendUint(buf[:0], math.Float64bits(back), 16))
		if err != nil {
			h.Write([]byte(err.Error()))
		}
		h.Write(strconv.AppendFloat(buf[:0], f, "gefbxX"[r.below(6)], r.below(25)-1, bits))
		text = r.digits(text)
		back, err = strconv.ParseFloat(string(text), bits)
		h.Write(strconv.AppendUint(buf[:0], math.Float64bits(back), 16))
		if err != nil {
			h.Write([]byte(err.Error()))
		}
		if shown >= 0 && (i-1)/10000 == shown {
			fmt.Printf("%d %x %s %x %016x\n", i, math.Float64bits(f), text, math.Float64bits(back), h.Sum64())
		}
		if shown < 0 && (i%10000 == 0 || i == count) {
			fmt.Printf("%d %016x\n", i, h.Sum64())
		}
	}
}
