package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// more files than three: the child reads one and writes another
func extra() {
	r, w, _ := os.Pipe()
	back, answer, _ := os.Pipe()
	c := exec.Command("sh", "-c", "tr a-z A-Z <&3 >&4; echo done")
	c.ExtraFiles = []*os.File{r, answer}
	var out bytes.Buffer
	c.Stdout = &out
	fmt.Println(c.Start())
	r.Close()
	answer.Close()
	io.WriteString(w, "hello there\n")
	w.Close()
	b, _ := io.ReadAll(back)
	fmt.Printf("%q %v %q\n", b, c.Wait(), out.String())
}

// a file as output and as another one, then as input
func regular() {
	dir, _ := os.MkdirTemp("", "files")
	defer os.RemoveAll(dir)
	f, _ := os.Create(filepath.Join(dir, "f"))
	c := exec.Command("sh", "-c", "echo first; echo second >&3")
	c.Stdout = f
	c.ExtraFiles = []*os.File{f}
	fmt.Println(c.Run())
	f.Close()
	f, _ = os.Open(f.Name())
	c = exec.Command("sh", "-c", "cat <&3")
	c.ExtraFiles = []*os.File{f}
	b, err := c.Output()
	fmt.Printf("%q %v\n", b, err)
	f.Close()
	plain := filepath.Join(dir, "plain")
	os.WriteFile(plain, []byte("echo hi\n"), 0o755)
	err = exec.Command(plain).Run()
	fmt.Println(errors.Is(err, syscall.ENOEXEC))
}

// what outlives the child goes on writing
func outlived() {
	b, err := exec.Command("sh", "-c", "(sleep 0.2; echo late) & echo early").Output()
	fmt.Printf("%q %v\n", b, err)
	var out bytes.Buffer
	c := exec.Command("sh", "-c", "sleep 60 & echo early")
	c.WaitDelay = 2 * time.Second
	c.Stdout = &out
	err = c.Run()
	fmt.Printf("%q %v %v\n", out.String(), err, errors.Is(err, exec.ErrWaitDelay))
}

func group(attributes *syscall.SysProcAttr) {
	c := exec.Command("sh", "-c", "cut -d ' ' -f 1,5,6 /proc/$$/stat")
	c.SysProcAttr = attributes
	b, err := c.Output()
	f := strings.Fields(string(b))
	fmt.Println(err, f[0] == f[1], f[0] == f[2])
}

func main() {
	os.Setenv("PATH", "/bin:/usr/bin")
	extra()
	regular()
	outlived()
	fmt.Println(exec.Command("sh", "-c", "exit 130").Run(), exec.Command("sh", "-c", "kill -TERM $$").Run())
	group(nil)
	group(&syscall.SysProcAttr{Setsid: true})
	group(&syscall.SysProcAttr{Setpgid: true})
	c := exec.Command("true")
	c.Stdin = strings.NewReader(strings.Repeat("x", 1<<20))
	fmt.Println(c.Run())
}
