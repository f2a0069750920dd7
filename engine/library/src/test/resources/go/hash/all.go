package main

import (
	"encoding"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
	"strings"
)

func main() {
	hashes := []struct {
		name string
		h    func() hash.Hash
	}{
		{"fnv32", func() hash.Hash { return fnv.New32() }}, {"fnv32a", func() hash.Hash { return fnv.New32a() }}, {"fnv64", func() hash.Hash { return fnv.New64() }},
		{"fnv64a", func() hash.Hash { return fnv.New64a() }}, {"fnv128", fnv.New128}, {"fnv128a", fnv.New128a},
		{"adler", func() hash.Hash { return adler32.New() }}, {"ieee", func() hash.Hash { return crc32.NewIEEE() }},
		{"castagnoli", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Castagnoli)) }}, {"koopman", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Koopman)) }},
		{"iso", func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ISO)) }}, {"ecma", func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ECMA)) }},
	}
	for _, c := range hashes {
		h := c.h()
		fmt.Printf("%s %d %d %x\n", c.name, h.Size(), h.BlockSize(), h.Sum([]byte("p")))
		for _, s := range []string{"a", "hello, world", strings.Repeat("long text ", 1000)} {
			h.Write([]byte(s))
			fmt.Printf("%x ", h.Sum(nil))
		}
		state, err := h.(encoding.BinaryMarshaler).MarshalBinary()
		fresh := c.h()
		fmt.Println(err, fresh.(encoding.BinaryUnmarshaler).UnmarshalBinary(state), string(fresh.Sum(nil)) == string(h.Sum(nil)), fresh.(encoding.BinaryUnmarshaler).UnmarshalBinary([]byte("bad")))
		clone, err := h.(hash.Cloner).Clone()
		h.Reset()
		fmt.Printf("%v %x %x\n", err, clone.Sum(nil), h.Sum(nil))
	}
	fmt.Println(crc32.ChecksumIEEE([]byte("x")), crc32.Checksum([]byte("x"), crc32.IEEETable), crc32.Update(5, crc32.IEEETable, []byte("x")), crc64.Checksum([]byte("x"), crc64.MakeTable(crc64.ISO)), crc64.Update(5, crc64.MakeTable(crc64.ECMA), []byte("x")), adler32.Checksum([]byte("x")))

	seed := maphash.MakeSeed()
	var h maphash.Hash
	h.SetSeed(seed)
	h.WriteString("hel")
	h.WriteByte('l')
	h.Write([]byte("o, wide world"))
	fmt.Println(h.Sum64() == maphash.String(seed, "hello, wide world"), maphash.Bytes(seed, []byte("ab")) == maphash.String(seed, "ab"), maphash.String(seed, "a") == maphash.String(seed, "b"), h.Size(), h.Seed() == seed, len(h.Sum(nil)))
	h.Reset()
	fmt.Println(h.Sum64() == maphash.String(seed, ""))
	type key struct {
		a int
		b string
		c any
	}
	fmt.Println(maphash.Comparable(seed, key{1, "x", 2.5}) == maphash.Comparable(seed, key{1, "x", 2.5}), maphash.Comparable(seed, key{1, "x", 2.5}) == maphash.Comparable(seed, key{1, "y", 2.5}))
}
