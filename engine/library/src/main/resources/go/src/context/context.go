// Package context carries deadlines, cancellation and values along the calls of a task.
package context

import (
	"errors"
	"internal/reflectlite"
	"time"
)

// Context is handed down from call to call. Its methods may be used by several goroutines.
type Context interface {
	// Deadline gives the time at which the work is to be given up, and whether there is one.
	Deadline() (deadline time.Time, ok bool)
	// Done gives a channel that is closed when the work is to be given up; nil where that cannot be.
	Done() <-chan struct{}
	// Err gives nil until then, Canceled or DeadlineExceeded after.
	Err() error
	// Value gives what key stands for, or nil.
	Value(key any) any
}

// CancelFunc tells that the work is to be given up. It does not wait, and may be called often.
type CancelFunc func()

// CancelCauseFunc is CancelFunc with a cause, which Cause gives; the first one counts.
type CancelCauseFunc func(cause error)

// Canceled is the error of a Context that a CancelFunc ended.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the error of a Context that its deadline ended.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background gives the Context that all begin from: without deadline, values or an end.
func Background() Context { return backgroundCtx{} }

// TODO gives an empty Context where it is not clear yet which one there should be.
func TODO() Context { return todoCtx{} }

// name gives c's text, or its type where it has none.
func name(c Context) string {
	if s, ok := c.(interface{ String() string }); ok {
		return s.String()
	}
	return reflectlite.TypeOf(c).String()
}

type valueCtx struct {
	Context
	key, val any
}

// WithValue gives a Context in which key stands for val. It panics for a nil key and one that cannot be compared.
func WithValue(parent Context, key, val any) Context {
	wanted(parent)
	if key == nil {
		panic("nil key")
	}
	if !reflectlite.TypeOf(key).Comparable() {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return lookUp(c.Context, key)
}

// lookUp is c.Value(key) without a call per layer.
func lookUp(c Context, key any) any {
	for {
		layer, ok := c.(*valueCtx)
		if !ok {
			return c.Value(key)
		}
		if layer.key == key {
			return layer.val
		}
		c = layer.Context
	}
}

func (c *valueCtx) String() string {
	return name(c.Context) + ".WithValue(" + show(c.key) + ", " + show(c.val) + ")"
}

// show gives the text of a key or value that is one or has one, else its type.
func show(v any) string {
	switch v := v.(type) {
	case interface{ String() string }:
		return v.String()
	case string:
		return v
	case nil:
		return "<nil>"
	}
	return reflectlite.TypeOf(v).String()
}

type withoutCancelCtx struct{ c Context }

// WithoutCancel gives a Context with parent's values that does not end with it.
func WithoutCancel(parent Context) Context {
	wanted(parent)
	return withoutCancelCtx{parent}
}

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }

func (c withoutCancelCtx) Value(key any) any {
	if key == &nearest {
		return nil
	}
	return lookUp(c.c, key)
}

func (c withoutCancelCtx) String() string { return name(c.c) + ".WithoutCancel" }

func wanted(parent Context) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
}
