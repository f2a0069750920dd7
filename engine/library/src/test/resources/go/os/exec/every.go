package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
)

func show(what string, values ...any) { fmt.Println(append([]any{what + ":"}, values...)...) }

// commands looks at a command before and after it ran.
func commands() {
	c := exec.Command("sh", "-c", `echo "$0 $1"; echo to standard error >&2`, "zero", "with blank")
	show("string", c.String(), filepath.IsAbs(c.Path), c.Args[2:], c.Err)
	c.Args[0] = "renamed"
	c.Args[4] = "one"
	errs, err := c.StderrPipe()
	show("pipe", err)
	_, err = c.StderrPipe()
	show("again", err)
	var printed strings.Builder
	c.Stdout = &printed
	show("start", c.Start())
	text, err := io.ReadAll(errs)
	show("stderr", string(text), err, c.Wait(), printed.String())
	_, err = c.StderrPipe()
	show("late", err)

	c = exec.Command("env")
	c.Dir = "/usr"
	c.Env = []string{"B=1", "A=2", "B=3", "EMPTY="}
	show("environ", c.Environ())
	out, err := c.Output()
	show("env", strings.Fields(string(out)), err)
	os.Setenv("OF_THE_PROCESS", "yes")
	c = exec.Command("env")
	show("inherited", contains(c.Environ(), "OF_THE_PROCESS=yes"), contains(c.Environ(), "PWD=/"))
	c.Dir = "/"
	show("with folder", contains(c.Environ(), "PWD=/"))

	direct := exec.Cmd{Path: "/bin/echo", Args: []string{"echo", "made", "by", "hand"}}
	out, err = direct.Output()
	show("direct", string(out), err)
	show("no path", (&exec.Cmd{}).Run())
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// failures compares what goes wrong.
func failures() {
	_, err := exec.LookPath("no-such-program")
	var e *exec.Error
	if errors.As(err, &e) {
		show("error", e.Name, e.Err == exec.ErrNotFound, e.Error(), e.Unwrap() == exec.ErrNotFound)
	}
	err = exec.Command("sh", "-c", "echo told >&2; exit 5").Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		var state *os.ProcessState = exit.ProcessState
		show("exit", exit.Error(), exit.String(), exit.Success(), exit.Exited(), exit.ExitCode(), exit.Pid() == state.Pid(), exit.Pid() > 0)
		show("status", exit.Sys().(syscall.WaitStatus).ExitStatus(), exit.SysUsage().(*syscall.Rusage) != nil)
		show("times", exit.UserTime() >= 0, exit.SystemTime() >= 0, state.UserTime() == exit.UserTime(), state.SystemTime() == exit.SystemTime())
	}
	dir, err := os.MkdirTemp("", "dot")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	os.WriteFile(filepath.Join(dir, "here"), []byte("#!/bin/sh\necho ran here\n"), 0o755)
	os.Chdir(dir)
	defer os.Chdir("/")
	path := os.Getenv("PATH")
	os.Setenv("PATH", "."+string(os.PathListSeparator)+path)
	c := exec.Command("here")
	show("dot", c.Path, c.Err, errors.Is(c.Err, exec.ErrDot), errors.Is(c.Run(), exec.ErrDot))
	c = exec.Command("here")
	if errors.Is(c.Err, exec.ErrDot) {
		c.Err = nil
	}
	out, err := c.Output()
	show("allowed", string(out), err)
	os.Setenv("PATH", path)
}

// ends stops processes that would go on.
func ends() {
	ctx, cancel := context.WithCancel(context.Background())
	c := exec.CommandContext(ctx, "sh", "-c", "trap 'echo asked; exit 9' TERM; echo ready; while :; do sleep 0.05; done")
	c.Cancel = func() error { return c.Process.Signal(syscall.SIGTERM) }
	out, err := c.StdoutPipe()
	if err != nil {
		panic(err)
	}
	show("start", c.Start())
	ready := make([]byte, len("ready\n"))
	io.ReadFull(out, ready)
	cancel()
	rest, _ := io.ReadAll(out)
	fmt.Printf("cancelled: %q %q %v\n", ready, rest, c.Wait())

	c = exec.Command("echo", "with attributes")
	c.SysProcAttr = &syscall.SysProcAttr{}
	text, err := c.Output()
	show("attributes", string(text), err)
}

// processes starts them without package exec.
func processes() {
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	attributes := &os.ProcAttr{
		Dir:   "/",
		Env:   []string{"WORD=given"},
		Files: []*os.File{nil, w, os.Stderr},
		Sys:   &syscall.SysProcAttr{},
	}
	var p *os.Process
	p, err = os.StartProcess("/bin/sh", []string{"sh", "-c", "echo $WORD $PWD; exit 3"}, attributes)
	if err != nil {
		panic(err)
	}
	w.Close()
	text, _ := io.ReadAll(r)
	state, err := p.Wait()
	show("process", string(text), state.String(), state.Success(), err, state.SysUsage().(*syscall.Rusage).Maxrss > 0)
	_, err = p.Wait()
	show("waited", err, p.Signal(os.Kill))
	_, err = os.StartProcess("/no/such/program", nil, &os.ProcAttr{})
	show("none", err)

	p, err = os.StartProcess("/bin/sleep", []string{"sleep", "30"}, &os.ProcAttr{})
	if err != nil {
		panic(err)
	}
	handles := 0
	err = p.WithHandle(func(handle uintptr) { handles++ })
	show("with handle", err == nil && handles == 1 || errors.Is(err, os.ErrNoHandle) && handles == 0)
	show("killed", p.Signal(os.Kill))
	state, err = p.Wait()
	show("state", state, err, state.ExitCode())

	p, err = os.StartProcess("/bin/true", []string{"true"}, &os.ProcAttr{})
	if err != nil {
		panic(err)
	}
	show("released", p.Release(), p.Signal(os.Interrupt), p.Release())
	_, err = p.Wait()
	show("wait", err)
}

func name(s os.Signal) string {
	s.Signal()
	return s.String()
}

// signals are caught until they are reset.
func signals() {
	show("names", name(os.Interrupt), name(os.Kill), name(syscall.SIGUSR2), name(syscall.Signal(63)))
	got := make(chan os.Signal, 1)
	signal.Notify(got, syscall.SIGUSR1, syscall.SIGWINCH)
	self, _ := os.FindProcess(os.Getpid())
	self.Signal(syscall.SIGUSR1)
	show("got", <-got)
	signal.Reset(syscall.SIGWINCH)
	self.Signal(syscall.SIGWINCH) // ignored where nobody asks for it
	self.Signal(syscall.SIGUSR1)
	show("got", <-got, len(got))
	signal.Ignore(syscall.SIGUSR1)
	show("ignored", signal.Ignored(syscall.SIGUSR1))
	signal.Reset()
	show("reset", signal.Ignored(syscall.SIGUSR1))
}

func main() {
	os.Setenv("PATH", "/usr/local/bin:/usr/bin:/bin")
	os.Chdir("/tmp")
	commands()
	failures()
	ends()
	processes()
	signals()
}
