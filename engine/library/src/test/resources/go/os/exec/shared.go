package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
)

func script(text string) *exec.Cmd { return exec.Command("sh", "-c", text) }

// one file as what the child reads and what it writes
func bothWays(dir string) {
	name := filepath.Join(dir, "both")
	os.WriteFile(name, []byte("one\ntwo\nthree\n"), 0o644)
	f, _ := os.OpenFile(name, os.O_RDWR, 0)
	defer f.Close()
	c := script("read a; echo \"<$a>\" >&2; echo end; echo err >&2")
	c.Stdin, c.Stdout = f, f
	var failed bytes.Buffer
	c.Stderr = &failed
	fmt.Println(c.Run())
	fmt.Printf("%q\n", failed.String())
	b, _ := os.ReadFile(name)
	fmt.Println(len(b) > 0, strings.Contains(string(b), "end\n"))
}

// a child leaves the place in the file where it has stopped
func place(dir string) {
	name := filepath.Join(dir, "place")
	os.WriteFile(name, []byte("abcdefgh"), 0o644)
	f, _ := os.Open(name)
	defer f.Close()
	for range 2 {
		c := exec.Command("dd", "bs=1", "count=3", "status=none")
		c.Stdin = f
		b, err := c.Output()
		fmt.Printf("%q %v\n", b, err)
	}
	rest, err := io.ReadAll(f)
	fmt.Printf("%q %v\n", rest, err)
	at, err := f.Seek(0, io.SeekCurrent)
	fmt.Println(at, err)
	_, err = f.Seek(1, io.SeekStart)
	c := exec.Command("cat")
	c.Stdin = f
	b, err := c.Output()
	fmt.Printf("%q %v\n", b, err)
}

// both outputs in one file, in order, and what was there stays
func appended(dir string) {
	name := filepath.Join(dir, "log")
	f, _ := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	defer f.Close()
	f.WriteString("first\n")
	other, _ := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0)
	defer other.Close()
	c := script("echo out; echo err >&2; echo out again")
	c.Stdout, c.Stderr = f, f
	fmt.Println(c.Run())
	other.WriteString("other\n")
	c = script("echo last")
	c.Stdout = f
	fmt.Println(c.Run())
	f.WriteString("own\n")
	fmt.Println(f.Truncate(60))
	b, _ := os.ReadFile(name)
	fmt.Printf("%q\n", b)
}

// one end of a pipe as both outputs; the order of what is written is kept
func onePipe() {
	r, w, _ := os.Pipe()
	c := script("for i in 1 2 3 4 5 6; do echo $i; echo -$i >&2; done")
	c.Stdout, c.Stderr = w, w
	fmt.Println(c.Run())
	w.Close()
	b, err := io.ReadAll(r)
	fmt.Printf("%q %v\n", b, err)
	var both bytes.Buffer
	c = script("for i in 1 2 3; do echo $i; echo -$i >&2; done")
	c.Stdout, c.Stderr = &both, &both
	fmt.Println(c.Run())
	fmt.Printf("%q\n", both.String())
}

// one socket as input and output
func socket() {
	two, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	f := os.NewFile(uintptr(two[0]), "socket")
	c := script("read a; echo \"got $a\"")
	c.Stdin, c.Stdout = f, f
	fmt.Println(c.Start())
	f.Close()
	syscall.Write(two[1], []byte("this\n"))
	fmt.Println(c.Wait())
	b := make([]byte, 100)
	n, err := syscall.Read(two[1], b)
	fmt.Printf("%q %v\n", b[:n], err)
	syscall.Close(two[1])
}

// ends of a pipe that a child has without the program having opened them for it
func between() {
	r, w, _ := os.Pipe()
	first, second := script("echo through"), exec.Command("tr", "a-z", "A-Z")
	first.Stdout = w
	second.Stdin = r
	var out bytes.Buffer
	second.Stdout = &out
	fmt.Println(second.Start(), first.Run())
	r.Close()
	w.Close()
	fmt.Printf("%v %q\n", second.Wait(), out.String())
}

// directories, devices and no file at all
func others(dir string) {
	d, _ := os.Open(dir)
	defer d.Close()
	c := script("ls -d /proc/self/fd/3/; [ -e /proc/self/fd/4 ] || echo none; [ -c /proc/self/fd/5 ] && echo device")
	zero, _ := os.OpenFile("/dev/zero", os.O_RDWR, 0)
	defer zero.Close()
	c.ExtraFiles = []*os.File{d, nil, zero}
	b, err := c.Output()
	fmt.Printf("%q %v\n", b, err)
	p, err := os.StartProcess("/bin/sh", []string{"sh", "-c", "[ -e /proc/$$/fd/0 ] && exit 1; exit 7"}, &os.ProcAttr{Files: []*os.File{nil, os.Stdout, os.Stderr}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Wait())
}

func main() {
	os.Setenv("PATH", "/bin:/usr/bin")
	dir, _ := os.MkdirTemp("", "shared")
	defer os.RemoveAll(dir)
	bothWays(dir)
	place(dir)
	appended(dir)
	onePipe()
	socket()
	between()
	others(dir)
}
