// Command unicode writes the data of package unicode: the tables as the Go that runs this has them, in a form of
// our own, which ranges.go reads. Its argument is the folder of package unicode.
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

const lineLength = 100

var longNames = map[string]string{
	"C": "Other", "L": "Letter", "Ll": "Lower", "Lt": "Title", "Lu": "Upper", "M": "Mark", "N": "Number",
	"Nd": "Digit", "P": "Punct", "S": "Symbol", "Z": "Space",
}

// appendNumber writes n with five bits per character, the lowest first, the sixth bit telling that more follow.
func appendNumber(b []byte, n int) []byte {
	for ; n >= 32; n >>= 5 {
		b = append(b, '0'+byte(n&31|32))
	}
	return append(b, '0'+byte(n))
}

func encode(t *unicode.RangeTable) []byte {
	var b []byte
	last := 0
	put := func(lo, hi, stride int) {
		b = appendNumber(b, lo-last)
		b = appendNumber(b, hi-lo)
		if lo != hi {
			b = appendNumber(b, stride)
		}
		last = hi
	}
	for _, r := range t.R16 {
		put(int(r.Lo), int(r.Hi), int(r.Stride))
	}
	for _, r := range t.R32 {
		put(int(r.Lo), int(r.Hi), int(r.Stride))
	}
	return b
}

func quoted(b []byte) string {
	var out strings.Builder
	for first := true; first || len(b) > 0; first = false {
		n := min(lineLength, len(b))
		if !first {
			out.WriteString(" +\n\t\t")
		}
		fmt.Fprintf(&out, "%q", b[:n])
		b = b[n:]
	}
	return out.String()
}

func write(name string, out *bytes.Buffer) {
	src, err := format.Source(out.Bytes())
	if err != nil {
		panic(err)
	}
	if err := os.WriteFile(filepath.Join(os.Args[1], name), src, 0o644); err != nil {
		panic(err)
	}
}

func tables(file, mapName, doc string, m map[string]*unicode.RangeTable) {
	var out bytes.Buffer
	fmt.Fprintf(&out, "package unicode\n\n// Written by generators/unicode.\n\n// %s\nvar (\n", doc)
	keys := slices.Sorted(maps.Keys(m))
	for _, k := range keys {
		fmt.Fprintf(&out, "\t%s = ranges(%s)\n", k, quoted(encode(m[k])))
	}
	fmt.Fprintf(&out, ")\n\n")
	if mapName == "Categories" {
		fmt.Fprintln(&out, "// The categories' long names.\nvar (")
		for _, k := range slices.Sorted(maps.Keys(longNames)) {
			fmt.Fprintf(&out, "\t%s = %s\n", longNames[k], k)
		}
		fmt.Fprintln(&out, ")")
	}
	fmt.Fprintf(&out, "\n// %s holds these tables by name.\nvar %s = map[string]*RangeTable{\n", mapName, mapName)
	for _, k := range keys {
		fmt.Fprintf(&out, "\t%q: %s,\n", k, k)
	}
	fmt.Fprintln(&out, "}")
	write(file, &out)
}

func foldTables(out *bytes.Buffer, name, doc string, m map[string]*unicode.RangeTable) {
	fmt.Fprintf(out, "// %s\nvar %s = map[string]*RangeTable{\n", doc, name)
	for _, k := range slices.Sorted(maps.Keys(m)) {
		fmt.Fprintf(out, "\t%q: ranges(%s),\n", k, quoted(encode(m[k])))
	}
	fmt.Fprintln(out, "}\n")
}

func zigzag(n rune) int {
	if n < 0 {
		return int(-n)*2 - 1
	}
	return int(n) * 2
}

func main() {
	tables("categories.go", "Categories", "Tables of the runes of each general category.", unicode.Categories)
	tables("scripts.go", "Scripts", "Tables of the runes of each script.", unicode.Scripts)
	tables("properties.go", "Properties", "Tables of the runes that have a property.", unicode.Properties)

	var out bytes.Buffer
	fmt.Fprintf(&out, "package unicode\n\n// Written by generators/unicode.\n\n// Version is the edition of Unicode that the tables are from.\nconst Version = %q\n\n", unicode.Version)
	fmt.Fprintln(&out, "// CategoryAliases gives the short names of categories for their long ones.\nvar CategoryAliases = map[string]string{")
	for _, k := range slices.Sorted(maps.Keys(unicode.CategoryAliases)) {
		fmt.Fprintf(&out, "\t%q: %q,\n", k, unicode.CategoryAliases[k])
	}
	fmt.Fprintln(&out, "}\n")
	foldTables(&out, "FoldCategory", "FoldCategory holds, by category, the runes outside it that fold to one inside.", unicode.FoldCategory)
	foldTables(&out, "FoldScript", "FoldScript holds, by script, the runes outside it that fold to one inside.", unicode.FoldScript)

	var b []byte
	last := 0
	for _, r := range unicode.CaseRanges {
		b = appendNumber(b, int(r.Lo)-last)
		b = appendNumber(b, int(r.Hi-r.Lo))
		for _, d := range r.Delta {
			b = appendNumber(b, zigzag(d))
		}
		last = int(r.Hi)
	}
	fmt.Fprintf(&out, "// CaseRanges holds the case mappings of all letters that have more than one case, in order.\nvar CaseRanges = caseRanges(%s)\n\n", quoted(b))

	b = b[:0]
	four := func(r rune) { b = append(b, byte('0'+r>>18), byte('0'+r>>12&63), byte('0'+r>>6&63), byte('0'+r&63)) }
	for r := rune(0); r <= unicode.MaxRune; r++ {
		simple := unicode.ToLower(r)
		if simple == r {
			simple = unicode.ToUpper(r)
		}
		if next := unicode.SimpleFold(r); next != simple {
			four(r)
			four(next)
		}
	}
	fmt.Fprintf(&out, "// foldExceptions holds pairs of runes, the second being the next in the first's circle where that is not simply the\n// other case, four characters of six bits for each.\nconst foldExceptions = %s\n", quoted(b))
	write("cases.go", &out)
}
