package main

import "fmt"

func main() {
	var s uint = 3
	var a int8 = 1<<s + 1000
	var b uint8 = 300 + 1<<s
	var c = 1<<s == 1<<63
	var d float64 = 1<<s + 1.5
	var e any = 1<<s + 1<<70
	fmt.Println(a, b, c, d, e, 1<<s+0.5, uint16(1<<s|70000), -1+1<<s > 1<<64)
	var arr [3]int
	_ = arr[1<<s+1<<63]
	var r rune = 'a'<<s + 1<<40
	switch 1 << s {
	case 1 << 80:
	}
	_ = r
	_ = make([]int, 1<<s+1<<65)
	f(1<<s, 1<<s|1<<66)
	_ = [...]int8{1<<s - 200}
	_ = map[uint8]int{1<<s + 256: 1<<s}
	ch := make(chan int16)
	ch <- 1<<s + 40000
	return
}

func f(x uint32, y int) {}
