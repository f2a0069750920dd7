// Package exec runs other programs.
package exec

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// Cmd is a program that is to be run, or was: it cannot be run twice.
type Cmd struct {
	Path         string   // of the program
	Args         []string // its name first; only that if empty
	Env          []string // nil for that of this program; of two values the last counts
	Dir          string   // working directory; empty for that of this program
	Stdin        io.Reader
	Stdout       io.Writer
	Stderr       io.Writer
	ExtraFiles   []*os.File
	SysProcAttr  *syscall.SysProcAttr
	Process      *os.Process      // once started
	ProcessState *os.ProcessState // once ended
	Err          error            // why there is no such program
	Cancel       func() error     // called when the context ends
	WaitDelay    time.Duration    // how long to wait after Cancel, or the end of the process, before all is closed

	ctx     context.Context
	io      streams
	watched chan watch
}

// watch is what has become of the watch over the context: an error, and the timer that counts WaitDelay.
type watch struct {
	err   error
	timer *time.Timer
}

// ExitError says that a program has not ended with success.
type ExitError struct {
	*os.ProcessState
	Stderr []byte // beginning and end of its errors, if Output was asked and they went nowhere else
}

// Error says how it has ended.
func (e *ExitError) Error() string { return e.ProcessState.String() }

// Command returns a Cmd for a program, which is looked for as LookPath does if its name has no slash.
func Command(name string, arg ...string) *Cmd {
	c := &Cmd{Path: name, Args: append([]string{name}, arg...)}
	if filepath.Base(name) == name {
		path, err := LookPath(name)
		if path != "" {
			c.Path = path
		}
		c.Err = err
	}
	return c
}

// CommandContext returns a Cmd that is killed when the context ends.
func CommandContext(ctx context.Context, name string, arg ...string) *Cmd {
	if ctx == nil {
		panic("nil Context")
	}
	c := Command(name, arg...)
	c.ctx = ctx
	c.Cancel = func() error { return c.Process.Kill() }
	return c
}

// String returns path and arguments for people to read.
func (c *Cmd) String() string {
	if c.Err != nil {
		return strings.Join(c.Args, " ")
	}
	if len(c.Args) == 0 {
		return c.Path
	}
	return strings.Join(append([]string{c.Path}, c.Args[1:]...), " ")
}

// Environ returns the environment that the program would get.
func (c *Cmd) Environ() []string {
	env, _ := c.environment()
	return env
}

func (c *Cmd) environment() ([]string, error) {
	env := c.Env
	if env == nil {
		env = os.Environ()
		if c.Dir != "" {
			if pwd, err := filepath.Abs(c.Dir); err == nil {
				env = append(env, "PWD="+pwd)
			}
		}
	}
	var err error
	last := map[string]int{}
	for i, pair := range env {
		name, _, _ := strings.Cut(pair, "=")
		last[name] = i
	}
	var out []string
	for i, pair := range env {
		if strings.IndexByte(pair, 0) >= 0 {
			err = errors.New("exec: environment variable contains NUL")
			continue
		}
		name, _, found := strings.Cut(pair, "=")
		if found && last[name] == i || !found && pair != "" {
			out = append(out, pair)
		}
	}
	return out, err
}

// Run starts the program and waits for its end.
func (c *Cmd) Run() error {
	if err := c.Start(); err != nil {
		return err
	}
	return c.Wait()
}

// refusal returns why the Cmd cannot be started.
func (c *Cmd) refusal() error {
	switch {
	case c.Path == "" && c.Err == nil:
		c.Err = errors.New("exec: no command")
		return c.Err
	case c.Err != nil:
		return c.Err
	case c.Process != nil:
		return errors.New("exec: already started")
	case c.Cancel != nil && c.ctx == nil:
		return errors.New("exec: command with a non-nil Cancel was not created with CommandContext")
	case c.ctx != nil && c.ctx.Err() != nil:
		return c.ctx.Err()
	}
	return nil
}

// Start starts the program. Wait is to be called after.
func (c *Cmd) Start() (err error) {
	defer func() {
		closeAll(c.io.child)
		c.io.child = nil
		if err != nil && c.Process == nil {
			closeAll(c.io.parent)
			c.io.parent = nil
		}
	}()
	if err := c.refusal(); err != nil {
		return err
	}
	files, err := c.open()
	if err != nil {
		return err
	}
	env, err := c.environment()
	if err != nil {
		return err
	}
	args := c.Args
	if len(args) == 0 {
		args = []string{c.Path}
	}
	c.Process, err = os.StartProcess(c.Path, args, &os.ProcAttr{Dir: c.Dir, Env: env, Files: files, Sys: c.SysProcAttr})
	if err != nil {
		return err
	}
	c.io.done = make(chan error, len(c.io.copies))
	for _, f := range c.io.copies {
		go func() { c.io.done <- f() }()
	}
	if (c.Cancel != nil || c.WaitDelay != 0) && c.ctx != nil && c.ctx.Done() != nil {
		c.watched = make(chan watch)
		go c.watch()
	}
	return nil
}

// watch ends the process with the context. It hands over its result when Wait asks for it.
func (c *Cmd) watch() {
	select {
	case c.watched <- watch{}:
		return
	case <-c.ctx.Done():
	}
	var err error
	if c.Cancel != nil {
		switch e := c.Cancel(); {
		case e == nil:
			err = c.ctx.Err()
		case !errors.Is(e, os.ErrProcessDone):
			err = canceling{e}
		}
	}
	if c.WaitDelay == 0 {
		c.watched <- watch{err: err}
		return
	}
	timer := time.NewTimer(c.WaitDelay)
	select {
	case c.watched <- watch{err, timer}:
		return
	case <-timer.C:
	}
	killed := false
	if e := c.Process.Kill(); e == nil {
		killed = true
	} else if !errors.Is(e, os.ErrProcessDone) {
		err = canceling{e}
	}
	if err == nil && killed {
		err = c.ctx.Err()
	}
	timer.Reset(0)
	c.watched <- watch{err, timer}
}

// canceling wraps an error of ending the process.
type canceling struct{ err error }

func (c canceling) Error() string { return "exec: canceling Cmd: " + c.err.Error() }
func (c canceling) Unwrap() error { return c.err }

// Wait waits for the end of the process and of all copying.
func (c *Cmd) Wait() error {
	if c.Process == nil {
		return errors.New("exec: not started")
	}
	if c.ProcessState != nil {
		return errors.New("exec: Wait was already called")
	}
	state, err := c.Process.Wait()
	c.ProcessState = state
	if err == nil && !state.Success() {
		err = &ExitError{ProcessState: state}
	}
	var timer *time.Timer
	if c.watched != nil {
		w := <-c.watched
		timer = w.timer
		if err == nil {
			err = w.err
		}
	}
	if e := c.join(timer); err == nil {
		err = e
	}
	closeAll(c.io.parent)
	c.io.parent = nil
	return err
}

// join waits for the copies, for no longer than WaitDelay where there is one.
func (c *Cmd) join(timer *time.Timer) (first error) {
	left := len(c.io.copies)
	c.io.copies = nil
	if left > 0 && timer == nil && c.WaitDelay != 0 {
		timer = time.NewTimer(c.WaitDelay)
	}
	var over <-chan time.Time
	if timer != nil {
		defer timer.Stop()
		over = timer.C
	}
	for ; left > 0; left-- {
		select {
		case err := <-c.io.done:
			if first == nil {
				first = err
			}
		case <-over:
			closeAll(c.io.parent)
			for ; left > 0; left-- {
				<-c.io.done
			}
			if first == nil {
				first = ErrWaitDelay
			}
			return first
		}
	}
	return first
}

// Output runs the program and returns what it writes.
func (c *Cmd) Output() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	var out bytes.Buffer
	c.Stdout = &out
	var failures *ends
	if c.Stderr == nil {
		failures = &ends{}
		c.Stderr = failures
	}
	err := c.Run()
	if e, ok := err.(*ExitError); ok && failures != nil {
		e.Stderr = failures.bytes()
	}
	return out.Bytes(), err
}

// CombinedOutput runs the program and returns what it writes, errors among it.
func (c *Cmd) CombinedOutput() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	if c.Stderr != nil {
		return nil, errors.New("exec: Stderr already set")
	}
	var all bytes.Buffer
	c.Stdout, c.Stderr = &all, &all
	err := c.Run()
	return all.Bytes(), err
}
