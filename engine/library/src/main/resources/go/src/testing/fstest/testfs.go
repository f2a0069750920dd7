package fstest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing/iotest"
)

// TestFS tests whether a file system keeps the rules of package fs and has at least the expected files; none expected means
// that it must be empty.
func TestFS(fsys fs.FS, expected ...string) error {
	if err := test(fsys, expected); err != nil {
		return err
	}
	for _, name := range expected {
		i := strings.Index(name, "/")
		if i < 0 {
			continue
		}
		dir := name[:i]
		var inside []string
		for _, name := range expected {
			if rest, ok := strings.CutPrefix(name, dir+"/"); ok {
				inside = append(inside, rest)
			}
		}
		sub, err := fs.Sub(fsys, dir)
		if err != nil {
			return err
		}
		if err := test(sub, inside); err != nil {
			return fmt.Errorf("testing fs.Sub(fsys, %s): %w", dir, err)
		}
		break
	}
	return nil
}

// trial tests a file system and keeps what it finds wrong.
type trial struct {
	fsys  fs.FS
	dirs  []string
	files []string
	found []error
}

func test(fsys fs.FS, expected []string) error {
	t := &trial{fsys: fsys}
	t.folder(".")
	t.rejects(".")
	t.complete(expected)
	if len(t.found) == 0 {
		return nil
	}
	return fmt.Errorf("TestFS found errors:\n%w", errors.Join(t.found...))
}

func (t *trial) complete(expected []string) {
	all := append(slices.Clone(t.dirs), t.files...)
	for _, name := range expected {
		if !slices.Contains(all, name) {
			t.errorf("expected but not found: %s", name)
		}
	}
	if len(expected) == 0 && len(all) > 1 {
		list := slices.DeleteFunc(all, func(n string) bool { return n == "." })
		if len(list) > 15 {
			list = append(list[:10], "...")
		}
		t.errorf("expected empty file system but found files:\n%s", strings.Join(list, "\n"))
	}
}

func (t *trial) errorf(format string, args ...any) {
	t.found = append(t.found, fmt.Errorf(format, args...))
}

func (t *trial) openDir(dir string) fs.ReadDirFile {
	f, err := t.fsys.Open(dir)
	if err != nil {
		t.errorf("%s: Open: %w", dir, err)
		return nil
	}
	d, ok := f.(fs.ReadDirFile)
	if !ok {
		f.Close()
		t.errorf("%s: Open returned File type %T, not a fs.ReadDirFile", dir, f)
		return nil
	}
	return d
}

func described(e fs.DirEntry) string { return fmt.Sprint(e.Name(), e.IsDir(), e.Type()) }

func names(list []fs.DirEntry) (out []string) {
	for _, e := range list {
		out = append(out, described(e))
	}
	slices.Sort(out)
	return out
}

func (t *trial) same(dir, one string, a []fs.DirEntry, other string, b []fs.DirEntry) {
	if !slices.Equal(names(a), names(b)) {
		t.errorf("%s: %s and %s differ: %v, %v", dir, one, other, names(a), names(b))
	}
}

func (t *trial) sorted(dir, how string, list []fs.DirEntry) {
	for i := 1; i < len(list); i++ {
		if list[i-1].Name() >= list[i].Name() {
			t.errorf("%s: %s: list not sorted: %s before %s", dir, how, list[i-1].Name(), list[i].Name())
		}
	}
}

// folder tests a folder and all below it.
func (t *trial) folder(dir string) {
	t.dirs = append(t.dirs, dir)
	d := t.openDir(dir)
	if d == nil {
		return
	}
	list, err := d.ReadDir(-1)
	if err != nil {
		d.Close()
		t.errorf("%s: ReadDir(-1): %w", dir, err)
		return
	}
	t.exhausted(dir, d)
	d.Close()
	for _, e := range list {
		name := e.Name()
		switch {
		case name == ".", name == "..", name == "":
			t.errorf("%s: ReadDir: child has invalid name: %#q", dir, name)
			continue
		case strings.ContainsAny(name, `/\`):
			t.errorf("%s: ReadDir: child name contains slash: %#q", dir, name)
			continue
		}
		at := path.Join(dir, name)
		t.entry(at, e)
		t.rejects(at)
		switch e.Type() {
		case fs.ModeDir:
			t.folder(at)
		case fs.ModeSymlink:
			t.files = append(t.files, at)
		default:
			t.file(at)
		}
	}
	t.again(dir, list)
}

// exhausted tests a folder that was read to its end.
func (t *trial) exhausted(dir string, d fs.ReadDirFile) {
	if list, err := d.ReadDir(-1); len(list) > 0 || err != nil {
		t.errorf("%s: ReadDir(-1) at EOF = %d entries, %w, wanted 0 entries, nil", dir, len(list), err)
	}
	if list, err := d.ReadDir(1); len(list) > 0 || err != io.EOF {
		t.errorf("%s: ReadDir(1) at EOF = %d entries, %w, wanted 0 entries, EOF", dir, len(list), err)
	}
	if err := d.Close(); err != nil {
		t.errorf("%s: Close: %w", dir, err)
	}
}

// again reads a folder in other ways.
func (t *trial) again(dir string, list []fs.DirEntry) {
	if d := t.openDir(dir); d != nil {
		var parts []fs.DirEntry
		for n := 1; ; n = 3 - n {
			part, err := d.ReadDir(n)
			if len(part) > n {
				t.errorf("%s: ReadDir(%d) after %d: got %d entries, wanted at most %d", dir, n, len(parts), len(part), n)
			}
			parts = append(parts, part...)
			if err == io.EOF {
				break
			}
			if err != nil || len(part) == 0 {
				t.errorf("%s: ReadDir(%d) after %d: %d entries, %w", dir, n, len(parts), len(part), err)
				break
			}
		}
		d.Close()
		t.same(dir, "first Open+ReadDir(-1)", list, "second Open+ReadDir(1,2)", parts)
	}
	if f, ok := t.fsys.(fs.ReadDirFS); ok {
		other, err := f.ReadDir(dir)
		if err != nil {
			t.errorf("%s: fsys.ReadDir: %w", dir, err)
		} else {
			t.same(dir, "first Open+ReadDir(-1)", list, "fsys.ReadDir", other)
			t.sorted(dir, "fsys.ReadDir", other)
		}
	}
	other, err := fs.ReadDir(t.fsys, dir)
	if err != nil {
		t.errorf("%s: fs.ReadDir: %w", dir, err)
		return
	}
	t.same(dir, "first Open+ReadDir(-1)", list, "fs.ReadDir", other)
	t.sorted(dir, "fs.ReadDir", other)
	t.glob(dir, other)
}

// glob tests patterns that each match some names of a folder.
func (t *trial) glob(dir string, list []fs.DirEntry) {
	g, ok := t.fsys.(fs.GlobFS)
	if !ok || len(list) == 0 {
		return
	}
	escape := strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`)
	prefix := ""
	if dir != "." {
		prefix = escape.Replace(dir) + "/"
	}
	for _, last := range []string{"*", escape.Replace(list[0].Name()[:1]) + "*", "*" + escape.Replace(list[len(list)-1].Name())} {
		var want []string
		for _, e := range list {
			if ok, err := path.Match(last, e.Name()); ok && err == nil {
				want = append(want, path.Join(dir, e.Name()))
			}
		}
		got, err := g.Glob(prefix + last)
		if err != nil {
			t.errorf("%s: Glob(%#q): %w", dir, prefix+last, err)
		} else if slices.Sort(got); !slices.Equal(got, want) {
			t.errorf("%s: Glob(%#q): wrong output: %v, want %v", dir, prefix+last, got, want)
		}
	}
	if _, err := g.Glob(prefix + "nonexist/[]"); err == nil {
		t.errorf("%s: Glob(%#q): bad pattern not detected", dir, prefix+"nonexist/[]")
	}
}

// entry tests whether what describes a file agrees with its entry.
func (t *trial) entry(at string, e fs.DirEntry) {
	i, err := e.Info()
	if err != nil {
		t.errorf("%s: entry.Info: %w", at, err)
		return
	}
	if e.IsDir() != (e.Type()&fs.ModeDir != 0) {
		t.errorf("%s: entry.IsDir() and entry.Type() disagree", at)
	}
	if described(fs.FileInfoToDirEntry(i)) != described(e) {
		t.errorf("%s: mismatch:\n\tentry = %s\n\tinfo = %s", at, described(e), described(fs.FileInfoToDirEntry(i)))
	}
	if e.Type()&fs.ModeSymlink != 0 {
		t.link(at)
		return
	}
	f, err := t.fsys.Open(at)
	if err != nil {
		t.errorf("%s: Open: %w", at, err)
		return
	}
	s, err := f.Stat()
	f.Close()
	if err != nil {
		t.errorf("%s: Stat: %w", at, err)
		return
	}
	full := func(i fs.FileInfo) string {
		size := i.Size()
		if i.IsDir() {
			size = 0
		}
		return fmt.Sprint(i.Name(), i.Mode(), size, i.ModTime())
	}
	other, err := fs.Stat(t.fsys, at)
	if err != nil {
		t.errorf("%s: fs.Stat: %w", at, err)
		return
	}
	for how, x := range map[string]fs.FileInfo{"entry.Info": i, "fs.Stat": other} {
		if full(x) != full(s) {
			t.errorf("%s: %s and file.Stat differ: %s, %s", at, how, full(x), full(s))
		}
	}
}

func (t *trial) link(at string) {
	l, ok := t.fsys.(fs.ReadLinkFS)
	if !ok {
		return
	}
	if i, err := l.Lstat(at); err != nil {
		t.errorf("%s: fsys.Lstat: %w", at, err)
	} else if i.Mode().Type() != fs.ModeSymlink {
		t.errorf("%s: fsys.Lstat says it is no link", at)
	}
	if _, err := l.ReadLink(at); err != nil {
		t.errorf("%s: fsys.ReadLink: %w", at, err)
	}
}

// file tests reading.
func (t *trial) file(at string) {
	t.files = append(t.files, at)
	f, err := t.fsys.Open(at)
	if err != nil {
		t.errorf("%s: Open: %w", at, err)
		return
	}
	data, err := io.ReadAll(f)
	if err != nil {
		f.Close()
		t.errorf("%s: Open+ReadAll: %w", at, err)
		return
	}
	if err := f.Close(); err != nil {
		t.errorf("%s: Close: %w", at, err)
	}
	f.Close() // must not panic
	same := func(how string, got []byte, err error) {
		if err != nil {
			t.errorf("%s: %s: %w", at, how, err)
		} else if !bytes.Equal(got, data) {
			t.errorf("%s: ReadAll vs %s: different data returned:\n%q\n%q", at, how, data, got)
		}
	}
	if r, ok := t.fsys.(fs.ReadFileFS); ok {
		first, err := r.ReadFile(at)
		same("fsys.ReadFile", first, err)
		for i := range first { // must be the caller's own
			first[i]++
		}
		second, err := r.ReadFile(at)
		same("fsys.ReadFile after changes", second, err)
	}
	other, err := fs.ReadFile(t.fsys, at)
	same("fs.ReadFile", other, err)
	if f, err = t.fsys.Open(at); err == nil {
		defer f.Close()
		if err := iotest.TestReader(f, data); err != nil {
			t.errorf("%s: failed TestReader:\n\t%s", at, strings.ReplaceAll(err.Error(), "\n", "\n\t"))
		}
	}
}

// rejects tests names that must not be accepted.
func (t *trial) rejects(at string) {
	bad := []string{"/" + at, at + "/."}
	if at == "." {
		bad = append(bad, "/")
	}
	if i := strings.Index(at, "/"); i >= 0 {
		bad = append(bad, at[:i]+"//"+at[i+1:], at[:i]+"/./"+at[i+1:], at[:i]+`\`+at[i+1:], at[:i]+"/../"+at)
	}
	if i := strings.LastIndex(at, "/"); i >= 0 {
		bad = append(bad, at[:i]+"//"+at[i+1:])
	}
	for _, name := range bad {
		if f, err := t.fsys.Open(name); err == nil {
			f.Close()
			t.errorf("%s: Open(%s) succeeded, want error", at, name)
		}
	}
}
