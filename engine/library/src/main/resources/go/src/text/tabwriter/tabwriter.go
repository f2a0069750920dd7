// Package tabwriter lines text up in columns: cells end with tabs, and cells below each other in consecutive lines make a column,
// which is as wide as its widest cell ("elastic tabstops", N. Gravgaard).
package tabwriter

import (
	"fmt"
	"io"
	"unicode/utf8"
)

// What a Writer can be told.
const (
	FilterHTML          uint = 1 << iota // tags have no width, entities that of one rune
	StripEscape                          // leave the Escape characters out
	AlignRight                           // text at the right of its cell
	DiscardEmptyColumns                  // columns of empty cells that end with '\v' have no width
	TabIndent                            // empty cells at the beginning of a line are made of tabs
	Debug                                // '|' between columns, a line of '-' for a form feed
)

// Escape begins and ends text that is passed on as it is.
const Escape = '\xff'

// cell is a piece of a line's text.
type cell struct {
	text  []byte
	width int  // in runes
	tab   bool // ended by '\t', not by '\v'
}

// Writer lines up what is written to it. What it holds back, from the last line that ended a column on, Flush writes.
type Writer struct {
	out      io.Writer
	minWidth int
	tabWidth int
	padding  int
	padChar  byte
	flags    uint
	lines    [][]cell // the last one is still being written
	current  cell
	measured int  // bytes of current's text whose width is counted already
	endChar  byte // ends an escape, tag or entity; 0 outside
	err      error
}

// NewWriter gives a Writer to output, see Init.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets where to write, the least width of a cell, the width of a tab, the padding between a cell's text and the next
// cell, the character to pad with — a tab makes cells multiples of tabwidth, aligned left — and flags. It panics for
// negative sizes.
func (b *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		flags &^= AlignRight
	}
	*b = Writer{
		out: output, minWidth: minwidth, tabWidth: tabwidth, padding: padding, padChar: padchar, flags: flags,
	}
	b.reset()
	return b
}

func (b *Writer) reset() {
	b.lines = append(b.lines[:0], nil)
	b.current = cell{}
	b.measured, b.endChar = 0, 0
}

// put adds text to the current cell.
func (b *Writer) put(text []byte) { b.current.text = append(b.current.text, text...) }

// measure counts the width of what has been put since the last time.
func (b *Writer) measure() {
	b.current.width += utf8.RuneCount(b.current.text[b.measured:])
	b.measured = len(b.current.text)
}

// endCell adds the current cell to the line and gives the number of its cells.
func (b *Writer) endCell(tab bool) int {
	b.current.tab = tab
	last := len(b.lines) - 1
	b.lines[last] = append(b.lines[last], b.current)
	b.current, b.measured = cell{}, 0
	return len(b.lines[last])
}

// endEscape ends an escape, tag or entity.
func (b *Writer) endEscape() {
	switch b.endChar {
	case Escape:
		b.measure()
		if b.flags&StripEscape == 0 {
			b.current.width -= 2
		}
	case ';':
		b.current.width++
	}
	b.measured = len(b.current.text)
	b.endChar = 0
}

// Write is io.Writer's.
func (b *Writer) Write(buf []byte) (n int, err error) {
	defer told("Write")
	from := 0
	for i, c := range buf {
		if b.endChar != 0 {
			if c == b.endChar {
				end := i + 1
				if c == Escape && b.flags&StripEscape != 0 {
					end = i
				}
				b.put(buf[from:end])
				from = i + 1
				b.endEscape()
			}
			continue
		}
		switch c {
		case '\t', '\v', '\n', '\f':
			b.put(buf[from:i])
			b.measure()
			from = i + 1
			cells := b.endCell(c == '\t')
			if c != '\n' && c != '\f' {
				continue
			}
			b.lines = append(b.lines, nil)
			// A line of one cell ends all columns.
			if c == '\f' || cells == 1 {
				b.flush()
				if c == '\f' && b.flags&Debug != 0 {
					b.write([]byte("---\n"))
				}
			}
		case Escape:
			b.put(buf[from:i])
			b.measure()
			from = i
			if b.flags&StripEscape != 0 {
				from++
			}
			b.endChar = Escape
		case '<', '&':
			if b.flags&FilterHTML == 0 {
				continue
			}
			b.put(buf[from:i])
			b.measure()
			from = i
			b.endChar = '>'
			if c == '&' {
				b.endChar = ';'
			}
		}
		if b.err != nil {
			return from, b.err
		}
	}
	b.put(buf[from:])
	return len(buf), b.err
}

// Flush writes all that is held back; an escape that has not ended ends here.
func (b *Writer) Flush() error {
	defer told("Flush")
	if len(b.current.text) > 0 {
		if b.endChar != 0 {
			b.endEscape()
		}
		b.measure()
		b.endCell(false)
	}
	b.flush()
	err := b.err
	b.err = nil
	return err
}

func (b *Writer) write(p []byte) {
	if b.err != nil || len(p) == 0 {
		return
	}
	n, err := b.out.Write(p)
	if err == nil && n < len(p) {
		err = io.ErrShortWrite
	}
	b.err = err
}

// flush lays out the lines and writes them.
func (b *Writer) flush() {
	widths := b.columnWidths()
	var out []byte
	for i, line := range b.lines {
		indent := b.flags&TabIndent != 0
		for j, c := range line {
			if j > 0 && b.flags&Debug != 0 {
				out = append(out, '|')
			}
			padded := j < len(line)-1
			if len(c.text) > 0 {
				indent = false
				if b.flags&AlignRight == 0 {
					out = append(out, c.text...)
				}
			}
			if padded {
				out = b.pad(out, c.width, widths[i][j], indent)
			}
			if b.flags&AlignRight != 0 {
				out = append(out, c.text...)
			}
		}
		if i < len(b.lines)-1 {
			out = append(out, '\n')
		}
	}
	b.write(out)
	b.reset()
}

// columnWidths gives the width of each cell that a tab ends. A column is a run of lines with such a cell at the same place.
func (b *Writer) columnWidths() [][]int {
	widths := make([][]int, len(b.lines))
	most := 0
	for i, line := range b.lines {
		widths[i] = make([]int, max(len(line)-1, 0))
		most = max(most, len(line)-1)
	}
	for column := range most {
		for i := 0; i < len(widths); i++ {
			begin := i
			width, discard := b.minWidth, b.flags&DiscardEmptyColumns != 0
			for ; i < len(widths) && column < len(widths[i]); i++ {
				c := b.lines[i][column]
				width = max(width, c.width+b.padding)
				discard = discard && c.width == 0 && !c.tab
			}
			if discard {
				width = 0
			}
			for k := begin; k < i; k++ {
				widths[k][column] = width
			}
		}
	}
	return widths
}

// pad fills a cell of the given width behind, or in front of, its text.
func (b *Writer) pad(out []byte, text, width int, tabs bool) []byte {
	fill, n := b.padChar, width-text
	if b.padChar == '\t' || tabs {
		if b.tabWidth == 0 {
			return out
		}
		width = (width + b.tabWidth - 1) / b.tabWidth * b.tabWidth
		fill, n = '\t', (width-text+b.tabWidth-1)/b.tabWidth
	}
	for ; n > 0; n-- {
		out = append(out, fill)
	}
	return out
}

// told lets a panic of the underlying writer go on with a note of where it came up.
func told(method string) {
	if cause := recover(); cause != nil {
		panic(fmt.Sprintf("tabwriter: panic during %s (%v)", method, cause))
	}
}
