// 1,000,000 ints in order.
package main

import (
	"fmt"
	"sort"
)

func run() {
	values := make([]int, 1000000)
	x := uint32(12345)
	for i := range values {
		x = x*1664525 + 1013904223
		values[i] = int(x >> 4)
	}
	sort.Ints(values)
	fmt.Println(values[0], values[500000], values[999999])
}
