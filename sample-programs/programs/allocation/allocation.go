// A heap that grows and shrinks: trees are built and dropped again, in waves.
package main

import "fmt"

const (
	waves = 6
	depth = 15
)

type node struct {
	left, right *node
	value       int
}

func build(depth int) *node {
	if depth == 0 {
		return nil
	}
	return &node{left: build(depth - 1), right: build(depth - 1), value: depth}
}

func (n *node) count() int {
	if n == nil {
		return 0
	}
	return 1 + n.left.count() + n.right.count()
}

func main() {
	for wave := 1; wave <= waves; wave++ {
		var kept []*node
		for i := 0; i < wave*4; i++ {
			kept = append(kept, build(depth))
			build(depth) // dropped at once
		}
		total := 0
		for _, tree := range kept {
			total += tree.count()
		}
		fmt.Println("wave", wave, "holds", total, "nodes")
	}
}
