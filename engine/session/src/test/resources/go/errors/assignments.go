package main
import "os"
type S struct { a int }
func two() (int, int) { return 1, 2 }
const c = 1
func main() {
	a, b := 1
	a, b := 1, 2, 3
	x, y := two(), 1
	var d int = "s"
	var e string = 1
	var f float64 = "x"
	var g bool = 1
	var h []int = [3]int{}
	var i map[string]int = map[int]string{}
	var j *int = 1
	var k int = nil
	var l byte = 300
	var m int8 = -129
	var n uint = -1
	var o int = 1.5
	var p rune = "a"
	var q string = 'a'
	var r error = "x"
	var s chan int = make(chan string)
	var t func() = 1
	var u any = two()
	a = "x"
	a := 2
	c = 2
	two() = 1
	1 = a
	"a"[0] = 'b'
	st := "abc"
	st[0] = 'x'
	mp := map[string]S{}
	mp["a"].a = 1
	S{}.a = 1
	v := nil
	_ = nil
	_ := 1
	a += "s"
	st += 1
	st -= "a"
	st++
	w, err := os.Open("a"), 1
	var z1, z2 = 1
	var z3, z4 int = 1, 2, 3
	x = _
	os = 1
	int = 3
	main = nil
	*a = 1
	&a = nil
	(a) = 1
	os.Args := 1
}
