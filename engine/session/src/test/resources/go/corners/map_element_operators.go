package main

import (
	"fmt"
	"math"
	"strings"
)

type S struct{ a, b int }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panic:", r)
		}
	}()
	f()
}

func main() {
	m := map[string]int{}
	for w := range strings.FieldsSeq("a b a c a b") {
		m[w]++
	}
	m["z"] += 5
	m["z"] -= 2
	m["z"] *= m["z"]
	m["z"] |= 32
	m["y"] &^= 1
	fmt.Println(m)
	s := map[int]string{}
	s[1] += "a"
	s[1] += s[1] + s[2] + "b"
	fmt.Println(s, len(s))
	f := map[float64]float64{}
	f[math.NaN()]++
	f[math.NaN()]++
	fmt.Println(len(f))
	c := map[any]complex128{}
	c[1] += 2i
	c["x"] *= 2
	fmt.Println(c[1], c["x"], len(c))
	n := map[int]int{}
	zero := 0
	try("div", func() { n[5] /= zero })
	try("rem", func() { n[6] %= zero })
	try("right", func() { n[7] += []int{}[zero] })
	neg := -1
	try("shift", func() { n[8] <<= neg })
	try("index", func() { n[9] += n[10] / zero })
	fmt.Println(n)
	var nm map[string]int
	try("nil", func() { nm["a"]++ })
	try("nil right first", func() { nm["a"] += func() int { panic("right") }() })
	try("unhashable", func() { c[[]int{}]++ })
	try("unhashable key", func() { k := map[[2]any]int{}; k[[2]any{1, func() {}}] += 1 })
	i := 0
	key := func() int { i++; fmt.Println("key"); return i }
	n[key()] += key() * 100
	fmt.Println(n)
	grow := map[int]int{}
	for i := range 1000 {
		grow[i%37] += func() int {
			for j := range 50 {
				grow[1000+i*50+j]++
			}
			return i
		}()
	}
	sum := 0
	for i := range 37 {
		sum += grow[i]
	}
	fmt.Println(sum, len(grow))
	big := map[S][4]int{}
	fmt.Println(big[S{1, 2}][1])
	fl := map[string]float32{"a": 1}
	fl["a"] /= 3
	fl["a"]--
	fmt.Println(fl)
	u8 := map[uint8]uint8{}
	u8[1]--
	u8[1] >>= 1
	u8[2] ^= 255
	fmt.Println(u8)
}

func init() {
	m := map[int]int{1: 1}
	shifts := func() uint { fmt.Println("count"); m[3]++; return 3 }
	m[1] <<= shifts()
	m[2] >>= shifts() - 3
	fmt.Println(m)
	try("panics in the count", func() { m[77] <<= []uint{}[len(m)] })
	fmt.Println(m)
}
