// 100,000 goroutines send one number each to one channel.
package main

import "fmt"

func run() {
	const senders = 100000
	in := make(chan int)
	for i := 0; i < senders; i++ {
		go func() { in <- i }()
	}
	sum := 0
	for i := 0; i < senders; i++ {
		sum += <-in
	}
	fmt.Println(sum)
}
