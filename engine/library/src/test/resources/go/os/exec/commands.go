package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

func main() {
	os.Setenv("PATH", "/usr/local/bin:/usr/bin:/bin")
	out, err := exec.Command("echo", "hello", "world").Output()
	fmt.Printf("%q %v\n", out, err)
	out, err = exec.Command("sh", "-c", "echo out; echo err >&2; exit 3").CombinedOutput()
	fmt.Printf("%q %v\n", out, err)
	out, err = exec.Command("sh", "-c", "echo err >&2; exit 4").Output()
	var ee *exec.ExitError
	if errors.As(err, &ee) {
		fmt.Printf("%q %v %q %d %v\n", out, err, ee.Stderr, ee.ExitCode(), ee.Exited())
	}
	c := exec.Command("tr", "a-z", "A-Z")
	c.Stdin = strings.NewReader("some input")
	var b bytes.Buffer
	c.Stdout = &b
	fmt.Println(c.Run(), b.String())
	fmt.Println(c.ProcessState, c.ProcessState.Pid() == c.Process.Pid, c.Run())
	c = exec.Command("cat")
	w, _ := c.StdinPipe()
	r, _ := c.StdoutPipe()
	fmt.Println(c.Start())
	fmt.Fprintln(w, "line 1")
	w.Close()
	all, _ := io.ReadAll(r)
	fmt.Printf("%q %v\n", all, c.Wait())
	_, err = exec.LookPath("no-such-program")
	fmt.Println(err, errors.Is(err, exec.ErrNotFound))
	fmt.Println(exec.Command("no-such-program").Run())
	fmt.Println(exec.Command("/no/such").Run())
	fmt.Println(exec.Command("/etc/passwd").Run())
	c = exec.Command("pwd")
	c.Dir = "/"
	out, err = c.Output()
	fmt.Printf("%q %v\n", out, err)
	c = exec.Command("pwd")
	c.Dir = "/no-such"
	fmt.Println(c.Run())
	c = exec.Command("sh", "-c", "echo $A-$B-$0")
	c.Env = []string{"A=1", "B=2", "A=3"}
	out, err = c.Output()
	fmt.Printf("%q %v\n", out, err)
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	start := time.Now()
	err = exec.CommandContext(ctx, "sleep", "10").Run()
	fmt.Println(err, ctx.Err(), time.Since(start) < 5*time.Second)
	cancel()
	fmt.Println(exec.CommandContext(ctx, "sleep", "10").Run())
	c = exec.Command("sleep", "10")
	c.Start()
	fmt.Println(c.Process.Signal(syscall.SIGTERM), c.Wait(), c.ProcessState.Sys().(syscall.WaitStatus).Signal())
	fmt.Println(c.Process.Kill())
	c = exec.Command("sh", "-c", "exit 0")
	c.Stdout = os.Stdout
	c.Stderr = os.Stderr
	fmt.Println(c.Run(), c)
	c = exec.Command("echo", "to our output")
	c.Stdout = os.Stdout
	fmt.Println(c.Run())
	f, _ := os.CreateTemp("", "x")
	c = exec.Command("echo", "to file")
	c.Stdout = f
	fmt.Println(c.Run())
	fmt.Fprintln(f, "more")
	f.Close()
	x, _ := os.ReadFile(f.Name())
	fmt.Printf("%q\n", x)
	os.Remove(f.Name())

	ch := make(chan os.Signal, 1)
	signal.Notify(ch, syscall.SIGUSR1, os.Interrupt)
	p, _ := os.FindProcess(os.Getpid())
	fmt.Println(p.Signal(syscall.SIGUSR1))
	fmt.Println(<-ch)
	syscall.Kill(os.Getpid(), syscall.SIGINT)
	fmt.Println(<-ch)
	signal.Stop(ch)
	signal.Ignore(syscall.SIGHUP)
	fmt.Println(signal.Ignored(syscall.SIGHUP), signal.Ignored(syscall.SIGINT))
	syscall.Kill(os.Getpid(), syscall.SIGHUP)
	sctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	syscall.Kill(os.Getpid(), syscall.SIGTERM)
	<-sctx.Done()
	fmt.Println(sctx.Err(), context.Cause(sctx), sctx)
	stop()
	c = exec.Command("sh", "-c", "kill -TERM $$; sleep 5")
	fmt.Println(c.Run())
	c = exec.Command("yes")
	r, _ = c.StdoutPipe()
	c.Start()
	buf := make([]byte, 10)
	io.ReadFull(r, buf)
	r.Close()
	fmt.Printf("%q %v\n", buf, c.Wait())
}
