package main

type A struct {
	a A
}

type B struct {
	a A
	b B
}

type T struct {
	a, b T
	c    U
}

type U struct {
	t T
	u U
	n [3]U
}

func main() {}
