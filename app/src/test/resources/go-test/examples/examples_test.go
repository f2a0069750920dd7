package examples

import "fmt"

func ExampleAfterCode() {
	fmt.Println("a") // stands for itself
	// Output: a
}

func ExampleOnBraceLine() { // of the brace
	fmt.Println("b")
	/* above */ // beside
	// Output: not the beginning of what stands here
}

func ExampleBehindCode() {
	fmt.Println("c") // Output: c
}

func ExampleBehindCodeAndMore() {
	fmt.Println("d") /* of two */ // Output: d
	// no output, for this is the last
}

func ExampleUnorderedLines() {
	fmt.Print("e\nf\n") // any order
	// unordered OUTPUT:
	// f
	// e
}
