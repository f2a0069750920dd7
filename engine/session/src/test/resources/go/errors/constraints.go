package main
type Num interface { ~int | ~float64 }
type Sub interface { Num }
type Sm string
func (Sm) String() string { return "" }
type WithM interface { ~int; String() string }
func F[T Sub](T) {}
func G[T WithM](T) {}
func H[T interface{ *Num | int }](T) {}
func P[T any, PT interface { *T; Set(string) }](x string) { }
type Set struct{}
func (s Set) Set(string) {}
type U interface { int | Num }
type U2 interface { int | fmtS }
type fmtS interface { String() string }
type U3 interface { int | comparable }
type U4 interface { ~Sm | ~error }
type U5[T any] interface { T | int }
type U6[T any] interface { T }
type Rec interface { Rec }
type R1 struct { r R1 }
type R2 struct { a [2]R3 }
type R3 struct { b R2 }
type R4 []R4
type R5 [len(r5)]int
var r5 R5
type Dup interface { A(); A() }
func K[T any, T any]() {}
func L[T](x T) {}
func L2[T, U](x T) {}
func main() {
	F(Sm(""))
	F("a")
	G(1)
	G(Sm(""))
	P[int]("a")
	P[Set]("a")
	P("a")
	F[*int](nil)
	F(nil)
}
