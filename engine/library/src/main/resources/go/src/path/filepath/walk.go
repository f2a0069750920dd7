package filepath

import (
	"io/fs"
	"os"
	"slices"
)

// WalkDir calls fn for root and all below, in lexical order. It does not follow symbolic links.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkEntries(root, fs.FileInfoToDirEntry(info), fn)
	}
	return unlessSkipped(err)
}

func unlessSkipped(err error) error {
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkEntries(path string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	if err := fn(path, d, nil); err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			return nil
		}
		return err
	}
	list, err := os.ReadDir(path)
	if err != nil {
		if err = fn(path, d, err); err != nil {
			if err == SkipDir {
				return nil
			}
			return err
		}
	}
	for _, e := range list {
		if err := walkEntries(Join(path, e.Name()), e, fn); err != nil {
			if err == SkipDir {
				return nil
			}
			return err
		}
	}
	return nil
}

// Walk is WalkDir that describes each file by os.Lstat.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkInfos(root, info, fn)
	}
	return unlessSkipped(err)
}

func walkInfos(path string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(path, info, nil)
	}
	names, err := dirNames(path)
	told := fn(path, info, err)
	if err != nil || told != nil {
		// The directory could not be read, or is not to be.
		return told
	}
	for _, name := range names {
		full := Join(path, name)
		info, err := os.Lstat(full)
		if err != nil {
			if err := fn(full, info, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err := walkInfos(full, info, fn); err != nil {
			if !info.IsDir() || err != SkipDir {
				return err
			}
		}
	}
	return nil
}

func dirNames(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	slices.Sort(names)
	return names, err
}

// Glob gives the names of all files that pattern fits. Errors of the file system are left out.
func Glob(pattern string) (matches []string, err error) {
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	return glob(pattern)
}

func magic(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '*', '?', '[', '\\':
			return true
		}
	}
	return false
}

func glob(pattern string) ([]string, error) {
	if !magic(pattern) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := Split(pattern)
	switch dir {
	case "":
		dir = "."
	case "/":
	default:
		dir = dir[:len(dir)-1]
	}
	dirs := []string{dir}
	if magic(dir) {
		if dir == pattern {
			return nil, ErrBadPattern
		}
		var err error
		if dirs, err = glob(dir); err != nil {
			return nil, err
		}
	}
	var matches []string
	for _, d := range dirs {
		info, err := os.Stat(d)
		if err != nil || !info.IsDir() {
			continue
		}
		names, _ := dirNames(d)
		for _, name := range names {
			fits, err := Match(file, name)
			if err != nil {
				return matches, err
			}
			if fits {
				matches = append(matches, Join(d, name))
			}
		}
	}
	return matches, nil
}
