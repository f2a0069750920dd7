// An element that nobody uses is out of range all the same.
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}
func main() {
	n := 0
	i := 0
	try(func() { _ = make([]struct{}, n)[i] })
	try(func() { s := make([]struct{}, n); _ = s[i] })
	try(func() { s := make([]int, n); _ = s[i] })
	try(func() { s := make([][4]int, n); _ = s[i] })
	try(func() { var a [0]struct{}; _ = a[i] })
	try(func() { var p *[4]struct{}; _ = p[i] })
	try(func() { var p *struct{}; _ = *p })
	try(func() { var p *struct{ a struct{} }; _ = p.a })
	try(func() { s := make([]struct{}, n); x := s[i]; _ = x })
	try(func() { s := make([]struct{}, n); s[i] = struct{}{} })
	try(func() { s := make([][0]int, n); fmt.Println(s[i]) })
}
