package os

import (
	"sort"
	"syscall"
	"time"
)

type fileStat struct {
	name string
	mode FileMode
	sys  syscall.Stat_t
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return s.sys.Size }
func (s *fileStat) Mode() FileMode     { return s.mode }
func (s *fileStat) IsDir() bool        { return s.mode.IsDir() }
func (s *fileStat) Sys() any           { return &s.sys }
func (s *fileStat) ModTime() time.Time { return time.Unix(s.sys.Mtim.Sec, s.sys.Mtim.Nsec) }

// describe makes a FileInfo of what the system says.
func describe(path string, sys *syscall.Stat_t) *fileStat {
	mode := FileMode(sys.Mode & 0777)
	switch sys.Mode & syscall.S_IFMT {
	case syscall.S_IFDIR:
		mode |= ModeDir
	case syscall.S_IFLNK:
		mode |= ModeSymlink
	case syscall.S_IFIFO:
		mode |= ModeNamedPipe
	case syscall.S_IFSOCK:
		mode |= ModeSocket
	case syscall.S_IFBLK:
		mode |= ModeDevice
	case syscall.S_IFCHR:
		mode |= ModeDevice | ModeCharDevice
	}
	if sys.Mode&syscall.S_ISUID != 0 {
		mode |= ModeSetuid
	}
	if sys.Mode&syscall.S_ISGID != 0 {
		mode |= ModeSetgid
	}
	if sys.Mode&syscall.S_ISVTX != 0 {
		mode |= ModeSticky
	}
	return &fileStat{lastElement(path), mode, *sys}
}

// lastElement returns what stands behind the last slash that is not at the end.
func lastElement(path string) string {
	for len(path) > 1 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' && i < len(path)-1 {
			return path[i+1:]
		}
	}
	return path
}

// Stat describes a file.
func Stat(name string) (FileInfo, error) {
	var sys syscall.Stat_t
	if err := syscall.Stat(name, &sys); err != nil {
		return nil, &PathError{Op: "stat", Path: name, Err: err}
	}
	return describe(name, &sys), nil
}

// Lstat is Stat that does not follow a symbolic link.
func Lstat(name string) (FileInfo, error) {
	var sys syscall.Stat_t
	if err := syscall.Lstat(name, &sys); err != nil {
		return nil, &PathError{Op: "lstat", Path: name, Err: err}
	}
	return describe(name, &sys), nil
}

// Stat describes the file.
func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	var sys syscall.Stat_t
	if err := syscall.Fstat(f.fd, &sys); err != nil {
		return nil, &PathError{Op: "stat", Path: f.name, Err: err}
	}
	return describe(f.name, &sys), nil
}

// SameFile reports whether two FileInfos of this package are of one file.
func SameFile(a, b FileInfo) bool {
	x, ok := a.(*fileStat)
	y, ok2 := b.(*fileStat)
	return ok && ok2 && x.sys.Dev == y.sys.Dev && x.sys.Ino == y.sys.Ino
}

// dirEntry is an entry of a directory.
type dirEntry struct {
	dir  string
	info FileInfo
}

func (e *dirEntry) Name() string            { return e.info.Name() }
func (e *dirEntry) IsDir() bool             { return e.info.IsDir() }
func (e *dirEntry) Type() FileMode          { return e.info.Mode().Type() }
func (e *dirEntry) Info() (FileInfo, error) { return Lstat(e.dir + "/" + e.info.Name()) }

func (e *dirEntry) String() string {
	kind := e.Type().String()
	text := kind[:len(kind)-len("rwxrwxrwx")] + " " + e.Name()
	if e.IsDir() {
		text += "/"
	}
	return text
}

func entries(path, shown string) ([]DirEntry, error) {
	names, err := syscall.ListDirectory(path)
	if err != nil {
		return nil, &PathError{Op: "open", Path: shown, Err: err}
	}
	list := make([]DirEntry, 0, len(names))
	for _, name := range names {
		info, err := Lstat(path + "/" + name)
		if IsNotExist(err) {
			continue // gone meanwhile
		}
		if err != nil {
			return list, err
		}
		list = append(list, &dirEntry{path, info})
	}
	return list, nil
}

// ReadDir returns the entries of a directory, sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	list, err := entries(name, name)
	sort.Slice(list, func(i, j int) bool { return list[i].Name() < list[j].Name() })
	return list, err
}

// ReadDir returns the next n entries of the directory, or all that are left where n is not positive.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	f.dirLock.Lock()
	defer f.dirLock.Unlock()
	if !f.listed {
		path, err := syscall.PathOf(f.fd)
		if err != nil {
			return nil, f.wrap("readdir", err)
		}
		f.listing, err = entries(path, f.name)
		if err != nil {
			return nil, &PathError{Op: "readdirent", Path: f.name, Err: cause(err)}
		}
		f.listed = true
	}
	if n <= 0 {
		rest := f.listing
		f.listing = nil
		if rest == nil {
			rest = []DirEntry{}
		}
		return rest, nil
	}
	if len(f.listing) == 0 {
		return nil, endOfDirectory
	}
	n = min(n, len(f.listing))
	part := f.listing[:n]
	f.listing = f.listing[n:]
	return part, nil
}

// Readdir is ReadDir that describes each entry.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	list, err := f.ReadDir(n)
	infos := make([]FileInfo, 0, len(list))
	for _, e := range list {
		infos = append(infos, e.(*dirEntry).info)
	}
	return infos, err
}

// Readdirnames is ReadDir that returns the names.
func (f *File) Readdirnames(n int) (names []string, err error) {
	list, err := f.ReadDir(n)
	names = make([]string, 0, len(list))
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names, err
}
