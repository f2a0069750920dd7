package main
func f() {
	break
	continue
	if true { break }
	switch { case true: continue }
	for { func() { break }() }
	goto X
	fallthrough
	switch { case true: fallthrough }
	switch { case true: if true { fallthrough } ; default: }
	switch any(1).(type) { case int: fallthrough; case string: }
	for { continue Y }
	for { break Z }
Q:
	for { }
	goto R
	v := 1
R:
	_ = v
	{
	S:
		_ = 1
	}
	goto S
W:
	if true { for { continue W } }
	defer len("a")
	go append(nil)
	defer int(3)
	for i := range 10 { i = "a" }
	for i, j := range 10 { }
	for i, j, k := range []int{} { }
	for a := range 1.5 { }
	for a := range f { }
	for a, b := range make(chan int) { }
	for _, c := range "abc" { var s string = c }
	var arr []string
	for i := range arr { var s string = i }
	for i, arr[i] = range arr { }
	var e string
	for e = range arr { }
	for range func(yield func(int)) {} { }
	for x := range func(yield func(int) bool) int { return 1 } { }
	for range nil { }
	for range main { }
	for x := range struct{}{} { }
	for x := range &arr { }
}
func main() {}
