// One goroutine selects among three channels that others fill: 1,000,000 receives.
package main

import "fmt"

func run() {
	const each = 333333
	a, b, c := make(chan int), make(chan int), make(chan int)
	for i, ch := range []chan int{a, b, c} {
		go func() {
			for j := 0; j < each; j++ {
				ch <- i + 1
			}
		}()
	}
	sum := 0
	for i := 0; i < 3*each; i++ {
		select {
		case n := <-a:
			sum += n
		case n := <-b:
			sum += 10 * n
		case n := <-c:
			sum += 100 * n
		}
	}
	fmt.Println(sum)
}
