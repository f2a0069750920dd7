package main

// The line about a signal stays as long as any panic is left, also when that of the fault has been recovered.

func main() {
	var p *int
	defer func() {
		func() {
			defer func() { println(recover() != nil) }()
			println(*p)
		}()
	}()
	panic(1)
}
