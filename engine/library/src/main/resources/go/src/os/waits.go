package os

import (
	"errors"
	"internal/netpoll"
	"sync"
	"syscall"
	"time"
)

// waits is what a file has whose goroutines park until it is ready: a pipe or a socket. It knows deadlines, and Close wakes who waits.
type waits struct {
	id       uintptr
	reading  sync.Mutex
	writing  sync.Mutex
	guard    sync.Mutex // of what follows
	users    int
	blocking bool // for good, since its number was asked for
	closing  bool
	gone     chan struct{} // closed when the last user of a closed file is
	err      error         // of closing
}

// watched lets goroutines park for the file, where the system can tell that it is ready.
func (f *File) watched() *File {
	number, err := syscall.HostNumber(f.fd)
	if err != nil {
		return f
	}
	netpoll.Start()
	id, errno := netpoll.Open(number)
	if errno != 0 {
		return f
	}
	if syscall.SetNonblock(f.fd, true) != nil {
		netpoll.Close(id)
		return f
	}
	f.waits = &waits{id: id, gone: make(chan struct{})}
	return f
}

func (w *waits) lock(mode int) *sync.Mutex {
	if mode == 'r' {
		return &w.reading
	}
	return &w.writing
}

// enter begins reading or writing; it reports false for a file that is closed.
func (w *waits) enter(mode int) bool {
	w.guard.Lock()
	open := !w.closing
	if open {
		w.users++
	}
	w.guard.Unlock()
	if open {
		w.lock(mode).Lock()
	}
	return open
}

func (f *File) leave(mode int) {
	w := f.waits
	w.lock(mode).Unlock()
	w.guard.Lock()
	w.users--
	last := w.closing && w.users == 0
	w.guard.Unlock()
	if last {
		f.vanish()
	}
}

func (f *File) vanish() {
	netpoll.Close(f.waits.id)
	f.waits.err = syscall.Close(f.fd)
	close(f.waits.gone)
}

// shut closes the file once nobody uses it, and waits for that unless a user may be stuck in the system.
func (f *File) shut() error {
	w := f.waits
	w.guard.Lock()
	w.closing = true
	idle, stuck := w.users == 0, w.blocking
	w.guard.Unlock()
	netpoll.Unblock(w.id)
	if idle {
		f.vanish()
	} else if stuck {
		return nil
	}
	<-w.gone
	return w.err
}

// try calls read or write until it need not wait any more.
func (f *File) try(mode int, p []byte, call func(int, []byte) (int, error)) (n int, err error) {
	w := f.waits
	problem := netpoll.Reset(w.id, mode)
	for problem == 0 {
		if n, err = call(f.fd, p); err != syscall.EAGAIN {
			return n, err
		}
		problem = netpoll.Wait(w.id, mode)
	}
	if problem == 1 {
		return 0, ErrClosed
	}
	return 0, ErrDeadlineExceeded
}

func (f *File) deadline(t time.Time, mode int) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed.Load() {
		return errClosing
	}
	if f.waits == nil {
		return ErrNoDeadline
	}
	var left time.Duration // never
	if !t.IsZero() {
		if left = time.Until(t); left <= 0 {
			left = -1
		}
	}
	netpoll.SetDeadline(f.waits.id, int64(left), mode)
	return nil
}

var errClosing = errors.New("use of closed file")

// await parks until the file is ready, where the system can tell.
func (f *File) await(mode int) error {
	if f.waits == nil {
		return nil
	}
	problem := netpoll.Reset(f.waits.id, mode)
	if problem == 0 {
		problem = netpoll.Wait(f.waits.id, mode)
	}
	switch problem {
	case 0:
		return nil
	case 1:
		return ErrClosed
	}
	return ErrDeadlineExceeded
}

// SetDeadline sets when reading and writing fail with ErrDeadlineExceeded; never for the zero time. Only pipes and what is like them know
// deadlines, for other files it fails with ErrNoDeadline.
func (f *File) SetDeadline(t time.Time) error { return f.deadline(t, 'r'+'w') }

// SetReadDeadline is SetDeadline for reading.
func (f *File) SetReadDeadline(t time.Time) error { return f.deadline(t, 'r') }

// SetWriteDeadline is SetDeadline for writing.
func (f *File) SetWriteDeadline(t time.Time) error { return f.deadline(t, 'w') }
