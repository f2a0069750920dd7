package os

import (
	"internal/oserror"
	"io/fs"
	"syscall"
)

var (
	ErrInvalid          = fs.ErrInvalid
	ErrPermission       = fs.ErrPermission
	ErrExist            = fs.ErrExist
	ErrNotExist         = fs.ErrNotExist
	ErrClosed           = fs.ErrClosed
	ErrProcessDone      = newError("os: process already finished")
	ErrNoDeadline       = newError("file type does not support deadline")
	ErrDeadlineExceeded = error(deadlineError{})
)

type textError struct{ text string }

func newError(text string) error { return &textError{text} }

func (e *textError) Error() string { return e.text }

type deadlineError struct{}

func (deadlineError) Error() string   { return "i/o timeout" }
func (deadlineError) Timeout() bool   { return true }
func (deadlineError) Temporary() bool { return true }

// PathError tells what failed on which file, and why.
type PathError = fs.PathError

// SyscallError tells which call of the system failed, and why.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }

func (e *SyscallError) Unwrap() error { return e.Err }

// Timeout reports whether the cause is a timeout.
func (e *SyscallError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// NewSyscallError makes a SyscallError; nil for nil.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

// LinkError tells what failed on which two files, and why.
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string { return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error() }

func (e *LinkError) Unwrap() error { return e.Err }

// cause returns what an error of this package is about.
func cause(err error) error {
	switch e := err.(type) {
	case *PathError:
		return e.Err
	case *LinkError:
		return e.Err
	case *SyscallError:
		return e.Err
	}
	return err
}

func means(err, target error) bool {
	err = cause(err)
	if err == target {
		return true
	}
	e, ok := err.(syscall.Errno)
	return ok && e.Is(target)
}

// IsExist reports whether err says that a file exists; errors.Is sees more.
func IsExist(err error) bool { return means(err, oserror.ErrExist) }

// IsNotExist reports whether err says that a file does not exist; errors.Is sees more.
func IsNotExist(err error) bool { return means(err, oserror.ErrNotExist) }

// IsPermission reports whether err says that something is not allowed; errors.Is sees more.
func IsPermission(err error) bool { return means(err, oserror.ErrPermission) }

// IsTimeout reports whether err says that time ran out.
func IsTimeout(err error) bool {
	t, ok := cause(err).(interface{ Timeout() bool })
	return ok && t.Timeout()
}
