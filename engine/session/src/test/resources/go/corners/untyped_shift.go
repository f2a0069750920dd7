package main

import "fmt"

func main() {
	var s uint = 33
	var i = 1 << s
	var j int32 = 1 << s
	var k = uint64(1 << s)
	var w int64 = 1.0 << 33
	var m int = 1.0 << s
	var u = make([]byte, 1.0<<(s-30))
	var p = 1<<s == 2<<s
	var q = 1<<s == 1<<33
	var b = make([]byte, 10)
	fmt.Println(i, j, k, w, m, len(u), p, q, len(b[1<<(s-32):]))
	var f any = 1 << (s - 30)
	fmt.Printf("%T %v\n", f, f)
	var n int8 = -1
	fmt.Println(n>>7, n>>100, uint8(n)>>7, n<<7, n<<8)
	var z int64 = -5
	fmt.Println(z>>1, z>>63, z>>64, uint64(z)>>63, uint64(z)>>64, z<<64)
	var r rune = 'x'
	fmt.Println(1<<3.0, r<<1, 'a'<<1)
	var x8 uint8 = 200
	fmt.Println(x8<<1, x8<<1>>1, (x8<<1)>>1, uint16(x8)<<1, ^x8, -x8, x8*x8, x8+100)
	defer func() { fmt.Println(recover()) }()
	neg := -1
	fmt.Println(1 << neg)
}
