package io

import (
	"errors"
	"sync"
)

// ErrClosedPipe tells that a pipe was used at an end that is closed.
var ErrClosedPipe = errors.New("io: read/write on closed pipe")

// pipe hands the bytes of one Write to one or more Reads, without a buffer: a Write waits until all are read.
type pipe struct {
	writing sync.Mutex  // held by the Write under way
	offer   chan []byte // from Write to Read
	taken   chan int    // from Read to Write, the number of bytes taken of the offer
	done    chan struct{}
	once    sync.Once

	mu       sync.Mutex
	readErr  error // what the reader left when it closed
	writeErr error // what the writer left
}

// PipeReader is the end of a pipe that reads.
type PipeReader struct{ p *pipe }

// PipeWriter is the end of a pipe that writes.
type PipeWriter struct{ p *pipe }

// Pipe gives the two ends of a pipe in memory. Both may be used by several goroutines.
func Pipe() (*PipeReader, *PipeWriter) {
	p := &pipe{offer: make(chan []byte), taken: make(chan int), done: make(chan struct{})}
	return &PipeReader{p}, &PipeWriter{p}
}

func (p *pipe) close(err *error, cause error) {
	p.mu.Lock()
	if *err == nil {
		*err = cause
	}
	p.mu.Unlock()
	p.once.Do(func() { close(p.done) })
}

// cause gives the error for an end whose own closing error is own and the other end's other.
func (p *pipe) cause(own, other *error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if *own == nil && *other != nil {
		return *other
	}
	return ErrClosedPipe
}

// Read waits for a Write or for the writer to close; then it gives the writer's error, or EOF.
func (r *PipeReader) Read(data []byte) (n int, err error) {
	p := r.p
	select {
	case <-p.done:
		return 0, p.cause(&p.readErr, &p.writeErr)
	default:
	}
	select {
	case bytes := <-p.offer:
		n = copy(data, bytes)
		p.taken <- n
		return n, nil
	case <-p.done:
		return 0, p.cause(&p.readErr, &p.writeErr)
	}
}

// Close makes writes fail with ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes writes fail with err. It does not change an earlier error and gives nil.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.p.close(&r.p.readErr, err)
	return nil
}

// Write waits until data is read or the reader closes.
func (w *PipeWriter) Write(data []byte) (n int, err error) {
	p := w.p
	select {
	case <-p.done:
		return 0, p.cause(&p.writeErr, &p.readErr)
	default:
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	for first := true; first || len(data) > 0; first = false {
		select {
		case p.offer <- data:
			took := <-p.taken
			data = data[took:]
			n += took
		case <-p.done:
			return n, p.cause(&p.writeErr, &p.readErr)
		}
	}
	return n, nil
}

// Close lets reads end with EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError lets reads end with err. It does not change an earlier error and gives nil.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.p.close(&w.p.writeErr, err)
	return nil
}
