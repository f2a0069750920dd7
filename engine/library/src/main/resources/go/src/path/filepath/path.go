// Package filepath works on paths as the operating system writes them: with slashes here.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
)

const (
	Separator     = os.PathSeparator
	ListSeparator = os.PathListSeparator
)

var (
	SkipDir       error = fs.SkipDir
	SkipAll       error = fs.SkipAll
	ErrBadPattern       = path.ErrBadPattern
)

// WalkFunc is called by Walk for each file.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// Clean gives the shortest path that means the same, see path.Clean.
func Clean(path string) string { return pathClean(path) }

func pathClean(p string) string { return path.Clean(p) }

// IsLocal reports whether path stays below the directory that it is looked up in.
func IsLocal(path string) bool {
	if path == "" || IsAbs(path) {
		return false
	}
	depth := 0
	for part := range strings.SplitSeq(path, "/") {
		switch part {
		case "", ".":
		case "..":
			if depth--; depth < 0 {
				return false
			}
		default:
			depth++
		}
	}
	return true
}

// Localize gives the operating system's form of a path of package io/fs; an error for one that is not valid or has a NUL.
func Localize(path string) (string, error) {
	if !fs.ValidPath(path) || strings.IndexByte(path, 0) >= 0 {
		return "", errors.New("invalid path")
	}
	return path, nil
}

// ToSlash gives path with slashes for separators.
func ToSlash(path string) string { return path }

// FromSlash gives path with separators for slashes.
func FromSlash(path string) string { return path }

// SplitList gives the parts of a list like PATH's.
func SplitList(path string) []string {
	if path == "" {
		return []string{}
	}
	return strings.Split(path, string(ListSeparator))
}

// Split gives what is up to and including the last separator, and the rest.
func Split(path string) (dir, file string) { return splitPath(path) }

func splitPath(p string) (dir, file string) { return path.Split(p) }

// Join puts separators between elem, without the empty ones, and cleans the result.
func Join(elem ...string) string { return path.Join(elem...) }

// Ext gives the last element's end from its last dot on, or "".
func Ext(path string) string { return extOf(path) }

func extOf(p string) string { return path.Ext(p) }

// Base gives the last element; "." for the empty path, "/" where there are only separators.
func Base(path string) string { return baseOf(path) }

func baseOf(p string) string { return path.Base(p) }

// Dir gives all but the last element, cleaned.
func Dir(path string) string { return dirOf(path) }

func dirOf(p string) string { return path.Dir(p) }

// VolumeName gives the drive in front of a path; there are none here.
func VolumeName(path string) string { return "" }

// IsAbs reports whether path begins at the root.
func IsAbs(path string) bool { return strings.HasPrefix(path, "/") }

// HasPrefix reports whether p begins with prefix as a string.
//
// Deprecated: it does not heed the limits of elements.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }

// Abs gives path from the root, cleaned.
func Abs(path string) (string, error) {
	if IsAbs(path) {
		return Clean(path), nil
	}
	wd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(wd, path), nil
}

// Rel gives a path from basepath to targpath; an error where that would need to know more than their texts.
func Rel(basepath, targpath string) (string, error) {
	base, target := Clean(basepath), Clean(targpath)
	if base == target {
		return ".", nil
	}
	if base == "." {
		base = ""
	}
	if IsAbs(base) != IsAbs(target) {
		return "", errors.New("Rel: can't make " + targpath + " relative to " + basepath)
	}
	from, to := elements(base), elements(target)
	common := 0
	for common < len(from) && common < len(to) && from[common] == to[common] {
		common++
	}
	var out []string
	for _, e := range from[common:] {
		if e == ".." {
			return "", errors.New("Rel: can't make " + targpath + " relative to " + basepath)
		}
		out = append(out, "..")
	}
	out = append(out, to[common:]...)
	return strings.Join(out, "/"), nil
}

// elements gives the elements of a clean path.
func elements(p string) []string {
	p = strings.TrimPrefix(p, "/")
	if p == "" || p == "." {
		return nil
	}
	return strings.Split(p, "/")
}

// Match reports whether pattern fits all of name, see path.Match.
func Match(pattern, name string) (matched bool, err error) { return path.Match(pattern, name) }

// EvalSymlinks gives path, cleaned, without symbolic links.
func EvalSymlinks(path string) (string, error) {
	const mostLinks = 255
	done := ""
	if IsAbs(path) {
		done = "/"
	}
	rest := strings.Split(path, "/")
	for links := 0; len(rest) > 0; {
		e := rest[0]
		rest = rest[1:]
		if e == "" || e == "." {
			continue
		}
		next := Join(done, e)
		if e == ".." {
			if done == "" || Base(done) == ".." {
				next = Join(done, "..")
				if done != "" {
					next = done + "/.."
				}
			}
			done = next
			if done == "." {
				done = ""
			}
			continue
		}
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if !info.IsDir() && len(rest) > 0 {
				return "", &fs.PathError{Op: "lstat", Path: Join(next, rest[0]), Err: errors.New("not a directory")}
			}
			done = next
			continue
		}
		if links++; links > mostLinks {
			return "", errors.New("EvalSymlinks: too many links")
		}
		target, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(target) {
			done = "/"
		}
		rest = append(strings.Split(target, "/"), rest...)
	}
	return Clean(done), nil
}
