package main

import (
	"fmt"
	"unicode"
)

// A table of one's own may leave LatinOffset at zero.
var letters = &unicode.RangeTable{
	R16: []unicode.Range16{{0x3a, 0x3a, 1}, {0x41, 0x5a, 1}, {0x5f, 0x5f, 1}, {0x61, 0x79, 2}, {0x100, 0x200, 1}},
}

func main() {
	for _, r := range ":AZ_aby/Ā" {
		fmt.Print(unicode.Is(letters, r), " ")
	}
	fmt.Println(unicode.In('A', unicode.Digit, letters))
}
