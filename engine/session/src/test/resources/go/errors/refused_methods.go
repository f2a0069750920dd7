package main

type I interface{ m() int }

type T int

func (T) m(b []byte) (int, undefined) { return 0, 1 }

var i I = T(0)

func two(a, b int) {}

func main() { two([]missing{}) }
