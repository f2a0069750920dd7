// Package fs names what a file system can do, and has what works on any of them.
package fs

import (
	"errors"
	"internal/oserror"
	"io"
	"time"
	"unicode/utf8"
)

var (
	ErrInvalid    = oserror.ErrInvalid
	ErrPermission = oserror.ErrPermission
	ErrExist      = oserror.ErrExist
	ErrNotExist   = oserror.ErrNotExist
	ErrClosed     = oserror.ErrClosed
)

// FS is a tree of files. Names are slash-separated and never begin or end with a slash, see ValidPath.
type FS interface {
	// Open opens a file for reading; errors are *PathErrors with Op "open".
	Open(name string) (File, error)
}

// File is an open file; a directory should be a ReadDirFile.
type File interface {
	Stat() (FileInfo, error)
	Read([]byte) (int, error)
	Close() error
}

// ReadDirFile is a directory whose entries can be read.
type ReadDirFile interface {
	File
	// ReadDir gives the next n entries, with io.EOF where there are no more; for n <= 0 all that are left.
	ReadDir(n int) ([]DirEntry, error)
}

// DirEntry is an entry of a directory.
type DirEntry interface {
	Name() string
	IsDir() bool
	Type() FileMode
	// Info gives what Stat would; the file may have changed or gone since the directory was read.
	Info() (FileInfo, error)
}

// FileInfo describes a file.
type FileInfo interface {
	Name() string
	Size() int64
	Mode() FileMode
	ModTime() time.Time
	IsDir() bool
	Sys() any
}

// ReadDirFS has its own ReadDir.
type ReadDirFS interface {
	FS
	ReadDir(name string) ([]DirEntry, error)
}

// ReadFileFS has its own ReadFile.
type ReadFileFS interface {
	FS
	ReadFile(name string) ([]byte, error)
}

// StatFS has its own Stat.
type StatFS interface {
	FS
	Stat(name string) (FileInfo, error)
}

// GlobFS has its own Glob.
type GlobFS interface {
	FS
	Glob(pattern string) ([]string, error)
}

// SubFS has its own Sub.
type SubFS interface {
	FS
	Sub(dir string) (FS, error)
}

// ReadLinkFS knows symbolic links.
type ReadLinkFS interface {
	FS
	// ReadLink gives what the link name points to.
	ReadLink(name string) (string, error)
	// Lstat is Stat that does not follow a link.
	Lstat(name string) (FileInfo, error)
}

// ValidPath reports whether name may be given to Open: UTF-8, elements between slashes that are neither empty nor . nor .., or
// "." alone for the root.
func ValidPath(name string) bool {
	if name == "." {
		return true
	}
	if !utf8.ValidString(name) {
		return false
	}
	begin := 0
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		switch name[begin:i] {
		case "", ".", "..":
			return false
		}
		begin = i + 1
	}
	return true
}

// PathError tells what failed on which file, and why.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

func (e *PathError) Unwrap() error { return e.Err }

// Timeout reports whether the cause is a timeout.
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// wrong gives the PathError for a name that is not valid.
func wrong(op, name string) error { return &PathError{op, name, ErrInvalid} }

// Stat describes the file name.
func Stat(fsys FS, name string) (FileInfo, error) {
	if own, ok := fsys.(StatFS); ok {
		return own.Stat(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return file.Stat()
}

// Lstat is Stat that does not follow a symbolic link, where fsys knows of them.
func Lstat(fsys FS, name string) (FileInfo, error) {
	if own, ok := fsys.(ReadLinkFS); ok {
		return own.Lstat(name)
	}
	return Stat(fsys, name)
}

// ReadLink gives what the symbolic link name points to.
func ReadLink(fsys FS, name string) (string, error) {
	own, ok := fsys.(ReadLinkFS)
	if !ok {
		return "", wrong("readlink", name)
	}
	return own.ReadLink(name)
}

// ReadFile gives the whole contents of the file name.
func ReadFile(fsys FS, name string) ([]byte, error) {
	if own, ok := fsys.(ReadFileFS); ok {
		return own.ReadFile(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// ReadDir gives the entries of the directory name, sorted by name; with an error those that were read before it.
func ReadDir(fsys FS, name string) ([]DirEntry, error) {
	if own, ok := fsys.(ReadDirFS); ok {
		return own.ReadDir(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	dir, ok := file.(ReadDirFile)
	if !ok {
		return nil, &PathError{"readdir", name, errors.New("not implemented")}
	}
	list, err := dir.ReadDir(-1)
	sortByName(list)
	return list, err
}

// sortByName sorts entries; they mostly are in order already.
func sortByName(list []DirEntry) {
	for i := 1; i < len(list); i++ {
		e, name := list[i], list[i].Name()
		if name >= list[i-1].Name() {
			continue
		}
		lo, hi := 0, i
		for lo < hi {
			mid := (lo + hi) / 2
			if list[mid].Name() <= name {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		copy(list[lo+1:i+1], list[lo:i])
		list[lo] = e
	}
}
