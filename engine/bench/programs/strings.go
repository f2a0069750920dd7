// A string of 1,000,000 pieces, built and taken apart.
package main

import (
	"fmt"
	"strconv"
	"strings"
)

const pieces = 1000000

func run() {
	var b strings.Builder
	for i := 0; i < pieces; i++ {
		b.WriteString(strconv.Itoa(i % 1000))
		b.WriteByte(' ')
	}
	s := b.String()
	fields := 0
	for _, c := range s {
		if c == ' ' {
			fields++
		}
	}
	fmt.Println(len(s), fields, strings.Count(s, "99 "), strings.Index(s, "999 0 1"))
}
