// A prime sieve as a chain of goroutines: each filters out the multiples of one prime and hands the rest on.
package main

import "fmt"

const count = 60

// generate sends 2, 3, 4, … for ever.
func generate(out chan<- int) {
	for n := 2; ; n++ {
		out <- n
	}
}

// filter lets pass what prime does not divide.
func filter(in <-chan int, out chan<- int, prime int) {
	for {
		if n := <-in; n%prime != 0 {
			out <- n
		}
	}
}

func main() {
	numbers := make(chan int)
	go generate(numbers)
	for i := 0; i < count; i++ {
		prime := <-numbers
		fmt.Println(prime)
		rest := make(chan int)
		go filter(numbers, rest, prime)
		numbers = rest
	}
}
