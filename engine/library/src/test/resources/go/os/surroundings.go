package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"syscall"
)

func environment() {
	os.Clearenv()
	fmt.Println(len(os.Environ()), os.Getenv("HOME") == "")
	_, err := os.UserHomeDir()
	fmt.Println(err)
	_, err = os.UserCacheDir()
	fmt.Println(err)
	_, err = os.UserConfigDir()
	fmt.Println(err)
	os.Setenv("HOME", "/home/of/somebody")
	os.Setenv("B", "2=two")
	os.Setenv("A", "")
	all := os.Environ()
	sort.Strings(all)
	fmt.Println(all, os.Setenv("", "x"), os.Setenv("a=b", "x"), os.Setenv("nul\x00", "x"))
	dirs := []func() (string, error){os.UserHomeDir, os.UserCacheDir, os.UserConfigDir}
	for _, f := range dirs {
		fmt.Println(f())
	}
	os.Setenv("XDG_CACHE_HOME", "/cache")
	os.Setenv("XDG_CONFIG_HOME", "relative")
	for _, f := range dirs {
		fmt.Println(f())
	}
	for _, text := range []string{"$A|$B|${HOME}/x", "$", "a$", "${", "${}", "${A", "$$", "$1a", "${1a}", "$*", "$AB$A_$é", "${ B}", "{$B}"} {
		expanded := os.Expand(text, func(name string) string { return "<" + name + ">" })
		fmt.Printf("%s %q %q\n", text, expanded, os.ExpandEnv(text))
	}
	os.Clearenv()
	fmt.Println(len(os.Environ()))
}

// identity compares what can be asked in two ways.
func identity() {
	fmt.Println(os.Getuid() == syscall.Getuid(), os.Geteuid() == os.Getuid(), os.Getegid() == os.Getgid(), os.Getppid() > 0, os.Getppid() != os.Getpid())
	groups, err := os.Getgroups()
	status, serr := os.ReadFile("/proc/self/status")
	if serr == nil {
		_, after, _ := strings.Cut(string(status), "\nGroups:")
		line, _, _ := strings.Cut(after, "\n")
		wanted := fmt.Sprint(strings.Fields(line))
		fmt.Println(fmt.Sprint(groups) == wanted, err)
	}
	size := os.Getpagesize()
	fmt.Println(size >= 4096, size&(size-1), size == syscall.Getpagesize())
	host, err := os.Hostname()
	kernel, _ := os.ReadFile("/proc/sys/kernel/hostname")
	fmt.Println(host == strings.TrimSpace(string(kernel)), err)
	self, err := os.Executable()
	fmt.Println(filepath.IsAbs(self), err)
}

// modes spells every bit.
func modes() {
	for _, m := range []os.FileMode{
		os.ModeDir, os.ModeAppend, os.ModeExclusive, os.ModeTemporary, os.ModeSymlink, os.ModeDevice, os.ModeNamedPipe, os.ModeSocket,
		os.ModeSetuid, os.ModeSetgid, os.ModeCharDevice, os.ModeSticky, os.ModeIrregular, os.ModeType, os.ModePerm,
	} {
		fmt.Printf("%s %#x %v %v %v\n", m, uint32(m), m.IsDir(), m.IsRegular(), m.Perm() == m&os.ModePerm)
	}
}

func entryKinds(entries []os.DirEntry) (out []string) {
	for _, e := range entries {
		out = append(out, e.Name()+" "+e.Type().String())
	}
	return out
}

func wholeAndAt(f *os.File, at int64) (string, string) {
	f.Seek(0, os.SEEK_SET)
	all, _ := io.ReadAll(f)
	p := make([]byte, 3)
	n, _ := f.ReadAt(p, at)
	return string(all), string(p[:n])
}

func openFlags(dir string) {
	name := filepath.Join(dir, "f")
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_SYNC, 0o644)
	if err != nil {
		panic(err)
	}
	f.WriteString("0123456789")
	end, _ := f.Seek(-2, os.SEEK_END)
	back, _ := f.Seek(-3, os.SEEK_CUR)
	all, part := wholeAndAt(f, 4)
	fmt.Println(end, back, all, part)
	second := os.NewFile(f.Fd(), "another name")
	fmt.Println(second.Name(), os.NewFile(^uintptr(0), "none") == nil)
	n, err := second.WriteAt([]byte("XY"), 8)
	fmt.Println(n, err)
	f.Close()
	g, err := os.OpenFile(name, os.O_WRONLY|os.O_TRUNC, 0)
	info, _ := g.Stat()
	fmt.Println(err, info.Size())
	_, err = g.Read(make([]byte, 1))
	var wrong *os.PathError
	fmt.Println(errors.As(err, &wrong), wrong.Op, wrong.Err)
	g.Close()
}

func inRoot(r *os.Root) {
	fmt.Println(r.Mkdir("inside", 0o755), r.WriteFile("inside/a", []byte("abc"), 0o600))
	text, err := r.ReadFile("inside/../inside/a")
	fmt.Println(string(text), err)
	_, err = r.Open("../f")
	fmt.Println(errors.Is(err, fs.ErrNotExist), err != nil)
}

func input() {
	before := os.Stdin
	defer func() { os.Stdin = before }()
	r, w, _ := os.Pipe()
	os.Stdin = r
	w.WriteString("typed\n")
	w.Close()
	var word string
	n, err := fmt.Scanln(&word)
	fmt.Println(n, err, word)
	null, err := os.Open(os.DevNull)
	if err != nil {
		panic(err)
	}
	n, err = null.Read(make([]byte, 1))
	info, _ := null.Stat()
	fmt.Println(os.DevNull, n, err, info.Mode()&os.ModeCharDevice != 0)
}

func main() {
	environment()
	identity()
	modes()
	dir, err := os.MkdirTemp("/tmp", "surroundings")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	openFlags(dir)
	os.Symlink("f", filepath.Join(dir, "link"))
	os.Mkdir(filepath.Join(dir, "d"), 0o700)
	entries, err := os.ReadDir(dir)
	fmt.Println(entryKinds(entries), err)
	root, err := os.OpenRoot(dir)
	if err != nil {
		panic(err)
	}
	inRoot(root)
	root.Close()
	input()
	fmt.Println(string(rune(os.PathSeparator)), string(rune(os.PathListSeparator)), os.IsPathSeparator('/'), os.IsPathSeparator('\\'))
	err = os.NewSyscallError("made up", syscall.EINTR)
	var call *os.SyscallError
	fmt.Println(errors.As(err, &call), call.Syscall, call.Err, call.Timeout())
	fmt.Println(slices.Contains([]os.Signal{os.Interrupt, os.Kill}, os.Kill))
}
