package main

import "fmt"

type R rune
type B byte
type BS []byte
type MBS []B
type RS []rune
type MS string

func main() {
	for i, r := range "aé世\xff\xe4\xb8x\U0010ffff\xed\xa0\x80\xf4\x90\x80\x80" {
		fmt.Printf("%d:%x ", i, r)
	}
	fmt.Println()
	for i := range "é\xffz" {
		fmt.Print(i, " ")
	}
	n := -1
	big := 0x110000
	fmt.Printf("%q %q %q %q\n", string(rune(n)), string(rune(big)), string(rune(0xd800)), string(R('x')))
	fmt.Println([]rune("a\xff\xc0\x80é"), []byte("é"), RS("hi"), MBS("ab"), string(MBS{104, 105}), string(BS{'x'}), string([]R{65, 0x10ffff + 1}))
	fmt.Println(MS([]byte{65})+MS([]rune{66})+"c", len(MS("é")), MS("abc")[1:], "abc"[1], MS("é")[0])
	s := "hello"
	b := []byte(s)
	b[0] = 'j'
	fmt.Println(s, string(b), string(b[1:3]), s[len(s):] == "")
	var z string
	for range z {
		panic(0)
	}
	fmt.Println("a" < "b", "a" < "aa", "Z" < "a", "" < "a", "é" > "z", s[:0] == z, "\x00" > "")
	switch string(b) {
	case "jello":
		fmt.Println("jello")
	}
	m := map[string]int{"jello": 1}
	fmt.Println(m[string(b)])
	fmt.Println(append([]byte("x"), "yz"...), copy(b, "HEY"), string(b))
	x := "\u2028\ufeff\x7f\a"
	fmt.Printf("%q %+q %#q %x % X %s\n", x, x, "a`b", "hi", "hi", []string{"a"})
	var sum rune
	for _, c := range []byte("ab") {
		sum += rune(c)
	}
	fmt.Println(sum, string(sum), "x"+string('a'+1))
	c := []rune("日本語")
	c[1] = -5
	fmt.Printf("%q\n", string(c))
}
