package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

func main() {
	dir, err := os.MkdirTemp("", "gx*y")
	fmt.Println(err, strings.HasPrefix(filepath.Base(dir), "gx"), strings.HasSuffix(dir, "y"))
	defer os.RemoveAll(dir)
	clean := func(e any) string { return strings.ReplaceAll(fmt.Sprint(e), dir, "DIR") }
	p := dir + "/a.txt"
	fmt.Println(os.WriteFile(p, []byte("hello\nworld\n"), 0o640))
	b, err := os.ReadFile(p)
	fmt.Printf("%q %v\n", b, err)
	_, err = os.ReadFile(dir + "/none")
	fmt.Println(clean(err), os.IsNotExist(err), errors.Is(err, fs.ErrNotExist), errors.Is(err, os.ErrExist))
	var pe *os.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Err, pe.Err == syscall.ENOENT)
	st, err := os.Stat(p)
	fmt.Println(st.Name(), st.Size(), st.Mode(), st.IsDir(), time.Since(st.ModTime()) < time.Minute)
	f, err := os.OpenFile(p, os.O_RDWR|os.O_APPEND, 0)
	fmt.Fprintf(f, "line %d\n", 3)
	f.Seek(0, io.SeekStart)
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		fmt.Println(">", sc.Text())
	}
	fmt.Println(f.Close(), clean(f.Close()))
	_, err = f.Write([]byte("x"))
	fmt.Println(clean(err), errors.Is(err, os.ErrClosed))
	fmt.Println(clean(os.Mkdir(dir+"/d/e", 0o755)), os.MkdirAll(dir+"/d/e/f", 0o755), clean(os.Mkdir(dir+"/d", 0o755)))
	fmt.Println(clean(os.Remove(dir+"/d")), clean(os.Remove(dir+"/zz")))
	os.WriteFile(dir+"/d/q", nil, 0o600)
	os.Symlink("q", dir+"/d/link")
	l, err := os.Readlink(dir + "/d/link")
	fmt.Println(l, err)
	es, err := os.ReadDir(dir + "/d")
	for _, e := range es {
		i, _ := e.Info()
		fmt.Println(e, e.IsDir(), e.Type(), i.Mode())
	}
	fmt.Println(os.Rename(p, dir+"/b.txt"), clean(os.Rename(p, dir+"/c.txt")))
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		fmt.Println(clean(path), d.IsDir(), err)
		return nil
	})
	os.Chmod(dir+"/b.txt", 0o400)
	st, _ = os.Lstat(dir + "/b.txt")
	fmt.Println(st.Mode(), os.Truncate(dir+"/d/q", 10))
	st, _ = os.Stat(dir + "/d/q")
	fmt.Println(st.Size())
	os.Setenv("GX_VAR", "val")
	v, ok := os.LookupEnv("GX_VAR")
	fmt.Println(v, ok, os.Getenv("GX_NONE"), os.ExpandEnv("a${GX_VAR}b$GX_VAR-$$ ${} $ ${a"), clean(os.Setenv("", "x")))
	os.Unsetenv("GX_VAR")
	_, ok = os.LookupEnv("GX_VAR")
	fmt.Println(ok, len(os.Args))
	fmt.Println(os.Chdir(dir + "/d"))
	wd, _ := os.Getwd()
	fmt.Println(clean(wd))
	_, err = os.Open("q")
	fmt.Println(err)
	_, err = os.Open("")
	fmt.Println(err)
	r, w, err := os.Pipe()
	go func() { fmt.Fprint(w, "through a pipe"); w.Close() }()
	all, err := io.ReadAll(r)
	fmt.Println(string(all), err)
	tf, err := os.CreateTemp(dir, "t*.go")
	tf.WriteAt([]byte("abc"), 5)
	bb := make([]byte, 10)
	n, err := tf.ReadAt(bb, 2)
	fmt.Printf("%d %v %q\n", n, err, bb)
	fmt.Println(fs.Glob(os.DirFS(dir), "*.txt"))
	fmt.Println(syscall.ENOENT, syscall.Errno(9999), syscall.SIGINT, os.Interrupt, os.ErrNotExist)
	fmt.Fprintln(os.Stderr, "to stderr")
	t := time.Date(2020, 1, 2, 3, 4, 5, 6000, time.UTC)
	os.Chtimes(dir+"/d/q", t, t)
	st, _ = os.Stat(dir + "/d/q")
	fmt.Println(st.ModTime().UTC())
	fmt.Println(os.RemoveAll(dir))
	_, err = os.Stat(dir)
	fmt.Println(os.IsNotExist(err))
	defer fmt.Println("not printed")
	os.Exit(0)
}
