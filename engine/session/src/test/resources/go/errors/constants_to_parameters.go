package main

type Small interface{ ~int8 | ~byte }
type Mine uint8
type Mines interface{ Mine }

func a[T Small]() T           { return T(300) }
func c[T any]() T             { return T(1) }
func d[T []int | int]() T     { return T(1) }
func e[T Mines]() T           { return T(256) }
func f[T string | bool]() T   { return T("a") }
func g[T ~int | ~float64]() T { return T(1.5) }
func h[T byte | []byte]() T   { return T("x") }

func main() {}
