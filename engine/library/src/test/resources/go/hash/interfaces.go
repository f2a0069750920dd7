package main

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
	"io"
)

func of32(name string, h hash.Hash32) {
	h.Reset()
	io.WriteString(h, "the quick ")
	h.Write([]byte("brown fox"))
	fmt.Printf("%s %d %d %08x %x\n", name, h.Size(), h.BlockSize(), h.Sum32(), h.Sum([]byte{0xff}))
}

func of64(name string, h hash.Hash64) {
	h.Write([]byte("rubbish"))
	h.Reset()
	h.Write([]byte("the quick brown fox"))
	fmt.Printf("%s %d %d %016x %s\n", name, h.Size(), h.BlockSize(), h.Sum64(), hex.EncodeToString(h.Sum(nil)))
}

// cloned goes on from one state in two ways.
func cloned(name string, h hash.Cloner) {
	h.Reset()
	h.Write([]byte("begin "))
	other, err := h.Clone()
	if err != nil {
		fmt.Println(name, err)
		return
	}
	h.Write([]byte("left"))
	other.Write([]byte("right"))
	fmt.Println(name, h.Size(), h.BlockSize(), other.BlockSize(), hex.EncodeToString(h.Sum(nil)), hex.EncodeToString(other.Sum(nil)))
	other.Reset()
	other.Write([]byte("begin left"))
	fmt.Println(hex.EncodeToString(other.Sum(nil)) == hex.EncodeToString(h.Sum(nil)))
}

// counter is a function of any output length: the length of its input, again and again.
type counter struct {
	in  int
	out int
}

func (c *counter) Write(p []byte) (int, error) {
	if c.out > 0 {
		panic("write after read")
	}
	c.in += len(p)
	return len(p), nil
}

func (c *counter) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(c.in + c.out)
		c.out++
	}
	return len(p), nil
}

func (c *counter) Reset()         { *c = counter{} }
func (c *counter) BlockSize() int { return 8 }

func squeeze(x hash.XOF, text string) {
	x.Reset()
	x.Write([]byte(text))
	out := make([]byte, x.BlockSize())
	n, err := x.Read(out)
	fmt.Println(n, err, out)
}

func table32(t *crc32.Table) uint32 { return crc32.Checksum([]byte("123456789"), t) }
func table64(t *crc64.Table) uint64 { return crc64.Checksum([]byte("123456789"), t) }

func main() {
	of32("adler", adler32.New())
	of32("crc32", crc32.NewIEEE())
	of32("castagnoli", crc32.New(crc32.MakeTable(crc32.Castagnoli)))
	of32("fnv", fnv.New32())
	of32("fnv a", fnv.New32a())
	of64("crc64", crc64.New(crc64.MakeTable(crc64.ISO)))
	of64("fnv", fnv.New64())
	of64("fnv a", fnv.New64a())
	fmt.Println(adler32.Size, crc32.Size, crc64.Size)
	// The check values of the catalogue of parametrised CRC algorithms.
	fmt.Printf("%08x %08x %016x %016x\n", table32(crc32.MakeTable(crc32.IEEE)), table32(crc32.MakeTable(crc32.Castagnoli)),
		table64(crc64.MakeTable(crc64.ISO)), table64(crc64.MakeTable(crc64.ECMA)))
	for _, h := range []hash.Hash{adler32.New(), crc32.NewIEEE(), crc64.New(crc64.MakeTable(crc64.ECMA)), fnv.New32(), fnv.New32a(), fnv.New64(), fnv.New64a(), fnv.New128(), fnv.New128a()} {
		if c, ok := h.(hash.Cloner); ok {
			cloned(fmt.Sprintf("%T", h), c)
		} else {
			fmt.Printf("%T cannot be cloned\n", h)
		}
	}
	squeeze(&counter{}, "four")
	squeeze(&counter{in: 5}, "seven b")

	var seed maphash.Seed = maphash.MakeSeed()
	var a, b maphash.Hash
	a.SetSeed(seed)
	b.SetSeed(seed)
	a.WriteString("same")
	b.Write([]byte("same"))
	fmt.Println(a.Sum64() == b.Sum64(), a.Sum64() == maphash.String(seed, "same"), a.Seed() == seed, maphash.MakeSeed() == seed)
	c, err := a.Clone()
	fmt.Println(c.Size(), c.BlockSize(), err)

	for _, pad := range []rune{base64.StdPadding, base64.NoPadding, '*'} {
		e := base64.StdEncoding.WithPadding(pad)
		text := e.EncodeToString([]byte("hi"))
		back, err := e.DecodeString(text)
		fmt.Printf("%s %q %v %d\n", text, back, err, e.EncodedLen(4))
	}
	_, err = base64.StdEncoding.WithPadding(base64.NoPadding).DecodeString("aGk=")
	fmt.Println(err)
}
