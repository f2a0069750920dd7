package main

func init() {
	kernels["treesum"] = func() func() int {
		root := ordered(new(int), 16)
		return func() int {
			sum := 0
			for range 100 {
				sum += root.sum()
			}
			return sum
		}
	}
	kernels["treefind"] = func() func() int {
		const levels = 14
		root := ordered(new(int), levels)
		return func() int {
			r := random(1)
			steps := 0
			for range 500000 {
				steps += root.depthOf(int(r.next() & (1<<levels - 1)))
			}
			return steps
		}
	}
	kernels["newtree"] = func() func() int {
		return func() int { return ordered(new(int), 19).value }
	}
	kernels["newlist"] = func() func() int {
		return func() int {
			var head *link
			for i := range 200000 {
				head = &link{next: head, value: i, other: ^i}
			}
			return head.value
		}
	}
}

type treeNode struct {
	left, right *treeNode
	value       int
}

// ordered makes a full search tree of so many levels.
func ordered(next *int, levels int) *treeNode {
	if levels == 0 {
		return nil
	}
	n := new(treeNode)
	n.left = ordered(next, levels-1)
	n.value = *next
	*next++
	n.right = ordered(next, levels-1)
	return n
}

func (n *treeNode) sum() int {
	if n == nil {
		return 0
	}
	return n.left.sum() + n.value + n.right.sum()
}

// depthOf counts the steps to a value.
func (n *treeNode) depthOf(value int) int {
	steps := 0
	for n != nil && n.value != value {
		if value < n.value {
			n = n.left
		} else {
			n = n.right
		}
		steps++
	}
	return steps
}

type link struct {
	next         *link
	value, other int
}
