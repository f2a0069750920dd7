package main
import ("math"; "time")
const big = 1 << 64
const a int8 = 128
const b = 1 / 0
const c uint = -1
const d string = 1
const e = len([]int{})
const f = math.Sqrt(4)
const g int = 1.5
const h = "a" + 1
const i = 10 / 0.0
var x int = big
var y = 1 << 63
var z uint8 = 256
var w = int32(1 << 31)
var v = byte(-1)
var u = []int{1<<63}
var t float32 = 1e100
const (
	k1 = iota
	k2
	k3 string = iota
	k4
)
const s []int = nil
const fn = func() {}
func main() {
	println(big)
	var i8 int8 = 1
	i8 = i8 + 200
	i8 << -1
	_ = 1 << 1.5
	_ = 1.5 << 1
	_ = i8 / 0
	_ = 5 % 0
	_ = 1.5 % 2
	_ = 5.0 % 2.5
	time.Sleep(1.5 * time.Second)
	n := 3
	time.Sleep(n * time.Second)
	_ = "a" * 2
	_ = -"a"
	_ = !1
	_ = ^1.5
	_ = 0xFFFFFFFFFFFFFFFFF
	var arr [-1]int
	var arr2 [n]int
	var arr3 [1.5]int
	var arr4 ["a"]int
	arr5 := [3]int{1,2,3,4}
	arr6 := [...]int{5: 1, 5: 2}
	_ = arr5[3]
	_ = arr5[-1]
	_ = "abc"[5]
	_ = []int{1}[-1]
	_ = []int{}["a"]
	_ = arr5[2:1]
	_ = arr5[1.5]
	var ff float64
	_ = arr5[ff]
	_ = uint8(300)
	_ = string(1.5)
	_ = int("1")
	_ = float64("1")
	_ = []byte(1)
	_ = int(nil)
	_ = bool(1)
}
