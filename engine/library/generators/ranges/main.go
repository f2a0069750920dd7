// Command ranges writes strconv/printranges.go: the bounds of the ranges of printable runes, as data of the Unicode
// version that package unicode of the Go that runs it has. Its argument is the folder of strconv.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"unicode"
)

func main() {
	var table []byte
	inside := false
	for r := rune(0x7F); r <= unicode.MaxRune+1; r++ {
		if now := unicode.IsPrint(r); now != inside {
			inside = now
			table = append(table, byte('0'+r>>18), byte('0'+r>>12&63), byte('0'+r>>6&63), byte('0'+r&63))
		}
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "package strconv\n\n// Written by generators/ranges for Unicode %s.\n\n", unicode.Version)
	fmt.Fprintf(&out, "// printRanges holds, in order, each rune above '~' at which being printable begins or ends.\nconst printRanges = \"\" +\n")
	for len(table) > 0 {
		n := min(100, len(table))
		end := " +"
		if n == len(table) {
			end = ""
		}
		fmt.Fprintf(&out, "\t%q%s\n", table[:n], end)
		table = table[n:]
	}
	if err := os.WriteFile(filepath.Join(os.Args[1], "printranges.go"), out.Bytes(), 0o644); err != nil {
		panic(err)
	}
}
