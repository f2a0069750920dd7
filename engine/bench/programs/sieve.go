// A prime sieve of 1,000 goroutines in a chain.
package main

import "fmt"

func generate(out chan<- int, stop <-chan bool) {
	for n := 2; ; n++ {
		select {
		case out <- n:
		case <-stop:
			close(out)
			return
		}
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for n := range in {
		if n%prime != 0 {
			out <- n
		}
	}
	close(out)
}

func run() {
	numbers, stop := make(chan int), make(chan bool)
	go generate(numbers, stop)
	sum, last := 0, 0
	for i := 0; i < 1000; i++ {
		last = <-numbers
		sum += last
		next := make(chan int)
		go filter(numbers, next, last)
		numbers = next
	}
	close(stop)
	for range numbers {
	}
	fmt.Println(last, sum)
}
