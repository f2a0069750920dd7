// File systems in memory and on disk through every interface of io/fs, and the files of package os behind them.
package main

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"io/ioutil"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"
	"testing/fstest"
	"time"
)

func text(err error, dir string) string {
	if err == nil {
		return "ok"
	}
	return strings.ReplaceAll(err.Error(), dir, "DIR")
}

// one is a file system with all that can be added to one.
type one struct{ fs.FS }

func (o one) ReadDir(name string) ([]fs.DirEntry, error) {
	fmt.Print("[readdir] ")
	return fs.ReadDir(o.FS, name)
}
func (o one) ReadFile(name string) ([]byte, error) {
	fmt.Print("[readfile] ")
	return fs.ReadFile(o.FS, name)
}
func (o one) Stat(name string) (fs.FileInfo, error) { fmt.Print("[stat] "); return fs.Stat(o.FS, name) }
func (o one) Glob(p string) ([]string, error)       { fmt.Print("[glob] "); return fs.Glob(o.FS, p) }
func (o one) Sub(dir string) (fs.FS, error)         { fmt.Print("[sub] "); return fs.Sub(o.FS, dir) }
func (o one) ReadLink(name string) (string, error) {
	fmt.Print("[readlink] ")
	return fs.ReadLink(o.FS, name)
}
func (o one) Lstat(name string) (fs.FileInfo, error) {
	fmt.Print("[lstat] ")
	return fs.Lstat(o.FS, name)
}

func interfaces(f fs.FS) {
	file, err := f.Open("d/a.txt")
	if err != nil {
		fmt.Println(err)
		return
	}
	b := make([]byte, 3)
	n, err := file.Read(b)
	info, err2 := file.Stat()
	fmt.Println(n, err, string(b), info.Name(), info.Size(), info.Mode(), info.IsDir(), info.ModTime().IsZero(), info.Sys() == nil, err2, file.Close())
	if g, ok := f.(fs.GlobFS); ok {
		names, err := g.Glob("d/*")
		_, err2 := g.Open("none")
		fmt.Println(names, err, err2)
	}
	if r, ok := f.(fs.ReadDirFS); ok {
		entries, err := r.ReadDir("d")
		for _, e := range entries {
			info, err := e.Info()
			fmt.Print(e.Name(), " ", e.IsDir(), " ", e.Type(), " ", info.Mode(), err, fs.FormatDirEntry(e), "; ")
		}
		_, err2 := r.Open("none")
		fmt.Println(err, err2)
	}
	if r, ok := f.(fs.ReadFileFS); ok {
		b, err := r.ReadFile("d/a.txt")
		_, err2 := r.Open("none")
		fmt.Println(string(b), err, err2)
	}
	if s, ok := f.(fs.StatFS); ok {
		info, err := s.Stat("d")
		_, err2 := s.Open("none")
		fmt.Println(info.Name(), info.Mode().IsDir(), err, err2)
	}
	if s, ok := f.(fs.SubFS); ok {
		sub, err := s.Sub("d")
		_, err2 := s.Open("none")
		b, err3 := fs.ReadFile(sub, "a.txt")
		fmt.Println(err, err2, string(b), err3)
	}
	if l, ok := f.(fs.ReadLinkFS); ok {
		to, err := l.ReadLink("link")
		info, err2 := l.Lstat("link")
		_, err3 := l.Open("none")
		fmt.Println(to, err, info.Mode(), err2, err3)
	}
	d, err := f.Open("d")
	if err == nil {
		if r, ok := d.(fs.ReadDirFile); ok {
			first, err := r.ReadDir(1)
			rest, err2 := r.ReadDir(-1)
			none, err3 := r.ReadDir(1)
			_, err4 := r.Read(nil)
			info, err5 := r.Stat()
			fmt.Println(len(first), err, len(rest), err2, len(none), err3, err4 != nil, info.Name(), err5, r.Close())
		}
	}
}

func memory() {
	m := fstest.MapFS{
		"d/a.txt":   {Data: []byte("contents"), Mode: 0o640},
		"d/b/c.txt": {Data: []byte("deep")},
		"link":      {Data: []byte("d/a.txt"), Mode: fs.ModeSymlink | 0o777},
		"d/run":     {Mode: 0o755 | fs.ModeSetuid},
	}
	interfaces(m)
	interfaces(one{m})
	entries, err := m.ReadDir(".")
	fmt.Println(len(entries), err)
	_, err = m.Open("none")
	fmt.Println(err, errors.Is(err, fs.ErrNotExist))
	walk(m, ".")
	walk(m, "none")
	for _, p := range []string{"", ".", "a", "a/b", "/a", "a/", "a//b", "a/../b", "./a", "..", "a/.", "a\\b", "\xff"} {
		fmt.Print(fs.ValidPath(p), " ")
	}
	fmt.Println()
	for _, e := range []error{fs.ErrClosed, fs.ErrExist, fs.ErrInvalid, fs.ErrPermission, fs.ErrNotExist, fs.SkipAll, fs.SkipDir} {
		fmt.Print(e, "; ")
	}
	fmt.Println()
	for _, mode := range []fs.FileMode{0, 0o755, fs.ModeDir | 0o700, fs.ModeSymlink, fs.ModeNamedPipe | fs.ModeAppend, fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky | 1, fs.ModeDevice | fs.ModeCharDevice, fs.ModeIrregular, fs.ModeSocket, fs.ModeTemporary | fs.ModeExclusive} {
		fmt.Print(mode.String(), mode.IsDir(), mode.IsRegular(), mode.Perm(), mode.Type(), " ")
	}
	fmt.Println()
	info, _ := fs.Stat(m, "d/run")
	fmt.Println(fs.FormatFileInfo(info), fs.FileInfoToDirEntry(info), fs.FormatDirEntry(fs.FileInfoToDirEntry(info)), fs.FileInfoToDirEntry(nil))
	pe := &fs.PathError{Op: "op", Path: "path", Err: syscall.EAGAIN}
	fmt.Println(pe.Error(), pe.Timeout(), pe.Unwrap() == syscall.EAGAIN, errors.Is(pe, fs.ErrExist))
	for _, p := range []string{"d/*", "*/*/*.txt", "[", "d/[a-b]*", "none/*", "d/\\a.txt", "link"} {
		names, err := fs.Glob(m, p)
		fmt.Println(names, err)
	}
	sub, err := fs.Sub(m, "d")
	_, err2 := fs.Sub(m, "../x")
	_, err3 := fs.ReadFile(sub, "none")
	fmt.Println(err, err2, err3)
	fmt.Println(fstest.TestFS(m, "d/a.txt", "d/b/c.txt"), fstest.TestFS(m, "missing") != nil)
}

func walk(f fs.FS, root string) {
	err := fs.WalkDir(f, root, func(path string, d fs.DirEntry, err error) error {
		fmt.Print(path, " ", err, " ")
		switch {
		case err != nil:
			return err
		case path == "d/b":
			return fs.SkipDir
		case path == "link":
			return fs.SkipAll
		}
		return nil
	})
	fmt.Println(err)
}

var embedded embed.FS

func disk() {
	dir, err := os.MkdirTemp(os.TempDir(), "every*.d")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	path := func(name string) string { return filepath.Join(dir, name) }
	f, err := os.Create(path("f"))
	n, err2 := f.WriteString("0123456789")
	fmt.Println(err, n, err2, f.Sync(), f.Truncate(8), f.Chmod(0o600), f.Chown(os.Getuid(), os.Getgid()))
	at, err := f.Seek(2, io.SeekStart)
	b := make([]byte, 4)
	n, err2 = f.Read(b)
	fmt.Println(at, err, n, err2, string(b))
	n64, err := f.ReadFrom(strings.NewReader("from a reader"))
	f.Seek(0, io.SeekStart)
	var sb strings.Builder
	m64, err2 := f.WriteTo(&sb)
	fmt.Println(n64, err, m64, err2, sb.String())
	info, err := f.Stat()
	fmt.Println(info.Name(), info.Size(), info.Mode(), info.IsDir(), time.Since(info.ModTime()) < time.Hour, info.Sys() != nil, err)
	fmt.Println(f.SetDeadline(time.Time{}), f.SetReadDeadline(time.Time{}), f.SetWriteDeadline(time.Time{}))
	fmt.Println(text(f.Close(), dir), text(f.Close(), dir), text(f.Sync(), dir))
	for _, err := range []error{os.Link(path("f"), path("hard")), os.Symlink("f", path("soft")), os.Mkdir(path("sub"), 0o755), os.Link(path("none"), path("x")), os.Link(path("f"), path("hard")), os.Mkdir(path("sub"), 0), os.Chmod(path("none"), 0), os.Truncate(path("none"), 1), os.Lchown(path("soft"), os.Getuid(), os.Getgid()), os.Remove(path("none")), os.Rename(path("none"), path("y")), os.Chtimes(path("none"), time.Time{}, time.Time{}), os.Remove(dir)} {
		fmt.Println(text(err, dir), os.IsExist(err), os.IsNotExist(err), os.IsPermission(err), os.IsTimeout(err))
	}
	a, _ := os.Stat(path("f"))
	h, _ := os.Stat(path("hard"))
	s, _ := os.Lstat(path("soft"))
	fmt.Println(os.SameFile(a, h), os.SameFile(a, s), s.Mode().Type())
	os.WriteFile(path("sub/in"), []byte("x"), 0o644)
	d, err := os.Open(dir)
	names, err2 := d.Readdirnames(2)
	infos, err3 := d.Readdir(1)
	entries, err4 := d.ReadDir(-1)
	_, err5 := d.ReadDir(1)
	fmt.Println(err, len(names), err2, len(infos), err3, len(entries), err4, err5)
	fmt.Println(text(d.Close(), dir))
	_, err = os.ReadDir(path("f"))
	_, err2 = os.ReadFile(dir)
	_, err3 = os.OpenFile(path("f"), os.O_CREATE|os.O_EXCL, 0o600)
	_, err4 = os.OpenFile(dir, os.O_WRONLY, 0)
	_, err5 = os.Open(path("f/x"))
	for _, err := range []error{err, err2, err3, err4, err5} {
		fmt.Println(text(err, dir))
	}
	root := os.DirFS(dir)
	r, err := fs.ReadLink(root, "soft")
	li, err2 := fs.Lstat(root, "soft")
	fmt.Println(r, err, li.Mode(), err2)
	_, err = fs.Stat(root, "/abs")
	fmt.Println(err)
	old, _ := os.Getwd()
	df, _ := os.Open(path("sub"))
	fmt.Println(df.Chdir())
	abs, err := filepath.Abs("in")
	real, err2 := filepath.EvalSymlinks(path("soft"))
	realDir, _ := filepath.EvalSymlinks(dir)
	_, err3 = filepath.EvalSymlinks(path("none"))
	fmt.Println(strings.ReplaceAll(abs, realDir, "DIR"), err, strings.ReplaceAll(real, realDir, "DIR"), err2, strings.ReplaceAll(text(err3, dir), realDir, "DIR"))
	os.Chdir(old)
	found, err := filepath.Glob(path("*"))
	_, err2 = filepath.Glob("[")
	fmt.Println(len(found), err, err2 == filepath.ErrBadPattern, filepath.HasPrefix("abc", "ab"))
	filepath.Walk(dir, func(p string, info os.FileInfo, err error) error {
		fmt.Print(strings.ReplaceAll(p, dir, "DIR"), " ")
		return err
	})
	fmt.Println(text(filepath.Walk(path("none"), func(p string, _ os.FileInfo, err error) error { return err }), dir))
	old2(dir, path)
	rt, err := os.OpenRoot(dir)
	rf, err2 := rt.Create("made")
	rg, err3 := rt.OpenFile("made", os.O_RDWR|os.O_APPEND, 0)
	fmt.Println(err, err2, err3, rt.Chown("made", os.Getuid(), os.Getgid()), rt.Lchown("soft", os.Getuid(), os.Getgid()), rt.Chtimes("made", time.Unix(1, 0), time.Unix(2, 0)))
	mi, _ := rt.Stat("made")
	fmt.Println(mi.ModTime().Unix(), rf.Close(), rg.Close())
	_, err = rt.Open("../x")
	_, err2 = rt.OpenFile("none", os.O_RDONLY, 0)
	fmt.Println(text(err, dir), text(err2, dir), rt.Close())
	le := &os.LinkError{Op: "link", Old: "a", New: "b", Err: syscall.EXDEV}
	se := os.NewSyscallError("call", syscall.ETIMEDOUT).(*os.SyscallError)
	pe := &os.PathError{Op: "open", Path: "p", Err: os.ErrDeadlineExceeded}
	fmt.Println(le.Error(), le.Unwrap(), se.Error(), se.Timeout(), se.Unwrap(), os.NewSyscallError("x", nil), pe.Error(), pe.Timeout(), pe.Unwrap(), os.IsTimeout(pe), os.IsTimeout(se))
	fmt.Println(os.ErrInvalid, os.ErrPermission, os.ErrNoDeadline, os.ErrProcessDone, os.ErrNoHandle)
	_, err = embedded.Open("x")
	_, err2 = embedded.ReadDir(".")
	_, err3 = embedded.ReadFile("x")
	fmt.Println(err, err2, err3)
}

func old2(dir string, path func(string) string) {
	t, err := ioutil.TempFile(dir, "t")
	td, err2 := ioutil.TempDir(dir, "td")
	fmt.Println(err, err2, strings.HasPrefix(t.Name(), dir), strings.HasPrefix(td, path("td")), t.Close(), os.Remove(t.Name()), os.Remove(td))
	fmt.Println(ioutil.WriteFile(path("w"), []byte("w"), 0o600))
	b, err := ioutil.ReadFile(path("w"))
	infos, err2 := ioutil.ReadDir(dir)
	fmt.Println(string(b), err, err2, sort.SliceIsSorted(infos, func(i, j int) bool { return infos[i].Name() < infos[j].Name() }))
	c := ioutil.NopCloser(strings.NewReader("nop"))
	io.Copy(ioutil.Discard, c)
	all, err := ioutil.ReadAll(c)
	fmt.Println(len(all), err, c.Close())
}

func main() {
	memory()
	disk()
}
