// The smallest program with fmt: what it costs from source to its first output.
package main

import "fmt"

func main() {
	fmt.Println("hello", 42)
}
