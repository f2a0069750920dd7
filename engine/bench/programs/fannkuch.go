// Most pancake flips over all permutations of 9.
package main

import "fmt"

const size = 9

func flips(perm, work []int) int {
	copy(work, perm)
	count := 0
	for first := work[0]; first != 0; first = work[0] {
		for i, j := 0, first; i < j; i, j = i+1, j-1 {
			work[i], work[j] = work[j], work[i]
		}
		count++
	}
	return count
}

func run() {
	perm, work, turn := make([]int, size), make([]int, size), make([]int, size)
	for i := range perm {
		perm[i] = i
	}
	most, checksum, sign := 0, 0, 1
	for {
		n := flips(perm, work)
		if n > most {
			most = n
		}
		checksum += sign * n
		sign = -sign
		i := 1
		for i < size && turn[i] >= i {
			turn[i] = 0
			i++
		}
		if i == size {
			break
		}
		other := 0
		if i%2 == 1 {
			other = turn[i]
		}
		perm[i], perm[other] = perm[other], perm[i]
		turn[i]++
	}
	fmt.Println(checksum, most)
}
