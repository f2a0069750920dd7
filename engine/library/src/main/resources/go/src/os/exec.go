package os

import (
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"time"
)

// ErrNoHandle says that the system has no handles of processes.
var ErrNoHandle = newError("os: process handle unavailable")

// ProcAttr is how a process is started.
type ProcAttr struct {
	Dir   string               // its working directory, that of the program if empty
	Env   []string             // its environment, that of the program if nil
	Files []*File              // its streams, nil for one that is closed
	Sys   *syscall.SysProcAttr // what else the system can do
}

// Process is a process.
type Process struct {
	Pid int

	waiting sync.Mutex
	guard   sync.Mutex
	state   uint8
}

const (
	processRuns uint8 = iota
	processDone
	processReleased
)

func newProcess(pid int) *Process { return &Process{Pid: pid} }

// FindProcess returns the process of that number, whether there is one or not.
func FindProcess(pid int) (*Process, error) {
	p := newProcess(pid)
	if !syscall.IsChild(pid) && syscall.Kill(pid, 0) == syscall.ESRCH {
		p.state = processDone
	}
	return p, nil
}

// StartProcess starts a program.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	if attr == nil {
		attr = &ProcAttr{}
	}
	if attr.Dir != "" {
		if _, err := Stat(attr.Dir); err != nil {
			return nil, &PathError{Op: "chdir", Path: attr.Dir, Err: cause(err)}
		}
	}
	sys := &syscall.ProcAttr{Dir: attr.Dir, Env: attr.Env, Sys: attr.Sys}
	if sys.Env == nil {
		sys.Env = Environ()
	}
	for _, f := range attr.Files {
		sys.Files = append(sys.Files, f.Fd())
	}
	pid, _, err := syscall.StartProcess(name, argv, sys)
	runtime.KeepAlive(attr)
	if err != nil {
		return nil, &PathError{Op: "fork/exec", Path: name, Err: err}
	}
	return newProcess(pid), nil
}

func (p *Process) at() uint8 {
	p.guard.Lock()
	defer p.guard.Unlock()
	return p.state
}

// Kill ends the process at once.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Signal sends a signal.
func (p *Process) Signal(sig Signal) error {
	switch {
	case p.Pid == -1, p.at() == processReleased:
		return newError("os: process already released")
	case p.Pid == 0:
		return newError("os: process not initialized")
	case p.at() == processDone:
		return ErrProcessDone
	}
	s, ok := sig.(syscall.Signal)
	if !ok {
		return newError("os: unsupported signal type")
	}
	err := syscall.Kill(p.Pid, s)
	if err == syscall.ESRCH {
		return ErrProcessDone
	}
	return err
}

// Release forgets the process.
func (p *Process) Release() error {
	p.guard.Lock()
	defer p.guard.Unlock()
	p.state = processReleased
	p.Pid = -1
	return nil
}

// Wait waits for the end of a child.
func (p *Process) Wait() (*ProcessState, error) {
	p.waiting.Lock()
	defer p.waiting.Unlock()
	switch {
	case p.Pid == -1:
		return nil, syscall.EINVAL
	case p.at() == processReleased:
		return nil, syscall.EINVAL
	case p.at() == processDone:
		return nil, NewSyscallError("wait", syscall.ECHILD)
	}
	s := &ProcessState{pid: p.Pid}
	if _, err := syscall.Wait4(p.Pid, &s.status, 0, &s.usage); err != nil {
		return nil, NewSyscallError("wait", err)
	}
	p.guard.Lock()
	p.state = processDone
	p.guard.Unlock()
	return s, nil
}

// WithHandle calls f with a number by which the system knows the process until f returns, whatever becomes of the process; without one it
// returns ErrNoHandle.
func (p *Process) WithHandle(f func(handle uintptr)) error {
	if p.at() == processDone {
		return ErrProcessDone
	}
	fd, err := syscall.ProcessHandle(p.Pid)
	if err != nil {
		return ErrNoHandle
	}
	defer syscall.Close(fd)
	f(uintptr(fd))
	return nil
}

// ProcessState is how a process has ended.
type ProcessState struct {
	pid    int
	status syscall.WaitStatus
	usage  syscall.Rusage
}

// Pid returns the number that the process had.
func (p *ProcessState) Pid() int { return p.pid }

// Exited reports whether it has ended by itself.
func (p *ProcessState) Exited() bool { return p.status.Exited() }

// Success reports whether it has ended with code 0.
func (p *ProcessState) Success() bool { return p.status.ExitStatus() == 0 }

// ExitCode returns the code, -1 for a process that a signal has ended.
func (p *ProcessState) ExitCode() int {
	if p == nil {
		return -1
	}
	return p.status.ExitStatus()
}

// Sys returns the syscall.WaitStatus.
func (p *ProcessState) Sys() any { return p.status }

// SysUsage returns the *syscall.Rusage.
func (p *ProcessState) SysUsage() any { return &p.usage }

// UserTime returns the time of the program and its children.
func (p *ProcessState) UserTime() time.Duration { return time.Duration(p.usage.Utime.Nano()) }

// SystemTime returns the time of the system for the program and its children.
func (p *ProcessState) SystemTime() time.Duration { return time.Duration(p.usage.Stime.Nano()) }

// String says how the process has ended.
func (p *ProcessState) String() string {
	if p == nil {
		return "<nil>"
	}
	text := ""
	switch s := p.status; {
	case s.Exited():
		text = "exit status " + strconv.Itoa(s.ExitStatus())
	case s.Signaled():
		text = "signal: " + s.Signal().String()
	case s.Stopped():
		text = "stop signal: " + s.StopSignal().String()
		if cause := s.TrapCause(); cause > 0 {
			text += " (trap " + strconv.Itoa(cause) + ")"
		}
	case s.Continued():
		text = "continued"
	}
	if p.status.CoreDump() {
		text += " (core dumped)"
	}
	return text
}

