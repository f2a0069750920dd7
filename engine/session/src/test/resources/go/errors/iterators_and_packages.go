package main

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}

type Square struct{ side float64 }

func (s *Square) Area() float64              { return s.side * s.side }
func (s Square) Perimeter(scale int) float64 { return 4 * s.side }

type Circle struct{ Radius float64 }

func (c Circle) area() float64      { return c.Radius }
func (c Circle) Perimeter() float64 { return c.Radius }

func Map[T, U any](s []T, f func(T) U) []U { return nil }

func Keys[K comparable, V any](m map[K]V) iter.Seq[K] { return nil }

func find(xs []string, x string) (int, error) {
	for i, v := range xs {
		if v == x {
			return i
		}
	}
	return -1, errors.New("none"), 3
}

func noreturn(a int) int {
	if a > 0 {
		return 1
	} else if a < 0 {
		return 2
	}
}

func seq(yield func(int, string) bool) {}
func badSeq(yield func(int) int)       {}
func badSeq2(f func(int))              {}
func threeSeq(yield func(a, b, c int) bool) {}

func main() {
	var s Shape = Square{1}
	s = Circle{2}
	s = &Circle{Radius: "x"}
	fmt.Println(s)
	strs := Map([]int{1}, func(x string) string { return x })
	strs2 := Map([]int{1}, func(x int) { return })
	var n []int = Map([]int{1}, strings.ToUpper)
	Map(1, nil)
	Map[int]([]int{1}, nil)
	for k, v := range Keys(map[string]int{}) {
	}
	for k := range Keys(map[func()]int{}) {
		_ = k
	}
	for a, b, c := range seq {
	}
	for a, b := range seq {
		a = b
	}
	for a := range badSeq {
	}
	for range badSeq2 {
	}
	for range threeSeq {
	}
	for i := range 10.5 {
	}
	for i, j := range 10 {
	}
	for i := range "abc" {
		i = "x"
	}
	var ch chan<- int
	for v := range ch {
	}
	for i, v := range make(chan int) {
	}
	<-ch
	var rc <-chan int = ch
	rc <- 1
	close(rc)
	var p *int
	for range p {
	}
	var arr *[3]int
	for i, v := range arr {
		_, _ = i, v
	}
	var f func()
	for range f {
	}
	if f == f {
	}
	if s == nil || f == nil {
	}
	err := os.Chdir("x")
	if err := os.Chdir("y"); err != nil {
	}
	x, err := 1, err
	x, err := 2, err
	x := 3
	err.Foo()
	err.Error
	fmt.Printl("x")
	fmt.println("x")
	strings.Uppercase("x")
	os.Args.len()
	nosuch.Foo()
	return 1
}
