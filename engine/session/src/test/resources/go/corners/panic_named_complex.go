package main

type MyC complex64

func main() {
	panic(MyC(1i))
}
