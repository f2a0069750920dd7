package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// slow gives one byte at a time, and an error at the end.
type slow struct {
	s   string
	err error
}

func (r *slow) Read(p []byte) (int, error) {
	if r.s == "" {
		return 0, r.err
	}
	if len(p) == 0 {
		return 0, nil
	}
	p[0] = r.s[0]
	r.s = r.s[1:]
	return 1, nil
}

// short takes three bytes of each write.
type short struct{ bytes.Buffer }

func (w *short) Write(p []byte) (int, error) { return w.Buffer.Write(p[:min(3, len(p))]) }

func readers() {
	broken := errors.New("broken")
	data, err := io.ReadAll(&slow{"hello", io.EOF})
	fmt.Printf("%q %v\n", data, err)
	data, err = io.ReadAll(&slow{"hello", broken})
	fmt.Printf("%q %v\n", data, err)
	buf := make([]byte, 4)
	n, err := io.ReadFull(&slow{"hello", io.EOF}, buf)
	fmt.Println(n, err)
	n, err = io.ReadFull(&slow{"he", io.EOF}, buf)
	fmt.Println(n, err)
	n, err = io.ReadFull(&slow{"", io.EOF}, buf)
	fmt.Println(n, err)
	n, err = io.ReadAtLeast(&slow{"hello", io.EOF}, buf, 2)
	fmt.Println(n, err)
	_, err = io.ReadAtLeast(&slow{"hello", io.EOF}, buf, 9)
	fmt.Println(err)
	var out bytes.Buffer
	m, err := io.Copy(&out, &slow{"copied", io.EOF})
	fmt.Println(m, err, out.String())
	m, err = io.CopyN(&out, strings.NewReader("abcdef"), 3)
	fmt.Println(m, err, out.String())
	m, err = io.CopyN(io.Discard, strings.NewReader("ab"), 3)
	fmt.Println(m, err)
	m, err = io.CopyBuffer(&short{}, &slow{"hello", broken}, make([]byte, 1))
	fmt.Println(m, err)
	m, err = io.Copy(&short{}, io.LimitReader(strings.NewReader("hello"), 4))
	fmt.Println(m, err)
	data, _ = io.ReadAll(io.MultiReader(strings.NewReader("a"), &slow{"b", io.EOF}, io.MultiReader(strings.NewReader("c"))))
	fmt.Printf("%q\n", data)
	var x, y bytes.Buffer
	io.WriteString(io.MultiWriter(&x, io.MultiWriter(&y, os.Stdout)), "to all\n")
	fmt.Printf("%q %q\n", x.String(), y.String())
	data, _ = io.ReadAll(io.TeeReader(strings.NewReader("tee"), &x))
	fmt.Printf("%q %q\n", data, x.String())
	section := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	data, _ = io.ReadAll(section)
	at, err := section.Seek(-2, io.SeekEnd)
	k, err2 := section.ReadAt(buf, 3)
	outer, off, size := section.Outer()
	fmt.Printf("%q %d %v %d %v %d %v %d %d\n", data, at, err, k, err2, section.Size(), outer != nil, off, size)
	_, err = section.Seek(-9, io.SeekCurrent)
	_, err2 = section.Seek(0, 9)
	fmt.Println(err, err2)
	_, err = section.ReadAt(buf, 99)
	fmt.Println(err)
	closer := io.NopCloser(strings.NewReader("nop"))
	fmt.Println(closer.Close())
	limited := &io.LimitedReader{R: strings.NewReader("limit"), N: 2}
	data, _ = io.ReadAll(limited)
	fmt.Printf("%q %d\n", data, limited.N)
	fmt.Println(io.EOF, io.ErrUnexpectedEOF, io.ErrShortWrite, io.ErrShortBuffer, io.ErrNoProgress, io.ErrClosedPipe)

	r, w := io.Pipe()
	go func() {
		fmt.Fprint(w, "through the pipe")
		w.CloseWithError(broken)
	}()
	data, err = io.ReadAll(r)
	fmt.Printf("%q %v\n", data, err)
	r.Close()
	_, err = w.Write([]byte("late"))
	fmt.Println(err)
}

func buffered() {
	r := bufio.NewReaderSize(&slow{"first line\nsecond é line\r\nrest without end", io.EOF}, 16)
	line, prefix, err := r.ReadLine()
	fmt.Printf("%q %v %v\n", line, prefix, err)
	p, err := r.Peek(3)
	fmt.Printf("%q %v %d %d\n", p, err, r.Buffered(), r.Size())
	b, err := r.ReadByte()
	fmt.Println(b, err, r.UnreadByte(), r.UnreadByte())
	s, err := r.ReadString(' ')
	fmt.Printf("%q %v\n", s, err)
	c, n, err := r.ReadRune()
	fmt.Println(c, n, err, r.UnreadRune(), r.UnreadRune())
	line, prefix, err = r.ReadLine()
	fmt.Printf("%q %v %v\n", line, prefix, err)
	k, err := r.Discard(5)
	fmt.Println(k, err)
	slice, err := r.ReadSlice('x')
	fmt.Printf("%q %v\n", slice, err)
	all, err := r.ReadBytes('\n')
	fmt.Printf("%q %v\n", all, err)
	_, err = r.ReadByte()
	fmt.Println(err)
	_, err = r.Peek(-1)
	fmt.Println(err)
	r.Reset(strings.NewReader("0123456789abcdefXYZ"))
	_, err = r.Peek(17)
	fmt.Println(err)
	m, err := r.WriteTo(os.Stdout)
	fmt.Println(m, err)

	var out bytes.Buffer
	w := bufio.NewWriterSize(&out, 8)
	w.WriteString("hi")
	w.WriteByte('!')
	w.WriteRune('世')
	fmt.Println(w.Buffered(), w.Available(), w.Size(), out.Len(), len(w.AvailableBuffer()))
	w.Write([]byte("a long piece of bytes"))
	fmt.Println(w.Flush(), out.String())
	q, err := w.ReadFrom(strings.NewReader("read from"))
	fmt.Println(q, err, w.Flush(), out.String())
	w.Reset(&short{})
	w.WriteString("0123456")
	fmt.Println(w.Flush(), w.Flush())
	_, err = w.WriteString("more")
	fmt.Println(err)
	both := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in")), bufio.NewWriter(os.Stdout))
	s, err = both.ReadString(0)
	fmt.Fprintln(both, s, err)
	both.Flush()
}

func scanners() {
	text := "one two\n\nthree é\r\n  four"
	for _, split := range []bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes} {
		s := bufio.NewScanner(&slow{text, io.EOF})
		s.Split(split)
		for s.Scan() {
			fmt.Printf("%q ", s.Text())
		}
		fmt.Println(s.Err(), len(s.Bytes()))
	}
	s := bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	s.Buffer(make([]byte, 10), 50)
	fmt.Println(s.Scan(), s.Err())
	for _, f := range []bufio.SplitFunc{
		func(data []byte, end bool) (int, []byte, error) { return -1, nil, nil },
		func(data []byte, end bool) (int, []byte, error) { return len(data) + 1, nil, nil },
		func(data []byte, end bool) (int, []byte, error) { return 1, data[:1], bufio.ErrFinalToken },
		func(data []byte, end bool) (int, []byte, error) { return 0, nil, errors.New("no more") },
	} {
		s := bufio.NewScanner(strings.NewReader("abc"))
		s.Split(f)
		for s.Scan() {
			fmt.Printf("%q ", s.Text())
		}
		fmt.Println(s.Err())
	}
	fmt.Println(bufio.MaxScanTokenSize, bufio.ErrTooLong, bufio.ErrBufferFull, bufio.ErrNegativeCount, bufio.ErrInvalidUnreadByte, bufio.ErrInvalidUnreadRune, bufio.ErrBadReadCount)
}

func main() {
	readers()
	buffered()
	scanners()
}
