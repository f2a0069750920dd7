// Package hex writes bytes as hexadecimal digits and reads them back.
package hex

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

const digits = "0123456789abcdef"

// ErrLength tells that there is an odd number of digits.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError tells that a byte is no hexadecimal digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

// EncodedLen gives the number of digits for n bytes.
func EncodedLen(n int) int { return n * 2 }

// DecodedLen gives the number of bytes that x digits make.
func DecodedLen(x int) int { return x / 2 }

// Encode writes the digits of src to dst and gives their number.
func Encode(dst, src []byte) int {
	for i := len(src) - 1; i >= 0; i-- {
		c := src[i]
		dst[2*i+1] = digits[c&15]
		dst[2*i] = digits[c>>4]
	}
	return 2 * len(src)
}

// AppendEncode appends the digits of src to dst.
func AppendEncode(dst, src []byte) []byte {
	for _, c := range src {
		dst = append(dst, digits[c>>4], digits[c&15])
	}
	return dst
}

// EncodeToString gives the digits of src.
func EncodeToString(src []byte) string { return string(AppendEncode(nil, src)) }

// value gives the value of a digit, or more than 15.
func value(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10
	}
	return 255
}

// Decode writes the bytes that the digits src make to dst and gives their number, up to the first error.
func Decode(dst, src []byte) (int, error) {
	n := 0
	for ; 2*n+1 < len(src); n++ {
		hi, lo := value(src[2*n]), value(src[2*n+1])
		if hi > 15 {
			return n, InvalidByteError(src[2*n])
		}
		if lo > 15 {
			return n, InvalidByteError(src[2*n+1])
		}
		dst[n] = hi<<4 | lo
	}
	if len(src)%2 == 1 {
		if last := src[len(src)-1]; value(last) > 15 {
			return n, InvalidByteError(last)
		}
		return n, ErrLength
	}
	return n, nil
}

// AppendDecode appends the bytes that the digits src make to dst.
func AppendDecode(dst, src []byte) ([]byte, error) {
	at := len(dst)
	dst = append(dst, make([]byte, DecodedLen(len(src)))...)
	n, err := Decode(dst[at:], src)
	return dst[:at+n], err
}

// DecodeString gives the bytes that the digits s make.
func DecodeString(s string) ([]byte, error) {
	out := make([]byte, DecodedLen(len(s)))
	n, err := Decode(out, []byte(s))
	return out[:n], err
}

type encoder struct{ w io.Writer }

// NewEncoder gives a Writer that writes digits to w.
func NewEncoder(w io.Writer) io.Writer { return &encoder{w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	const part = 512
	var buf [2 * part]byte
	for len(p) > 0 && err == nil {
		now := p[:min(len(p), part)]
		var written int
		written, err = e.w.Write(buf[:Encode(buf[:], now)])
		n += written / 2
		p = p[len(now):]
	}
	return n, err
}

type decoder struct {
	r    io.Reader
	err  error
	have []byte // digits not used yet, a view of buf
	buf  [1024]byte
}

// NewDecoder gives a Reader of the bytes whose digits r gives.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.have) < 2 && d.err == nil {
		kept := copy(d.buf[:], d.have)
		var m int
		m, d.err = d.r.Read(d.buf[kept:])
		d.have = d.buf[:kept+m]
		if d.err == io.EOF && len(d.have)%2 == 1 {
			if last := d.have[len(d.have)-1]; value(last) > 15 {
				d.err = InvalidByteError(last)
			} else {
				d.err = io.ErrUnexpectedEOF
			}
		}
	}
	n, err = Decode(p, d.have[:2*min(len(d.have)/2, len(p))])
	d.have = d.have[2*n:]
	if err != nil {
		d.have, d.err = nil, err
	}
	if len(d.have) < 2 {
		return n, d.err
	}
	return n, nil
}

// Dump gives data as hexdump -C shows it: offset, sixteen bytes, and what of them is printable.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	var out strings.Builder
	d := Dumper(&out)
	d.Write(data)
	d.Close()
	return out.String()
}

const perLine = 16

type dumper struct {
	w      io.Writer
	line   []byte // what goes out next
	text   [perLine]byte
	used   int // bytes in the line
	offset uint
	closed bool
}

// Dumper gives a Writer that writes what Dump gives to w. The last line comes with Close.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for _, c := range data {
		if d.used == 0 {
			d.line = d.line[:0]
			for shift := 28; shift >= 0; shift -= 4 {
				d.line = append(d.line, digits[d.offset>>shift&15])
			}
			d.line = append(d.line, "  "...)
		}
		d.line = append(d.line, digits[c>>4], digits[c&15], ' ')
		d.text[d.used] = '.'
		if c >= ' ' && c <= '~' {
			d.text[d.used] = c
		}
		d.used++
		d.offset++
		if d.used == perLine/2 {
			d.line = append(d.line, ' ')
		}
		if d.used == perLine {
			if err := d.flush(); err != nil {
				return n, err
			}
		}
		n++
	}
	return n, nil
}

// flush ends the line.
func (d *dumper) flush() error {
	d.line = append(d.line, " |"...)
	d.line = append(d.line, d.text[:d.used]...)
	d.line = append(d.line, "|\n"...)
	d.used = 0
	_, err := d.w.Write(d.line)
	return err
}

func (d *dumper) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	if d.used == 0 {
		return nil
	}
	for i := d.used; i < perLine; i++ {
		d.line = append(d.line, "   "...)
		if i == perLine/2-1 {
			d.line = append(d.line, ' ')
		}
	}
	return d.flush()
}
