package exec

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"
	"syscall"
)

// streams are the files and copies that join a Cmd to its process.
type streams struct {
	child  []*os.File // closed once the process has its own
	parent []io.Closer
	copies []func() error
	done   chan error
}

func closeAll[C io.Closer](list []C) {
	for _, c := range list {
		c.Close()
	}
}

// input returns the file that the process reads.
func (c *Cmd) input() (*os.File, error) {
	switch r := c.Stdin.(type) {
	case nil:
		return c.null(os.O_RDONLY)
	case *os.File:
		return r, nil
	}
	r, w, err := c.pipe()
	if err != nil {
		return nil, err
	}
	from := c.Stdin
	c.io.child = append(c.io.child, r)
	c.io.parent = append(c.io.parent, w)
	c.io.copies = append(c.io.copies, func() error {
		_, err := io.Copy(w, from)
		var p *fs.PathError
		if errors.As(err, &p) && p.Op == "write" && p.Err == syscall.EPIPE {
			err = nil // the process need not read all
		}
		if e := w.Close(); err == nil {
			err = e
		}
		return err
	})
	return r, nil
}

func (c *Cmd) null(flag int) (*os.File, error) {
	f, err := os.OpenFile(os.DevNull, flag, 0)
	if err == nil {
		c.io.child = append(c.io.child, f)
	}
	return f, err
}

func (c *Cmd) pipe() (r, w *os.File, err error) { return os.Pipe() }

// output returns the file that the process writes for w.
func (c *Cmd) output(w io.Writer) (*os.File, error) {
	switch f := w.(type) {
	case nil:
		return c.null(os.O_WRONLY)
	case *os.File:
		return f, nil
	}
	in, out, err := c.pipe()
	if err != nil {
		return nil, err
	}
	c.io.child = append(c.io.child, out)
	c.io.parent = append(c.io.parent, in)
	c.io.copies = append(c.io.copies, func() error {
		_, err := io.Copy(w, in)
		in.Close()
		return err
	})
	return out, nil
}

// same reports whether both are one writer.
func same(a, b io.Writer) (equal bool) {
	defer func() { recover() }() // a type that cannot be compared
	return a == b
}

// open makes the files of the process.
func (c *Cmd) open() (files []*os.File, err error) {
	in, err := c.input()
	if err != nil {
		return nil, err
	}
	out, err := c.output(c.Stdout)
	if err != nil {
		return nil, err
	}
	failed := out
	if c.Stderr == nil || !same(c.Stderr, c.Stdout) {
		if failed, err = c.output(c.Stderr); err != nil {
			return nil, err
		}
	}
	return append([]*os.File{in, out, failed}, c.ExtraFiles...), nil
}

// once closes a file the first time.
type once struct {
	*os.File
	sync.Once
	err error
}

func (o *once) Close() error {
	o.Do(func() { o.err = o.File.Close() })
	return o.err
}

// StdinPipe returns what the process is to read; Wait closes it.
func (c *Cmd) StdinPipe() (io.WriteCloser, error) {
	if c.Stdin != nil {
		return nil, errors.New("exec: Stdin already set")
	}
	if c.Process != nil {
		return nil, errors.New("exec: StdinPipe after process started")
	}
	r, w, err := c.pipe()
	if err != nil {
		return nil, err
	}
	c.Stdin = r
	c.io.child = append(c.io.child, r)
	o := &once{File: w}
	c.io.parent = append(c.io.parent, o)
	return o, nil
}

func (c *Cmd) outputPipe(to *io.Writer, name string) (io.ReadCloser, error) {
	if *to != nil {
		return nil, fmt.Errorf("exec: %s already set", name)
	}
	if c.Process != nil {
		return nil, fmt.Errorf("exec: %sPipe after process started", name)
	}
	r, w, err := c.pipe()
	if err != nil {
		return nil, err
	}
	*to = w
	c.io.child = append(c.io.child, w)
	c.io.parent = append(c.io.parent, r)
	return r, nil
}

// StdoutPipe returns what the process writes; read it to its end before Wait, which closes it.
func (c *Cmd) StdoutPipe() (io.ReadCloser, error) { return c.outputPipe(&c.Stdout, "Stdout") }

// StderrPipe returns the errors that the process writes; read it to its end before Wait, which closes it.
func (c *Cmd) StderrPipe() (io.ReadCloser, error) { return c.outputPipe(&c.Stderr, "Stderr") }

// ends keeps the beginning and the end of what is written to it.
type ends struct {
	first, last []byte
	lost        int
}

const kept = 32 << 10

func (e *ends) Write(p []byte) (int, error) {
	n := len(p)
	room := min(kept-len(e.first), n)
	e.first = append(e.first, p[:room]...)
	e.last = append(e.last, p[room:]...)
	if over := len(e.last) - kept; over > 0 {
		e.lost += over
		e.last = append(e.last[:0], e.last[over:]...)
	}
	return n, nil
}

func (e *ends) bytes() []byte {
	if e.lost == 0 {
		return append(e.first, e.last...)
	}
	return bytes.Join([][]byte{e.first, e.last}, fmt.Appendf(nil, "\n... omitting %d bytes ...\n", e.lost))
}
