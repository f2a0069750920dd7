// Package embed gives access to files that a program was compiled with: those that //go:embed lines name.
package embed

import (
	"errors"
	"internal/embedded"
	"io"
	"io/fs"
	"sort"
	"time"
)

// FS is a tree of files that cannot be changed. It is an fs.FS.
type FS embedded.Set

var (
	_ fs.ReadDirFS  = FS{}
	_ fs.ReadFileFS = FS{}
)

func (f FS) files() []embedded.File {
	if f.Files == nil {
		return nil
	}
	return *f.Files
}

// find returns a file or folder.
func (f FS) find(op, name string) (*embedded.File, error) {
	if name == "." {
		return &embedded.File{Name: ".", Folder: true}, nil
	}
	list := f.files()
	i := sort.Search(len(list), func(i int) bool { return !embedded.Less(list[i].Name, name) })
	if i < len(list) && list[i].Name == name {
		return &list[i], nil
	}
	return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

// children returns what a folder has.
func (f FS) children(folder string) []embedded.File {
	list := f.files()
	in := func(i int) string {
		dir, _ := embedded.Split(list[i].Name)
		return dir
	}
	begin := sort.Search(len(list), func(i int) bool { return in(i) >= folder })
	end := sort.Search(len(list), func(i int) bool { return in(i) > folder })
	return list[begin:end]
}

// Open opens a file or folder. A file is an io.Seeker and io.ReaderAt.
func (f FS) Open(name string) (fs.File, error) {
	e, err := f.find("open", name)
	if err != nil {
		return nil, err
	}
	if e.Folder {
		return &folder{described{e}, f.children(e.Name), 0}, nil
	}
	return &reading{described{e}, 0}, nil
}

// ReadDir returns what a folder has, by name.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	file, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	d, ok := file.(*folder)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("not a directory")}
	}
	return d.ReadDir(-1)
}

// ReadFile returns the contents of a file.
func (f FS) ReadFile(name string) ([]byte, error) {
	e, err := f.find("open", name)
	if err != nil {
		return nil, err
	}
	if e.Folder {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	}
	return []byte(e.Content), nil
}

// described describes a file as fs.FileInfo and fs.DirEntry.
type described struct{ file *embedded.File }

func (d described) Name() string {
	_, name := embedded.Split(d.file.Name)
	return name
}

func (d described) Size() int64                { return int64(len(d.file.Content)) }
func (d described) ModTime() time.Time         { return time.Time{} }
func (d described) IsDir() bool                { return d.file.Folder }
func (d described) Sys() any                   { return nil }
func (d described) Type() fs.FileMode          { return d.Mode().Type() }
func (d described) Info() (fs.FileInfo, error) { return d, nil }
func (d described) Stat() (fs.FileInfo, error) { return d, nil }
func (d described) Close() error               { return nil }
func (d described) String() string             { return fs.FormatFileInfo(d) }

func (d described) Mode() fs.FileMode {
	if d.file.Folder {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

func (d described) failed(op string, err error) error {
	return &fs.PathError{Op: op, Path: d.file.Name, Err: err}
}

// reading is an open file.
type reading struct {
	described
	at int64
}

func (r *reading) Read(b []byte) (int, error) {
	if r.at >= r.Size() {
		return 0, io.EOF
	}
	if r.at < 0 {
		return 0, r.failed("read", fs.ErrInvalid)
	}
	n := copy(b, r.file.Content[r.at:])
	r.at += int64(n)
	return n, nil
}

func (r *reading) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > r.Size() {
		return 0, r.failed("read", fs.ErrInvalid)
	}
	n := copy(b, r.file.Content[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

func (r *reading) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += r.at
	case io.SeekEnd:
		offset += r.Size()
	}
	if offset < 0 || offset > r.Size() {
		return 0, r.failed("seek", fs.ErrInvalid)
	}
	r.at = offset
	return offset, nil
}

// folder is an open folder.
type folder struct {
	described
	list []embedded.File
	at   int
}

func (f *folder) Read([]byte) (int, error) { return 0, f.failed("read", errors.New("is a directory")) }

// ReadDir returns at most count entries, all for count <= 0.
func (f *folder) ReadDir(count int) ([]fs.DirEntry, error) {
	left := len(f.list) - f.at
	if count > 0 && left == 0 {
		return nil, io.EOF
	}
	if count <= 0 || count > left {
		count = left
	}
	list := make([]fs.DirEntry, count)
	for i := range list {
		list[i] = described{&f.list[f.at+i]}
	}
	f.at += count
	return list, nil
}
