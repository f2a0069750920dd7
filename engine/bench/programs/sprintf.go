// 100,000 calls of Sprintf.
package main

import "fmt"

func run() {
	length := 0
	for i := 0; i < 100000; i++ {
		length += len(fmt.Sprintf("%d %s %5.2f %v %x", i, "name", float64(i)/7, i%3 == 0, i))
	}
	fmt.Println(length)
}
