package main

import "fmt"

// What gets into an empty interface from one with a method for its text prints itself, or is looked into where a verb asks for that.

type self int

func (self) String() string                { return "text" }
func (self) Format(s fmt.State, verb rune) { fmt.Fprintf(s, "itself") }

type coded struct{ code float64 }

func (*coded) Error() string { return "coded" }

func main() {
	var s fmt.Stringer = self(1)
	fmt.Println(s)
	var err error = &coded{1.5}
	fmt.Println(err)
	fmt.Printf("%d\n", err)
}
