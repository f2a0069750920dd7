// 5,000,000 numbers through a channel with room for 128.
package main

import "fmt"

func run() {
	ch := make(chan int, 128)
	go func() {
		for i := 0; i < 5000000; i++ {
			ch <- i
		}
		close(ch)
	}()
	sum := 0
	for n := range ch {
		sum += n
	}
	fmt.Println(sum)
}
