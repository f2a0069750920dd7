// Package fstest has a file system in memory and a test of file systems.
package fstest

import (
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"
	"time"
)

// MapFS is a file system of files by their paths. Folders on the way need not be in it.
type MapFS map[string]*MapFile

// MapFile is a file, a folder or a symbolic link of a MapFS.
type MapFile struct {
	Data    []byte // contents, or where a link leads
	Mode    fs.FileMode
	ModTime time.Time
	Sys     any
}

var (
	_ fs.ReadLinkFS = MapFS{}
	_ fs.ReadDirFS  = MapFS{}
	_ fs.ReadFileFS = MapFS{}
	_ fs.StatFS     = MapFS{}
	_ fs.GlobFS     = MapFS{}
	_ fs.SubFS      = MapFS{}
)

func absent(op, name string) error { return &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist} }

// mostLinks is how many links are followed for one name.
const mostLinks = 255

// follow returns a path without links; the last element may be one where it is not to be followed.
func (m MapFS) follow(name string, last bool) (string, bool) {
	for range mostLinks {
		if !fs.ValidPath(name) {
			return "", false
		}
		parts := strings.Split(name, "/")
		linked := false
		for i := range parts {
			if i == len(parts)-1 && !last {
				break
			}
			at := strings.Join(parts[:i+1], "/")
			if f := m[at]; f != nil && f.Mode.Type() == fs.ModeSymlink {
				if path.IsAbs(string(f.Data)) {
					return "", false
				}
				name = path.Join(append([]string{path.Dir(at), string(f.Data)}, parts[i+1:]...)...)
				linked = true
				break
			}
		}
		if !linked {
			return name, true
		}
	}
	return "", false
}

// children returns what is in a folder.
func (m MapFS) children(folder string) []fs.DirEntry {
	prefix := folder + "/"
	if folder == "." {
		prefix = ""
	}
	found := map[string]*MapFile{}
	for name, f := range m {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok || rest == "." || rest == "" {
			continue
		}
		first, _, deeper := strings.Cut(rest, "/")
		if !deeper {
			found[first] = f
		} else if found[first] == nil {
			found[first] = nil
		}
	}
	list := make([]fs.DirEntry, 0, len(found))
	for name, f := range found {
		list = append(list, info(name, f))
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Name() < list[j].Name() })
	return list
}

// get returns a file or folder by its path without links.
func (m MapFS) get(real string) (*MapFile, bool) {
	if f := m[real]; f != nil {
		return f, true
	}
	return nil, real == "." || len(m.children(real)) > 0
}

// Open opens a file or folder.
func (m MapFS) Open(name string) (fs.File, error) {
	real, ok := m.follow(name, true)
	if !ok {
		return nil, absent("open", name)
	}
	f, ok := m.get(real)
	if !ok {
		return nil, absent("open", name)
	}
	about := info(path.Base(name), f)
	if about.IsDir() {
		return &openDir{entry: about, path: name, left: m.children(real)}, nil
	}
	return &openFile{entry: about, path: name}, nil
}

// plain hides the other methods of a MapFS, so that the functions of package fs do the work.
type plain struct{ m MapFS }

func (p plain) Open(name string) (fs.File, error) { return p.m.Open(name) }

// ReadFile returns the contents of a file.
func (m MapFS) ReadFile(name string) ([]byte, error) { return fs.ReadFile(plain{m}, name) }

// Stat describes a file.
func (m MapFS) Stat(name string) (fs.FileInfo, error) { return fs.Stat(plain{m}, name) }

// ReadDir returns what is in a folder, by name.
func (m MapFS) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(plain{m}, name) }

// Glob returns the names that a pattern matches.
func (m MapFS) Glob(pattern string) ([]string, error) { return fs.Glob(plain{m}, pattern) }

// whole has all methods of a MapFS but Sub.
type whole struct{ MapFS }

func (whole) Sub() {}

// Sub returns the file system of a folder.
func (m MapFS) Sub(dir string) (fs.FS, error) { return fs.Sub(whole{m}, dir) }

func (m MapFS) describe(op, name string) (*entry, error) {
	real, ok := m.follow(name, false)
	if !ok {
		return nil, absent(op, name)
	}
	f, ok := m.get(real)
	if !ok {
		return nil, absent(op, name)
	}
	return info(path.Base(name), f), nil
}

// Lstat describes a file or, if it is one, a link.
func (m MapFS) Lstat(name string) (fs.FileInfo, error) {
	e, err := m.describe("lstat", name)
	if err != nil {
		return nil, err
	}
	return e, nil
}

// ReadLink returns where a link leads.
func (m MapFS) ReadLink(name string) (string, error) {
	e, err := m.describe("readlink", name)
	if err != nil {
		return "", err
	}
	if e.Type() != fs.ModeSymlink {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
	}
	return string(e.file.Data), nil
}

// entry describes a file as fs.FileInfo and fs.DirEntry.
type entry struct {
	name string
	file *MapFile
}

func info(name string, f *MapFile) *entry {
	if f == nil {
		f = &MapFile{Mode: fs.ModeDir | 0o555}
	}
	return &entry{name, f}
}

func (e *entry) Name() string               { return e.name }
func (e *entry) Size() int64                { return int64(len(e.file.Data)) }
func (e *entry) Mode() fs.FileMode          { return e.file.Mode }
func (e *entry) Type() fs.FileMode          { return e.file.Mode.Type() }
func (e *entry) ModTime() time.Time         { return e.file.ModTime }
func (e *entry) IsDir() bool                { return e.file.Mode.IsDir() }
func (e *entry) Sys() any                   { return e.file.Sys }
func (e *entry) Info() (fs.FileInfo, error) { return e, nil }
func (e *entry) Stat() (fs.FileInfo, error) { return e, nil }
func (e *entry) Close() error               { return nil }
func (e *entry) String() string             { return fs.FormatFileInfo(e) }

type openFile struct {
	*entry
	path string
	at   int64
}

func (f *openFile) invalid(op string) error {
	return &fs.PathError{Op: op, Path: f.path, Err: fs.ErrInvalid}
}

func (f *openFile) Read(b []byte) (int, error) {
	if f.at >= f.Size() {
		return 0, io.EOF
	}
	n := copy(b, f.file.Data[f.at:])
	f.at += int64(n)
	return n, nil
}

func (f *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > f.Size() {
		return 0, f.invalid("read")
	}
	n := copy(b, f.file.Data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	from := [...]int64{io.SeekStart: 0, io.SeekCurrent: f.at, io.SeekEnd: f.Size()}
	if whence >= 0 && whence < len(from) {
		offset += from[whence]
	}
	if offset < 0 || offset > f.Size() {
		return 0, f.invalid("seek")
	}
	f.at = offset
	return offset, nil
}

type openDir struct {
	*entry
	path string
	left []fs.DirEntry
}

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.path, Err: fs.ErrInvalid}
}

func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.left)
	if count > 0 {
		if n == 0 {
			return nil, io.EOF
		}
		n = min(n, count)
	}
	list := d.left[:n:n]
	d.left = d.left[n:]
	return list, nil
}
