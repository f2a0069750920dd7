package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

func deadlines() {
	r, w, _ := os.Pipe()
	fmt.Println(r.SetReadDeadline(time.Now().Add(10 * time.Millisecond)))
	b := make([]byte, 10)
	n, err := r.Read(b)
	fmt.Println(n, err, errors.Is(err, os.ErrDeadlineExceeded), os.IsTimeout(err))
	fmt.Println(r.SetReadDeadline(time.Time{}))
	w.Write([]byte("hi"))
	n, err = r.Read(b)
	fmt.Println(n, err)
	// a pipe that nobody reads takes so much
	w.SetWriteDeadline(time.Now().Add(500 * time.Millisecond))
	n, err = w.Write(make([]byte, 1<<20))
	fmt.Println(n, err)
	fmt.Println(w.SetDeadline(time.Now().Add(-time.Second)))
	_, err = w.Write([]byte("x"))
	fmt.Println(err)
	w.Close()
	all, err := io.ReadAll(r)
	fmt.Println(len(all), err)
	fmt.Println(w.SetDeadline(time.Time{}), r.Close(), r.Close())
	f, _ := os.CreateTemp("", "plain")
	defer os.Remove(f.Name())
	fmt.Println(errors.Is(f.SetDeadline(time.Now()), os.ErrNoDeadline))
	f.Close()
}

// who waits learns that the file is closed
func closing() {
	r, w, _ := os.Pipe()
	var reader sync.WaitGroup
	reader.Go(func() {
		n, err := r.Read(make([]byte, 1))
		fmt.Println(n, err, errors.Is(err, os.ErrClosed))
	})
	time.Sleep(5 * time.Millisecond)
	err := r.Close()
	reader.Wait()
	fmt.Println(err)
	_, err = w.Write([]byte("x"))
	fmt.Println(err, errors.Is(err, syscall.EPIPE))
	w.Close()
	_, err = w.Write([]byte("x"))
	fmt.Println(err)
}

// once the number is asked for, calls block; the file is what it was
func numbers() {
	r, w, _ := os.Pipe()
	raw, err := r.SyscallConn()
	fmt.Println(err)
	b := make([]byte, 4)
	empty := make(chan bool)
	go func() {
		<-empty
		w.Write([]byte("raw"))
	}()
	turns := 0
	err = raw.Read(func(fd uintptr) bool {
		turns++
		n, err := syscall.Read(int(fd), b)
		if err == syscall.EAGAIN {
			if turns == 1 {
				close(empty)
			}
			return false
		}
		fmt.Println(string(b[:n]), err)
		return true
	})
	fmt.Println(err, turns > 1)
	fd := int(r.Fd())
	go w.Write([]byte("late"))
	n, err := syscall.Read(fd, b)
	fmt.Println(string(b[:n]), err)
	info, err := r.Stat()
	fmt.Println(info.Mode(), info.Name(), err)
	second, err := syscall.Dup(fd)
	r.Close()
	go w.Write([]byte("dup"))
	n, _ = syscall.Read(second, b)
	fmt.Println(string(b[:n]), err)
	syscall.Close(second)
	_, err = w.Write([]byte("x"))
	fmt.Println(err)
}

// a pipe with a name
func named() {
	dir, _ := os.MkdirTemp("", "fifo")
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "f")
	fmt.Println(syscall.Mkfifo(name, 0o600), syscall.Mkfifo(name, 0o600))
	held := make(chan bool)
	var writer sync.WaitGroup
	writer.Go(func() {
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			fmt.Println(err)
			return
		}
		f.Write([]byte("through"))
		<-held
		f.Close()
	})
	f, err := os.Open(name)
	fmt.Println(err)
	b := make([]byte, 7)
	n, err := io.ReadFull(f, b)
	fmt.Println(string(b[:n]), err)
	f.SetReadDeadline(time.Now().Add(5 * time.Millisecond))
	_, err = f.Read(b)
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))
	f.SetReadDeadline(time.Time{})
	close(held)
	n, err = f.Read(b)
	fmt.Println(n, err)
	writer.Wait()
	info, err := f.Stat()
	fmt.Println(info.Mode(), err)
	f.Close()
}

func handle() {
	p, err := os.StartProcess("/bin/true", []string{"true"}, &os.ProcAttr{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.WithHandle(func(h uintptr) { fmt.Println(h > 2) }))
	fmt.Println(p.Wait())
	fmt.Println(p.WithHandle(func(h uintptr) { fmt.Println("never") }))
}

func main() {
	deadlines()
	closing()
	numbers()
	named()
	handle()
}
