package context

import (
	"sync"
	"sync/atomic"
	"time"
)

// nearest is the key for which a cancelCtx gives itself, so that the nearest one above can be found.
var nearest int

// child is what ends with a cancelCtx.
type child interface {
	// end ends it. From is the parent that calls it and forgets it by itself, else nil.
	end(from *cancelCtx, err, cause error)
}

// cancelCtx can be ended.
type cancelCtx struct {
	Context // the parent

	mu       sync.Mutex
	done     atomic.Pointer[chan struct{}] // made when first asked for
	children map[child]struct{}
	err      atomic.Pointer[error] // set once
	cause    error
	above    *cancelCtx  // the one that has this as a child
	unhook   func() bool // takes this off a parent of another make
}

// ended is the channel of those that nobody asked for before they ended.
var ended = func() chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}()

func (c *cancelCtx) Value(key any) any {
	if key == &nearest {
		return c
	}
	return lookUp(c.Context, key)
}

func (c *cancelCtx) Done() <-chan struct{} {
	if d := c.done.Load(); d != nil {
		return *d
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	d := c.done.Load()
	if d == nil {
		made := make(chan struct{})
		d = &made
		c.done.Store(d)
	}
	return *d
}

func (c *cancelCtx) Err() error {
	err := c.err.Load()
	if err == nil {
		return nil
	}
	// Who sees the error shall find the channel closed.
	<-c.Done()
	return *err
}

func (c *cancelCtx) String() string { return name(c.Context) + ".WithCancel" }

func (c *cancelCtx) end(from *cancelCtx, err, cause error) {
	if cause == nil {
		cause = err
	}
	c.mu.Lock()
	if c.err.Load() != nil {
		c.mu.Unlock()
		return
	}
	c.cause = cause
	c.err.Store(&err)
	if d := c.done.Load(); d != nil {
		close(*d)
	} else {
		c.done.Store(&ended)
	}
	children := c.children
	c.children = nil
	for k := range children {
		k.end(c, err, cause)
	}
	c.mu.Unlock()
	c.leave(from, c)
}

// leave takes self, of which c is a part, off its parent unless that is the one that ended it.
func (c *cancelCtx) leave(from *cancelCtx, self child) {
	if c.unhook != nil {
		c.unhook()
	}
	if up := c.above; up != nil && up != from {
		up.mu.Lock()
		delete(up.children, self)
		up.mu.Unlock()
	}
}

// afterFuncer is a Context of another make that calls a function when it ends.
type afterFuncer interface {
	AfterFunc(func()) func() bool
}

// follow lets self, of which c is a part, end when parent does.
func (c *cancelCtx) follow(parent Context, self child) {
	c.Context = parent
	done := parent.Done()
	if done == nil {
		return
	}
	select {
	case <-done:
		self.end(nil, parent.Err(), Cause(parent))
		return
	default:
	}
	if up, ok := parent.Value(&nearest).(*cancelCtx); ok && up.Done() == done {
		up.mu.Lock()
		if err := up.err.Load(); err != nil {
			cause := up.cause
			up.mu.Unlock()
			self.end(nil, *err, cause)
			return
		}
		if up.children == nil {
			up.children = make(map[child]struct{})
		}
		up.children[self] = struct{}{}
		c.above = up
		up.mu.Unlock()
		return
	}
	if other, ok := parent.(afterFuncer); ok {
		c.unhook = other.AfterFunc(func() { self.end(nil, parent.Err(), Cause(parent)) })
		return
	}
	own := c.Done()
	go func() {
		select {
		case <-done:
			self.end(nil, parent.Err(), Cause(parent))
		case <-own:
		}
	}()
}

// Cause gives why c ended: what a CancelCauseFunc was told, else c.Err().
func Cause(c Context) error {
	inner, ok := c.Value(&nearest).(*cancelCtx)
	if !ok {
		return c.Err()
	}
	inner.mu.Lock()
	cause := inner.cause
	inner.mu.Unlock()
	if cause != nil {
		return cause
	}
	// A Context of another make around inner may have ended by itself.
	return c.Err()
}

func withCancel(parent Context) *cancelCtx {
	wanted(parent)
	c := new(cancelCtx)
	c.follow(parent, c)
	return c
}

// WithCancel gives a Context that ends when cancel is called or parent ends.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := withCancel(parent)
	return c, func() { c.end(nil, Canceled, nil) }
}

// WithCancelCause is WithCancel with a cause.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := withCancel(parent)
	return c, func(cause error) { c.end(nil, Canceled, cause) }
}

// timerCtx ends at a deadline.
type timerCtx struct {
	cancelCtx
	timer    *time.Timer // under mu
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) String() string {
	return name(c.cancelCtx.Context) + ".WithDeadline(" + c.deadline.String() + " [" + time.Until(c.deadline).String() + "])"
}

func (c *timerCtx) end(from *cancelCtx, err, cause error) {
	c.cancelCtx.end(from, err, cause)
	c.cancelCtx.leave(from, c)
	c.mu.Lock()
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
	c.mu.Unlock()
}

// WithDeadline gives a Context that ends at d, or when cancel is called or parent ends.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause is WithDeadline with a cause for when the deadline passes.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	wanted(parent)
	if earlier, ok := parent.Deadline(); ok && earlier.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.follow(parent, c)
	cancel := func() { c.end(nil, Canceled, nil) }
	left := time.Until(d)
	if left <= 0 {
		c.end(nil, DeadlineExceeded, cause)
		return c, cancel
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err.Load() == nil {
		c.timer = time.AfterFunc(left, func() { c.end(nil, DeadlineExceeded, cause) })
	}
	return c, cancel
}

// WithTimeout is WithDeadline for a time from now.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), nil)
}

// WithTimeoutCause is WithTimeout with a cause for when the time is over.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

// afterFuncCtx calls a function when it ends.
type afterFuncCtx struct {
	cancelCtx
	once sync.Once // for starting f or stopping that
	f    func()
}

func (a *afterFuncCtx) end(from *cancelCtx, err, cause error) {
	a.cancelCtx.end(from, err, cause)
	a.cancelCtx.leave(from, a)
	a.once.Do(func() { go a.f() })
}

// AfterFunc calls f in a goroutine of its own when ctx ends. Stop prevents that, and tells whether it did.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.follow(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.end(nil, Canceled, nil)
		}
		return stopped
	}
}
