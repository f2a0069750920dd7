package main

// The bytes of a constant string have no spare room, wherever they lie: an append always moves them.

var sink any

const three = "a" + "bc"

func main() {
	b := []byte(three)
	c := append(b, 'd')
	c[0] = 'x'
	println(len(b), cap(b), string(b), string(c))
	type text []byte
	d := text("some longer text, longer than what a frame holds")
	sink = &d
	println(len(d) == cap(d), len([]byte("")), []byte("") == nil)
	func() {
		defer func() { println(recover().(error).Error()) }()
		n := len(three)
		println(len(b[:n+1]))
	}()
}
