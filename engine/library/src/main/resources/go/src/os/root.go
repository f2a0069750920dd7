package os

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"syscall"
	"time"
)

var errEscapes = errors.New("path escapes from parent")

// Root is a folder through which only what lies below it can be reached: neither .. nor links lead out. Links are looked at before
// a file is used; who changes them at that moment is not held up.
type Root struct {
	name   string // as given
	path   string
	closed bool
}

// OpenRoot opens a folder as a Root.
func OpenRoot(name string) (*Root, error) {
	info, err := Stat(name)
	if err != nil {
		return nil, &PathError{Op: "open", Path: name, Err: cause(err)}
	}
	if !info.IsDir() {
		return nil, &PathError{Op: "open", Path: name, Err: errors.New("not a directory")}
	}
	at := name
	if !strings.HasPrefix(at, "/") {
		wd, err := Getwd()
		if err != nil {
			return nil, err
		}
		at = wd + "/" + at
	}
	return &Root{name: name, path: path.Clean(at)}, nil
}

// OpenInRoot opens a file below a folder.
func OpenInRoot(dir, name string) (*File, error) {
	r, err := OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.Open(name)
}

// mostRootLinks is how many links are followed for one name.
const mostRootLinks = 40

// below returns where a name of the root lies. A link at its end is followed only if so wanted.
func (r *Root) below(name string, last bool) (string, error) {
	switch {
	case r.closed:
		return "", ErrClosed
	case name == "":
		return "", syscall.ENOENT
	case strings.HasPrefix(name, "/"):
		return "", errEscapes
	}
	left := strings.Split(name, "/")
	var at []string
	links := 0
	for len(left) > 0 {
		part := left[0]
		left = left[1:]
		switch part {
		case "", ".":
			continue
		case "..":
			if len(at) == 0 {
				return "", errEscapes
			}
			at = at[:len(at)-1]
			continue
		}
		here := r.path + "/" + strings.Join(append(at[:len(at):len(at)], part), "/")
		if len(left) > 0 || last {
			if to, err := Readlink(here); err == nil {
				if links++; links > mostRootLinks {
					return "", syscall.ELOOP
				}
				if strings.HasPrefix(to, "/") {
					return "", errEscapes
				}
				left = append(strings.Split(to, "/"), left...)
				continue
			}
		}
		at = append(at, part)
	}
	return path.Join(append([]string{r.path}, at...)...), nil
}

// do does something with a name and gives errors the name as it was given.
func (r *Root) do(op, name string, last bool, act func(at string) error) error {
	at, err := r.below(name, last)
	if err == nil {
		err = act(at)
	}
	if err != nil {
		return &PathError{Op: op, Path: name, Err: cause(err)}
	}
	return nil
}

// both is do for two names.
func (r *Root) both(op, from, to string, act func(a, b string) error) error {
	a, err := r.below(from, false)
	b := ""
	if err == nil {
		if b, err = r.below(to, false); err == nil {
			err = act(a, b)
		}
	}
	if err != nil {
		return &LinkError{Op: op, Old: from, New: to, Err: cause(err)}
	}
	return nil
}

// Name returns the name that the root was opened by.
func (r *Root) Name() string { return r.name }

// Close makes the root unusable.
func (r *Root) Close() error {
	r.closed = true
	return nil
}

// Open opens a file for reading.
func (r *Root) Open(name string) (*File, error) { return r.OpenFile(name, O_RDONLY, 0) }

// Create makes a file, or empties it.
func (r *Root) Create(name string) (*File, error) {
	return r.OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0o666)
}

// OpenFile opens a file.
func (r *Root) OpenFile(name string, flag int, perm FileMode) (f *File, err error) {
	err = r.do("openat", name, flag&O_EXCL == 0, func(at string) (err error) {
		if perm&0o777 != perm {
			return errors.New("unsupported file mode")
		}
		if f, err = OpenFile(at, flag, perm); err == nil {
			f.name = path.Join(r.name, name)
		}
		return err
	})
	return f, err
}

// OpenRoot opens a folder below as a Root.
func (r *Root) OpenRoot(name string) (inner *Root, err error) {
	err = r.do("openat", name, true, func(at string) (err error) {
		if inner, err = OpenRoot(at); err == nil {
			inner.name = path.Join(r.name, name)
		}
		return err
	})
	return inner, err
}

// Mkdir makes a folder.
func (r *Root) Mkdir(name string, perm FileMode) error {
	return r.do("mkdirat", name, false, func(at string) error { return Mkdir(at, perm) })
}

// MkdirAll makes a folder and those above it.
func (r *Root) MkdirAll(name string, perm FileMode) error {
	return r.do("mkdirat", name, true, func(at string) error { return MkdirAll(at, perm) })
}

// Remove removes a file or an empty folder.
func (r *Root) Remove(name string) error { return r.do("removeat", name, false, Remove) }

// RemoveAll removes a file or a folder with all in it.
func (r *Root) RemoveAll(name string) error {
	return r.do("RemoveAll", name, false, func(at string) error {
		if at == r.path {
			return syscall.EINVAL
		}
		return RemoveAll(at)
	})
}

// Stat describes a file.
func (r *Root) Stat(name string) (info FileInfo, err error) {
	err = r.do("statat", name, true, func(at string) (err error) { info, err = Stat(at); return err })
	return info, err
}

// Lstat describes a file, or a link.
func (r *Root) Lstat(name string) (info FileInfo, err error) {
	err = r.do("lstatat", name, false, func(at string) (err error) { info, err = Lstat(at); return err })
	return info, err
}

// Readlink returns where a link leads.
func (r *Root) Readlink(name string) (to string, err error) {
	err = r.do("readlinkat", name, false, func(at string) (err error) { to, err = Readlink(at); return err })
	return to, err
}

// ReadFile returns the contents of a file.
func (r *Root) ReadFile(name string) ([]byte, error) {
	f, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// WriteFile makes a file with contents.
func (r *Root) WriteFile(name string, data []byte, perm FileMode) error {
	f, err := r.OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// Chmod sets the rights of a file.
func (r *Root) Chmod(name string, mode FileMode) error {
	return r.do("chmodat", name, true, func(at string) error { return Chmod(at, mode) })
}

// Chown sets owner and group of a file.
func (r *Root) Chown(name string, uid, gid int) error {
	return r.do("chownat", name, true, func(at string) error { return Chown(at, uid, gid) })
}

// Lchown sets owner and group of a file, or of a link.
func (r *Root) Lchown(name string, uid, gid int) error {
	return r.do("lchownat", name, false, func(at string) error { return Lchown(at, uid, gid) })
}

// Chtimes sets the times of a file.
func (r *Root) Chtimes(name string, atime time.Time, mtime time.Time) error {
	return r.do("chtimesat", name, true, func(at string) error { return Chtimes(at, atime, mtime) })
}

// Rename moves a file.
func (r *Root) Rename(oldname, newname string) error {
	return r.both("renameat", oldname, newname, Rename)
}

// Link makes another name of a file.
func (r *Root) Link(oldname, newname string) error {
	return r.both("linkat", oldname, newname, Link)
}

// Symlink makes a link; where it leads is not checked.
func (r *Root) Symlink(oldname, newname string) error {
	at, err := r.below(newname, false)
	if err == nil {
		err = Symlink(oldname, at)
	}
	if err != nil {
		return &LinkError{Op: "symlinkat", Old: oldname, New: newname, Err: cause(err)}
	}
	return nil
}

// FS returns the root as a file system.
func (r *Root) FS() fs.FS { return (*rootFS)(r) }

type rootFS Root

func (r *rootFS) check(op, name string) error {
	if !fs.ValidPath(name) {
		return &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return nil
}

func (r *rootFS) Open(name string) (fs.File, error) {
	if err := r.check("open", name); err != nil {
		return nil, err
	}
	f, err := (*Root)(r).Open(name)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (r *rootFS) ReadFile(name string) ([]byte, error) {
	if err := r.check("readfile", name); err != nil {
		return nil, err
	}
	return (*Root)(r).ReadFile(name)
}

func (r *rootFS) ReadDir(name string) ([]DirEntry, error) {
	if err := r.check("readdir", name); err != nil {
		return nil, err
	}
	f, err := (*Root)(r).Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := f.ReadDir(-1)
	for i := range list { // in order of names, as fs.ReadDirFS wants it
		for k := i; k > 0 && list[k].Name() < list[k-1].Name(); k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
	return list, err
}

func (r *rootFS) Stat(name string) (FileInfo, error) {
	if err := r.check("stat", name); err != nil {
		return nil, err
	}
	return (*Root)(r).Stat(name)
}

func (r *rootFS) Lstat(name string) (FileInfo, error) {
	if err := r.check("lstat", name); err != nil {
		return nil, err
	}
	return (*Root)(r).Lstat(name)
}

func (r *rootFS) ReadLink(name string) (string, error) {
	if err := r.check("readlink", name); err != nil {
		return "", err
	}
	return (*Root)(r).Readlink(name)
}
