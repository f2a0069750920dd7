package os

import (
	"io"
	"io/fs"
	"syscall"
)

// Chown sets owner and group of a file; -1 leaves one as it is.
func Chown(name string, uid, gid int) error {
	return pathError("chown", name, syscall.Chown(name, uid, gid))
}

// Lchown is Chown that does not follow a link.
func Lchown(name string, uid, gid int) error {
	return pathError("lchown", name, syscall.Lchown(name, uid, gid))
}

// Chown sets owner and group of the file.
func (f *File) Chown(uid, gid int) error {
	if err := f.check("chown"); err != nil {
		return err
	}
	path, err := syscall.PathOf(f.fd)
	if err == nil {
		err = syscall.Chown(path, uid, gid)
	}
	return f.wrap("chown", err)
}

// rawFile lets functions use the number of a file.
type rawFile struct{ f *File }

func (r rawFile) use(f func(fd uintptr)) error {
	if err := r.f.check("SyscallConn"); err != nil {
		return err
	}
	f(uintptr(r.f.fd))
	return nil
}

func (r rawFile) Control(f func(fd uintptr)) error { return r.use(f) }

func (r rawFile) again(mode int, f func(fd uintptr) bool) error {
	if w := r.f.waits; w != nil {
		if !w.enter(mode) {
			return ErrClosed
		}
		defer r.f.leave(mode)
	}
	done := false
	for {
		if err := r.use(func(fd uintptr) { done = f(fd) }); err != nil || done {
			return err
		}
		if err := r.f.await(mode); err != nil {
			return err
		}
	}
}

func (r rawFile) Read(f func(fd uintptr) (done bool)) error  { return r.again('r', f) }
func (r rawFile) Write(f func(fd uintptr) (done bool)) error { return r.again('w', f) }

// SyscallConn returns what gives access to the number of the file.
func (f *File) SyscallConn() (syscall.RawConn, error) {
	if err := f.check("SyscallConn"); err != nil {
		return nil, err
	}
	return rawFile{f}, nil
}

// CopyFS copies a file system into a folder, where none of its files may be yet.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := dir
		if name != "." {
			to += "/" + name
		}
		switch d.Type() {
		case ModeDir:
			return MkdirAll(to, 0o777)
		case ModeSymlink:
			target, err := fs.ReadLink(fsys, name)
			if err != nil {
				return err
			}
			return Symlink(target, to)
		case 0:
			return copyFile(fsys, name, to)
		}
		return &PathError{Op: "CopyFS", Path: name, Err: ErrInvalid}
	})
}

func copyFile(fsys fs.FS, name, to string) error {
	from, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	f, err := OpenFile(to, O_CREATE|O_EXCL|O_WRONLY, 0o666|info.Mode()&0o777)
	if err != nil {
		return err
	}
	if _, err = io.Copy(f, from); err != nil {
		f.Close()
		return &PathError{Op: "Copy", Path: to, Err: err}
	}
	return f.Close()
}
