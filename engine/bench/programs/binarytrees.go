// Binary trees up to depth 16, built and dropped.
package main

import "fmt"

const deepest = 16

type tree struct{ left, right *tree }

func grow(depth int) *tree {
	if depth == 0 {
		return &tree{}
	}
	return &tree{grow(depth - 1), grow(depth - 1)}
}

func (t *tree) nodes() int {
	if t.left == nil {
		return 1
	}
	return 1 + t.left.nodes() + t.right.nodes()
}

func run() {
	long := grow(deepest)
	for depth := 4; depth <= deepest; depth += 4 {
		count := 1 << (deepest - depth + 4)
		total := 0
		for i := 0; i < count; i++ {
			total += grow(depth).nodes()
		}
		fmt.Println(count, depth, total)
	}
	fmt.Println(long.nodes())
}
