package main

func main() {
	defer func() { r := recover(); panic(r) }()
	x := []int{}
	i := 5
	_ = x[i]
}
