// Package base64 writes bytes with 64 characters (RFC 4648) and reads them back.
package base64

import (
	"io"
	"strconv"
)

const (
	StdPadding rune = '='
	NoPadding  rune = -1

	noCharacter = 255
)

// Encoding says which characters stand for the numbers 0 to 63, and how the end is filled up.
type Encoding struct {
	characters string
	values     [256]uint8
	padding    rune
	strict     bool
}

// The encodings of RFC 4648, with and without padding, of section 4 and, for URLs, of section 5.
var (
	StdEncoding    = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
	URLEncoding    = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

// NewEncoding gives an Encoding with standard padding. It panics unless encoder has 64 different bytes, none a newline.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{characters: encoder, padding: StdPadding}
	for i := range e.values {
		e.values[i] = noCharacter
	}
	for i := 0; i < len(encoder); i++ {
		c := encoder[i]
		if c == '\n' || c == '\r' {
			panic("encoding alphabet contains newline character")
		}
		if e.values[c] != noCharacter {
			panic("encoding alphabet includes duplicate symbols")
		}
		e.values[c] = uint8(i)
	}
	return e
}

// WithPadding gives enc with another padding character. It panics for one that enc uses, a newline, or one that is no byte.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 255:
		panic("invalid padding")
	case padding != NoPadding && enc.values[byte(padding)] != noCharacter:
		panic("padding contained in alphabet")
	}
	enc.padding = padding
	return &enc
}

// Strict gives enc with unused bits at the end having to be zero.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

// EncodedLen gives the number of characters for n bytes.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// DecodedLen gives the most bytes that n characters make.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

// Encode writes the characters for src to dst.
func (enc *Encoding) Encode(dst, src []byte) {
	for ; len(src) >= 3; src, dst = src[3:], dst[4:] {
		v := uint(src[0])<<16 | uint(src[1])<<8 | uint(src[2])
		dst[0] = enc.characters[v>>18]
		dst[1] = enc.characters[v>>12&63]
		dst[2] = enc.characters[v>>6&63]
		dst[3] = enc.characters[v&63]
	}
	if len(src) == 0 {
		return
	}
	v := uint(src[0]) << 16
	if len(src) == 2 {
		v |= uint(src[1]) << 8
	}
	for i := range 4 {
		switch {
		case i <= len(src):
			dst[i] = enc.characters[v>>(18-6*i)&63]
		case enc.padding != NoPadding:
			dst[i] = byte(enc.padding)
		}
	}
}

// AppendEncode appends the characters for src to dst.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	at := len(dst)
	dst = append(dst, make([]byte, enc.EncodedLen(len(src)))...)
	enc.Encode(dst[at:], src)
	return dst
}

// EncodeToString gives the characters for src.
func (enc *Encoding) EncodeToString(src []byte) string { return string(enc.AppendEncode(nil, src)) }

// CorruptInputError tells the place of the byte that cannot be.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// Decode writes the bytes that src stands for to dst and gives their number, up to the first error. Newlines are skipped.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	at := 0
	for at < len(src) && err == nil {
		var size int
		var group [3]byte
		at, size, err = enc.group(src, at, &group)
		n += copy(dst[n:], group[:size])
	}
	return n, err
}

// group reads up to four characters from at on and gives the place behind them and the number of bytes that they make.
func (enc *Encoding) group(src []byte, at int, out *[3]byte) (next, size int, err error) {
	var v uint
	count := 0
	for count < 4 {
		if at == len(src) {
			switch {
			case count == 0:
				return at, 0, nil
			case count == 1 || enc.padding != NoPadding:
				return at, 0, CorruptInputError(at - count)
			}
			break
		}
		c := src[at]
		at++
		if value := enc.values[c]; value != noCharacter {
			v = v<<6 | uint(value)
			count++
			continue
		}
		if c == '\n' || c == '\r' {
			continue
		}
		if rune(c) != enc.padding || count < 2 {
			return at, 0, CorruptInputError(at - 1)
		}
		if at, err = enc.afterPadding(src, at, count); err != nil && at < 0 {
			return -at, 0, err
		}
		break
	}
	v <<= 6 * (4 - count)
	*out = [3]byte{byte(v >> 16), byte(v >> 8), byte(v)}
	if enc.strict {
		if count == 3 && out[2] != 0 {
			return at, 0, CorruptInputError(at - 1)
		}
		if count == 2 && (out[1] != 0 || out[2] != 0) {
			return at, 0, CorruptInputError(at - 2)
		}
	}
	return at, count - 1, err
}

func skipNewlines(src []byte, at int) int {
	for at < len(src) && (src[at] == '\n' || src[at] == '\r') {
		at++
	}
	return at
}

// afterPadding checks what comes behind the first padding character; a negative place tells that the group is lost.
func (enc *Encoding) afterPadding(src []byte, at, count int) (next int, err error) {
	if count == 2 {
		at = skipNewlines(src, at)
		if at == len(src) {
			return -at, CorruptInputError(len(src))
		}
		if rune(src[at]) != enc.padding {
			return -at, CorruptInputError(at - 1)
		}
		at++
	}
	at = skipNewlines(src, at)
	if at < len(src) {
		return at, CorruptInputError(at)
	}
	return at, nil
}

// AppendDecode appends the bytes that src stands for to dst.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	at := len(dst)
	dst = append(dst, make([]byte, enc.roomFor(src))...)
	n, err := enc.Decode(dst[at:], src)
	return dst[:at+n], err
}

// roomFor gives DecodedLen without what is no character at the end.
func (enc *Encoding) roomFor(src []byte) int {
	n := len(src)
	for n > 0 && rune(src[n-1]) == enc.padding {
		n--
	}
	return n/4*3 + n%4*6/8
}

// DecodeString gives the bytes that s stands for.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	out := make([]byte, enc.DecodedLen(len(s)))
	n, err := enc.Decode(out, []byte(s))
	return out[:n], err
}

type encoder struct {
	enc  *Encoding
	w    io.Writer
	err  error
	left []byte // up to two bytes that make no group yet
}

// NewEncoder gives a Writer that writes characters to w. The last group comes with Close.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	const part = 768
	for len(p) > 0 && e.err == nil {
		take := min(len(p), part-len(e.left))
		group := append(e.left, p[:take]...)
		whole := len(group) / 3 * 3
		if whole > 0 {
			_, e.err = e.w.Write(e.enc.AppendEncode(nil, group[:whole]))
		}
		e.left = append([]byte(nil), group[whole:]...)
		if e.err == nil {
			n += take
			p = p[take:]
		}
	}
	return n, e.err
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.left) > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, e.left))
		e.left = nil
	}
	return e.err
}

type decoder struct {
	enc *Encoding
	r   io.Reader
	err error  // what comes when ready is empty
	in  []byte // characters that make no group yet
	out []byte
}

// NewDecoder gives a Reader of the bytes whose characters r gives.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	for len(d.out) == 0 && d.err == nil {
		d.fill()
	}
	if len(d.out) == 0 {
		return 0, d.err
	}
	n = copy(p, d.out)
	d.out = d.out[n:]
	return n, nil
}

// fill reads characters and decodes the whole groups among them, all at the end.
func (d *decoder) fill() {
	var buf [1024]byte
	n, err := d.r.Read(buf[:])
	for _, c := range buf[:n] {
		if c != '\n' && c != '\r' {
			d.in = append(d.in, c)
		}
	}
	usable := len(d.in) / 4 * 4
	if err == io.EOF {
		if d.enc.padding != NoPadding && usable < len(d.in) {
			err = io.ErrUnexpectedEOF
		} else {
			usable = len(d.in)
		}
	}
	var wrong error
	d.out, wrong = d.enc.AppendDecode(nil, d.in[:usable])
	d.in = append([]byte(nil), d.in[usable:]...)
	if wrong != nil {
		err = wrong
	}
	d.err = err
}
