// Messages name types as the source does: an alias by its name, byte apart from uint8.
package main

import (
	"strings"
	"unicode"
)

type (
	Celsius = float64
	Point   struct{ x, y int }
	Place   = Point
	Names   = []string
	Table   = map[string]byte
	Pair[K comparable, V any] struct {
		key   K
		value V
	}
	Byname[V any] = Pair[string, V]
)

func (Place) At()    {}
func (Point) At()    {}
func (Names) Len()   {}
func (Celsius) Up()  {}
func (*Place) Away() {}

func takes(b byte, u uint8, r rune, i int32, list []byte, p Place, n Names) (Place, byte) {
	return n, p
}

func main() {
	var t Table
	var c Celsius
	var place Place
	var pointer *Place
	var any1 any
	var any2 interface{}
	text := "text"
	takes(c, c, c, c, c, c, c)
	var x int = t["x"]
	x = text[0]
	for _, r := range text {
		x = r
	}
	letter := 'a'
	x = letter
	x = []byte(text)
	x = []uint8(text)
	x = place
	x = *pointer
	x = pointer
	x = any1
	x = any2
	x = Place{}
	x = Names{}
	x = Byname[bool]{}
	x = Pair[byte, uint8]{}
	x = append([]rune(nil), 'a')
	x = Celsius(1)
	x = unicode.ToUpper('a')
	b := byte(300)
	b = 300
	b = 'a' + 1.5
	_ = rune(1 << 40)
	_ = letter + b
	_ = strings.Contains(text, b)
	var f func(byte, ...rune) Place = 1
	ch := make(chan byte)
	x = <-ch
	ch <- text
	switch b {
	case text:
	}
	_, _ = f, x
	var w strings.Reader = strings.ToUpper
	var v Wrong.Type
	var u strings.ToUpper
}
