// Command lagged writes math/rand/lags.go: the words that a seed is mixed with. It finds them from what the generator of the Go
// that runs it gives for one seed. Its argument is the folder of math/rand.
package main

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
)

const (
	size = 607
	lag  = 273
)

func main() {
	source := rand.NewSource(1).(rand.Source64)
	// The k-th output is the sum of two words and replaces the first of them. Both places go down, the second
	// one being there lag outputs later.
	var outputs, words [size]uint64
	for k := range outputs {
		outputs[k] = source.Uint64()
	}
	place := func(k int) int { return (size - lag - 1 - k + size) % size }
	for k := lag; k < size; k++ {
		words[place(k)] = outputs[k] - outputs[k-lag]
	}
	for k := range lag {
		words[place(k)] = outputs[k] - words[size-1-k]
	}
	x := int64(1)
	next := func() uint64 {
		x = x * 48271 % (1<<31 - 1)
		return uint64(x)
	}
	for range 20 {
		next()
	}
	var table []byte
	for _, w := range words {
		w ^= next() << 40
		w ^= next() << 20
		w ^= next()
		for shift := 60; shift >= 0; shift -= 6 {
			table = append(table, byte('0'+w>>shift&63))
		}
	}
	var out bytes.Buffer
	fmt.Fprint(&out, "package rand\n\n// Written by generators/lagged.\n\n// lagWords holds the words that a seed is mixed with, eleven characters of six bits each.\nconst lagWords = \"\" +\n")
	for len(table) > 0 {
		n := min(110, len(table))
		end := " +"
		if n == len(table) {
			end = ""
		}
		fmt.Fprintf(&out, "\t%q%s\n", table[:n], end)
		table = table[n:]
	}
	if err := os.WriteFile(filepath.Join(os.Args[1], "lags.go"), out.Bytes(), 0o644); err != nil {
		panic(err)
	}
}
