package main

import "fmt"

type shower interface{ show() string }

func F[A any](a A) any {
	type T struct{ x A }
	return T{a}
}

func G[A any](a A) any {
	type T struct{ n int }
	return T{1}
}

func H[A any](a A) any {
	type L[B any] struct {
		a A
		b B
	}
	return L[string]{a, "s"}
}

func main() {
	fmt.Println(F(1) == F("x"), F(1) == F(1), G(1) == G(2), G(1) == G("x"))
	fmt.Printf("%v %v %T %T\n", F(1), F("x"), F(1), F("x"))
	fmt.Printf("%v %T\n", H(2), H(2))
	_, ok := F(1).(shower)
	fmt.Println(ok)
	type U int
	type V[T any] struct{ t T }
	fmt.Printf("%T %T\n", U(1), V[U]{})
	{
		type U string
		fmt.Printf("%T %T\n", U("1"), V[U]{})
	}
}
