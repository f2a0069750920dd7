// Maps of 200,000 int and string keys: filled, read, missed, walked, emptied.
package main

import (
	"fmt"
	"strconv"
)

const keys = 200000

func run() {
	numbers := map[int]int{}
	for i := 0; i < keys; i++ {
		numbers[i*7] = i
	}
	hits, misses := 0, 0
	for i := 0; i < keys*7; i += 3 {
		if v, ok := numbers[i]; ok {
			hits += v
		} else {
			misses++
		}
	}
	sum := 0
	for k, v := range numbers {
		sum += k ^ v
	}
	words := map[string]int{}
	for i := 0; i < keys; i++ {
		words["k"+strconv.Itoa(i%50000)] += i
	}
	for i := 0; i < keys; i++ {
		delete(numbers, i*7)
	}
	fmt.Println(hits, misses, sum, len(words), words["k77"], len(numbers))
}
