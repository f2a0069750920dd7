package iotest

import (
	"bytes"
	"fmt"
	"io"
)

// trickle reads one, two and three bytes in turn.
type trickle struct {
	r       io.Reader
	turn, n int
}

func (t *trickle) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	t.turn = t.turn%3 + 1
	want := min(t.turn, len(p))
	n, err := t.r.Read(p[:want])
	if err != nil && err != io.EOF {
		err = fmt.Errorf("Read(%d bytes at offset %d): %v", want, t.n, err)
	}
	t.n += n
	return n, err
}

// reads reports a difference between what is left of a reader and what it should be.
func reads(how string, r io.Reader, want []byte) error {
	got, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("%s: %w", how, err)
	}
	if !bytes.Equal(got, want) {
		return fmt.Errorf("%s = %q\n\twant %q", how, got, want)
	}
	return nil
}

// TestReader tests whether a reader, and a Seeker and ReaderAt if it is one, gives the content and keeps the rules.
func TestReader(r io.Reader, content []byte) error {
	if len(content) > 0 {
		if n, err := r.Read(nil); n != 0 || err != nil {
			return fmt.Errorf("Read(0) = %d, %v, want 0, nil", n, err)
		}
	}
	data, err := io.ReadAll(&trickle{r: r})
	if err != nil {
		return err
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAll(small amounts) = %q\n\twant %q", data, content)
	}
	if n, err := r.Read(make([]byte, 10)); n != 0 || err != io.EOF {
		return fmt.Errorf("Read(10) at EOF = %v, %v, want 0, EOF", n, err)
	}
	if s, ok := r.(io.ReadSeeker); ok {
		if err := testSeeker(s, content); err != nil {
			return err
		}
	}
	if at, ok := r.(io.ReaderAt); ok {
		return testReaderAt(at, content)
	}
	return nil
}

// testSeeker tests a reader that is at its end.
func testSeeker(r io.ReadSeeker, content []byte) error {
	size := int64(len(content))
	at := size
	seek := func(offset int64, whence int) error {
		from := at
		switch whence {
		case io.SeekStart:
			at = offset
		case io.SeekCurrent:
			at += offset
		default:
			at = size + offset
		}
		if off, err := r.Seek(offset, whence); off != at || err != nil {
			return fmt.Errorf("Seek(%d, %d) from %d = %d, %v, want %d, nil", offset, whence, from, off, err, at)
		}
		return nil
	}
	middle := size - size/3
	steps := [][2]int64{{0, io.SeekCurrent}}
	if middle > 0 {
		steps = append(steps, [2]int64{-1, io.SeekCurrent}, [2]int64{middle - size, io.SeekCurrent}, [2]int64{1, io.SeekCurrent})
	}
	steps = append(steps, [2]int64{0, io.SeekCurrent})
	for _, s := range steps {
		if err := seek(s[0], int(s[1])); err != nil {
			return err
		}
	}
	from := func(i int64) string { return fmt.Sprintf("ReadAll from offset %d", i) }
	if err := reads(from(middle), &trickle{r: r}, content[middle:]); err != nil {
		return err
	}
	at = size
	for _, s := range [][2]int64{{middle / 2, io.SeekStart}, {middle - size, io.SeekEnd}} {
		if err := seek(s[0], int(s[1])); err != nil {
			return err
		}
	}
	if err := reads(from(middle), &trickle{r: r}, content[middle:]); err != nil {
		return err
	}
	at = size
	if err := seek(middle/2, io.SeekStart); err != nil {
		return err
	}
	return reads(from(middle/2), r, content[middle/2:])
}

func testReaderAt(r io.ReaderAt, content []byte) error {
	n := len(content)
	fresh := func(size int) []byte { return bytes.Repeat([]byte{0xfe}, size) }
	check := func(data []byte, offset int64, want int, mustEnd, mayEnd bool) error {
		got, err := r.ReadAt(data, offset)
		fine := err == nil && !mustEnd || err == io.EOF && (mayEnd || mustEnd)
		if got != want || !fine {
			expected := "nil"
			switch {
			case mustEnd:
				expected = "EOF"
			case mayEnd:
				expected = "nil or EOF"
			}
			return fmt.Errorf("ReadAt(%d, %d) = %v, %v, want %d, %s", len(data), offset, got, err, want, expected)
		}
		if !bytes.Equal(data[:want], content[offset:int(offset)+want]) {
			return fmt.Errorf("ReadAt(%d, %d) = %q\n\twant %q", len(data), offset, data[:want], content[offset:int(offset)+want])
		}
		return nil
	}
	if err := check(fresh(n), 0, n, false, true); err != nil {
		return err
	}
	if n > 0 {
		if err := check(fresh(1), int64(n), 0, true, false); err != nil {
			return err
		}
	}
	if err := check(fresh(n+1), 0, n, true, false); err != nil {
		return err
	}
	for i := range n {
		if err := check(fresh(1), int64(i), 1, false, i == n-1); err != nil {
			return err
		}
	}
	return nil
}
