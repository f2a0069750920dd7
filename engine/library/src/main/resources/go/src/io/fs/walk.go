package fs

import (
	"errors"
	"path"
)

var (
	// SkipDir, given by a WalkDirFunc, leaves out the directory, or for a file the rest of its directory.
	SkipDir = errors.New("skip this directory")
	// SkipAll, given by a WalkDirFunc, ends the walk.
	SkipAll = errors.New("skip everything and stop the walk")
)

// WalkDirFunc is called by WalkDir for each file. A first err tells that the root could not be described (d is nil then) or
// that the directory path could not be read, for which it is called a second time.
type WalkDirFunc func(path string, d DirEntry, err error) error

// WalkDir calls fn for root and all below, in lexical order. It does not follow symbolic links.
func WalkDir(fsys FS, root string, fn WalkDirFunc) error {
	info, err := Stat(fsys, root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(fsys, root, FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(fsys FS, name string, entry DirEntry, fn WalkDirFunc) error {
	if err := fn(name, entry, nil); err != nil || !entry.IsDir() {
		if err == SkipDir && entry.IsDir() {
			return nil
		}
		return err
	}
	list, err := ReadDir(fsys, name)
	if err != nil {
		if err = fn(name, entry, err); err != nil {
			if err == SkipDir {
				return nil
			}
			return err
		}
	}
	for _, e := range list {
		if err := walk(fsys, path.Join(name, e.Name()), e, fn); err != nil {
			if err == SkipDir {
				return nil
			}
			return err
		}
	}
	return nil
}

// Glob gives the names of all files that pattern fits, see path.Match. Errors of the file system are left out.
func Glob(fsys FS, pattern string) (matches []string, err error) {
	if own, ok := fsys.(GlobFS); ok {
		return own.Glob(pattern)
	}
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	return glob(fsys, pattern)
}

// magic reports whether s has characters that mean something in a pattern.
func magic(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '*', '?', '[', '\\':
			return true
		}
	}
	return false
}

func glob(fsys FS, pattern string) (matches []string, err error) {
	if !magic(pattern) {
		if _, err := Stat(fsys, pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := path.Split(pattern)
	if dir == "" {
		dir = "."
	} else {
		dir = dir[:len(dir)-1]
	}
	dirs := []string{dir}
	if magic(dir) {
		if dir == pattern {
			return nil, path.ErrBadPattern
		}
		if dirs, err = glob(fsys, dir); err != nil {
			return nil, err
		}
	}
	for _, d := range dirs {
		list, err := ReadDir(fsys, d)
		if err != nil {
			continue
		}
		for _, e := range list {
			fits, err := path.Match(file, e.Name())
			if err != nil {
				return matches, err
			}
			if fits {
				matches = append(matches, path.Join(d, e.Name()))
			}
		}
	}
	return matches, nil
}

// Sub gives the part of fsys below dir as a file system of its own.
func Sub(fsys FS, dir string) (FS, error) {
	if !ValidPath(dir) {
		return nil, wrong("sub", dir)
	}
	if dir == "." {
		return fsys, nil
	}
	if own, ok := fsys.(SubFS); ok {
		return own.Sub(dir)
	}
	return &subtree{fsys, dir}, nil
}

// subtree is the part of a file system below a directory. Names in errors are as the caller knows them.
type subtree struct {
	fsys FS
	dir  string
}

func (t *subtree) full(op, name string) (string, error) {
	if !ValidPath(name) {
		return "", wrong(op, name)
	}
	return path.Join(t.dir, name), nil
}

// short takes the directory's name off a full one.
func (t *subtree) short(name string) (string, bool) {
	switch {
	case name == t.dir:
		return ".", true
	case len(name) > len(t.dir)+1 && name[len(t.dir)] == '/' && name[:len(t.dir)] == t.dir:
		return name[len(t.dir)+1:], true
	}
	return "", false
}

func (t *subtree) shorten(err error) error {
	if e, ok := err.(*PathError); ok {
		if name, ok := t.short(e.Path); ok {
			e.Path = name
		}
	}
	return err
}

func (t *subtree) Open(name string) (File, error) {
	full, err := t.full("open", name)
	if err != nil {
		return nil, err
	}
	file, err := t.fsys.Open(full)
	return file, t.shorten(err)
}

func (t *subtree) ReadDir(name string) ([]DirEntry, error) {
	full, err := t.full("read", name)
	if err != nil {
		return nil, err
	}
	list, err := ReadDir(t.fsys, full)
	return list, t.shorten(err)
}

func (t *subtree) ReadFile(name string) ([]byte, error) {
	full, err := t.full("read", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(t.fsys, full)
	return data, t.shorten(err)
}

func (t *subtree) ReadLink(name string) (string, error) {
	full, err := t.full("readlink", name)
	if err != nil {
		return "", err
	}
	target, err := ReadLink(t.fsys, full)
	return target, t.shorten(err)
}

func (t *subtree) Lstat(name string) (FileInfo, error) {
	full, err := t.full("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := Lstat(t.fsys, full)
	return info, t.shorten(err)
}

func (t *subtree) Glob(pattern string) ([]string, error) {
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if pattern == "." {
		return []string{"."}, nil
	}
	full := t.dir + "/" + pattern
	list, err := Glob(t.fsys, full)
	for i, name := range list {
		short, ok := t.short(name)
		if !ok {
			return nil, errors.New("invalid result from inner fsys Glob: " + name + " not in " + t.dir)
		}
		list[i] = short
	}
	return list, t.shorten(err)
}

func (t *subtree) Sub(dir string) (FS, error) {
	if dir == "." {
		return t, nil
	}
	full, err := t.full("sub", dir)
	if err != nil {
		return nil, err
	}
	return &subtree{t.fsys, full}, nil
}
