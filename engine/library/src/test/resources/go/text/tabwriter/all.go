package main

import (
	"fmt"
	"os"
	"text/tabwriter"
)

func main() {
	texts := []string{"a\tb\tc\naaa\tbbbb\tc\n\tx\ty\n", "one\n\ntwo\tcells\nlonger one\tx\nend", "é\t世界\t|\nabc\td\t|\n", "a\vb\v\vc\n\v\v\vd\n", "x\ty\fz\tw\n", "<b>bold</b>\t&amp;\tx\nplain\ty\tz\n", "\xffesc\taped\xff\tx\nlong cell here\ty\n"}
	for _, text := range texts {
		for _, flags := range []uint{0, tabwriter.AlignRight, tabwriter.Debug, tabwriter.TabIndent, tabwriter.DiscardEmptyColumns, tabwriter.FilterHTML | tabwriter.Debug, tabwriter.StripEscape} {
			for _, pad := range []byte{' ', '.', '\t'} {
				w := tabwriter.NewWriter(os.Stdout, 4, 8, 1, pad, flags)
				fmt.Fprint(w, text)
				fmt.Println(w.Flush(), flags, pad)
			}
		}
	}
	w := new(tabwriter.Writer).Init(os.Stdout, 0, 4, 2, ' ', 0)
	for i := range 5 {
		fmt.Fprintf(w, "%d\t%d\t%d\n", i, i*i*i, 1<<(i*7))
	}
	w.Flush()
	defer func() { fmt.Println(recover()) }()
	tabwriter.NewWriter(os.Stdout, -1, 0, 0, ' ', 0)
}
