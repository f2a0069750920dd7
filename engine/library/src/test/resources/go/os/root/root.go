package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing/fstest"
)

func main() {
	dir, _ := os.MkdirTemp("", "root")
	defer os.RemoveAll(dir)
	say := func(err error) { fmt.Println(strings.ReplaceAll(fmt.Sprint(err), dir, "DIR")) }
	os.Mkdir(dir+"/r", 0o755)
	os.WriteFile(dir+"/secret", []byte("secret"), 0o600)
	r, err := os.OpenRoot(dir + "/r")
	say(err)
	fmt.Println(filepath.Base(r.Name()))
	say(r.Mkdir("a", 0o755))
	say(r.MkdirAll("a/b/c", 0o755))
	say(r.WriteFile("a/f.txt", []byte("hello"), 0o644))
	b, err := r.ReadFile("a/f.txt")
	fmt.Println(string(b), err)
	_, err = r.ReadFile("../secret")
	say(err)
	_, err = r.Open("/etc/passwd")
	say(err)
	say(r.Symlink("../../secret", "a/out"))
	_, err = r.Open("a/out")
	say(err)
	say(r.Symlink("f.txt", "a/in"))
	b, err = r.ReadFile("a/in")
	fmt.Println(string(b), err)
	l, err := r.Readlink("a/in")
	fmt.Println(l, err)
	i, err := r.Lstat("a/in")
	fmt.Println(i.Mode().Type() == fs.ModeSymlink, err)
	i, err = r.Stat("a/in")
	fmt.Println(i.Size(), err)
	_, err = r.Stat("nope")
	say(err)
	say(r.Rename("a/f.txt", "a/g.txt"))
	say(r.Link("a/g.txt", "a/h.txt"))
	say(r.Chmod("a/h.txt", 0o600))
	say(r.Remove("a/h.txt"))
	say(r.Remove("a/h.txt"))
	sub, err := r.OpenRoot("a")
	say(err)
	b, err = fs.ReadFile(sub.FS(), "g.txt")
	fmt.Println(string(b), err)
	list, err := fs.ReadDir(r.FS(), "a")
	for _, e := range list {
		fmt.Print(e.Name(), " ")
	}
	fmt.Println(err)
	say(r.RemoveAll("a/b"))
	say(r.Close())
	_, err = r.Open("a")
	say(err)
	_, err = os.OpenRoot(dir + "/none")
	say(err)
	f, err := os.OpenInRoot(dir+"/r", "a/g.txt")
	fmt.Println(f != nil, err)
	say(os.CopyFS(dir+"/copy", fstest.MapFS{"x/y": {Data: []byte("data"), Mode: 0o644}}))
	b, err = os.ReadFile(dir + "/copy/x/y")
	fmt.Println(string(b), err)
	say(os.CopyFS(dir+"/copy", fstest.MapFS{"x/y": {Data: []byte("data")}}))
	say(os.Chown(dir+"/copy", os.Getuid(), -1))
	say(os.Chown(dir+"/none", 1, 1))
	c, err := f.SyscallConn()
	say(err)
	say(c.Control(func(fd uintptr) { fmt.Println(fd == f.Fd()) }))
}
