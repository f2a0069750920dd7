package main

import "fmt"

func main() {
	const huge = string(1 << 100)
	const c = 65
	println(huge == "\uFFFD", string(c), string('x'+1), string(rune(66)), fmt.Sprint(string(1<<5+33)))
}
