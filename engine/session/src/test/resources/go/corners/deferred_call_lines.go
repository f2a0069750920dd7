package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

// Where traces see deferred calls: at the return in a function that makes them itself, at the closing brace where the runtime makes
// them, behind the loop where a range over a function has been left by return. And the call of panic as a deferred call is a frame.

func where() {
	_, _, line, _ := runtime.Caller(1)
	println("line", line)
}

func few(n int) int {
	defer where()
	if n == 1 {
		return 1
	}
	return n
}

func inLoop(n int) int {
	for i := range n {
		if i == 0 {
			defer where()
		}
	}
	if n == 1 {
		return 1
	}
	return n
}

func many(n int) int {
	defer where()
	defer func() {}()
	switch n {
	case 1:
		return 1
	case 2:
		return 2
	case 3:
		return 3
	case 4:
		return 4
	case 5:
		return 5
	case 6:
		return 6
	case 7:
		return 7
	}
	return n
}

func overFunction(n int) int {
	defer where()
	for i := range seq(n) {
		if i == 1 {
			return i
		}
	}
	return n
}

func inOverFunction(n int) int {
	for i := range seq(n) {
		if i == 1 {
			defer where()
			return i
		}
	}
	return n
}

func seq(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func deferredPanic() {
	defer func() {
		recover()
		for l := range strings.Lines(string(debug.Stack())) {
			if name, _, ok := strings.Cut(l, "("); ok && strings.HasPrefix(name, "main.") {
				os.Stderr.WriteString(name + "\n")
			}
		}
	}()
	defer panic("in a deferred call")
	defer println("before")
}

func main() {
	few(1)
	few(2)
	inLoop(1)
	inLoop(2)
	many(1)
	many(9)
	overFunction(1)
	overFunction(3)
	inOverFunction(2)
	deferredPanic()
}
