package main

func f() { defer func() { panic(recover()) }(); panic(1) }
func main() {
	defer func() { panic(recover()) }()
	f()
}
