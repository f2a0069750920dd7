package a_test

import (
	"example.com/m/a"
	"fmt"
	"testing"
)

func TestOut(t *testing.T) {
	if a.Add(1, 1) != 2 {
		t.Error("x")
	}
}
func ExampleAdd() {
	fmt.Println(a.Add(4, 5))
	// Output: 9
}
func ExampleAdd_un() {
	for k := range map[int]int{1: 1, 2: 2} {
		fmt.Println(k)
	}
	// Unordered output:
	// 2
	// 1
}
