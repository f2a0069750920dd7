// Package iotest has readers and writers that do what readers and writers may do but seldom do, and a test of readers.
package iotest

import (
	"errors"
	"io"
	"log"
)

// ErrTimeout is what TimeoutReader returns.
var ErrTimeout = errors.New("timeout")

type readFunc func(p []byte) (int, error)

func (f readFunc) Read(p []byte) (int, error) { return f(p) }

type writeFunc func(p []byte) (int, error)

func (f writeFunc) Write(p []byte) (int, error) { return f(p) }

// OneByteReader reads one byte at a time.
func OneByteReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) { return r.Read(p[:min(1, len(p))]) })
}

// HalfReader reads half of what is asked for.
func HalfReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) { return r.Read(p[:(len(p)+1)/2]) })
}

// DataErrReader returns the error with the last data and not after it.
func DataErrReader(r io.Reader) io.Reader {
	ahead := make([]byte, 1024)
	var left []byte
	var failed error
	return readFunc(func(p []byte) (n int, err error) {
		for {
			if len(left) == 0 && failed == nil {
				var got int
				got, failed = r.Read(ahead)
				left = ahead[:got]
			}
			if n > 0 || failed != nil && len(left) == 0 {
				break
			}
			n = copy(p, left)
			left = left[n:]
			if len(p) == 0 {
				return 0, nil
			}
		}
		if len(left) == 0 {
			err = failed
		}
		return n, err
	})
}

// TimeoutReader returns ErrTimeout the second time.
func TimeoutReader(r io.Reader) io.Reader {
	calls := 0
	return readFunc(func(p []byte) (int, error) {
		if calls++; calls == 2 {
			return 0, ErrTimeout
		}
		return r.Read(p)
	})
}

// ErrReader returns nothing but an error.
func ErrReader(err error) io.Reader {
	return readFunc(func([]byte) (int, error) { return 0, err })
}

// TruncateWriter says that it has written all but stops after n bytes.
func TruncateWriter(w io.Writer, n int64) io.Writer {
	return writeFunc(func(p []byte) (int, error) {
		if n <= 0 {
			return len(p), nil
		}
		done, err := w.Write(p[:min(int64(len(p)), n)])
		n -= int64(done)
		if err == nil {
			done = len(p)
		}
		return done, err
	})
}

func logged(prefix string, p []byte, n int, err error) {
	if err != nil {
		log.Printf("%s %x: %v", prefix, p[:n], err)
	} else {
		log.Printf("%s %x", prefix, p[:n])
	}
}

// NewReadLogger logs in hexadecimal what is read.
func NewReadLogger(prefix string, r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) {
		n, err := r.Read(p)
		logged(prefix, p, n, err)
		return n, err
	})
}

// NewWriteLogger logs in hexadecimal what is written.
func NewWriteLogger(prefix string, w io.Writer) io.Writer {
	return writeFunc(func(p []byte) (int, error) {
		n, err := w.Write(p)
		logged(prefix, p, n, err)
		return n, err
	})
}
