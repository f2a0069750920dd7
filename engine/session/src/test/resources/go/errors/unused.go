package main
import "os"
import "fmt"
import str "strings"
import . "sort"
import _ "math"
import "math/rand/v2"
import tm "text/template"
func main() {
	x := 1
	var y int
	var a, b = 1, 2
	_ = a
	z := 3
	z = 4
	for i, v := range []int{} { }
	for k := range map[int]int{} { }
	if q := 1; true { }
	switch t := any(1).(type) { case int: }
	func() { inner := 1 }()
	const unusedc = 1
	type unusedt int
L:
	for { }
M:
	x = 2
	f := func() { f2 := 1 }
	err := fmt.Errorf("x")
	var p *int
	p = &b
	arr := []int{}
	arr[0] = 1
	st := struct{a int}{}
	st.a = 1
	cnt := 0
	cnt++
	cnt += 1
}
