package os

import (
	"errors"
	"io"
	"io/fs"
	"strconv"
	"syscall"
	"time"
)

var endOfDirectory = io.EOF

func pathError(op, path string, err error) error {
	if err == nil {
		return nil
	}
	return &PathError{Op: op, Path: path, Err: err}
}

func linkError(op, from, to string, err error) error {
	if err == nil {
		return nil
	}
	return &LinkError{op, from, to, err}
}

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	return pathError("mkdir", name, syscall.Mkdir(name, systemMode(perm)))
}

// MkdirAll makes a directory and those above it that are missing.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	for end > 0 && path[end-1] == '/' {
		end--
	}
	if end > 0 {
		if err := MkdirAll(path[:end], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		if info, e := Lstat(path); e == nil && info.IsDir() {
			return nil // somebody else was faster
		}
	}
	return err
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	err := syscall.Unlink(name)
	if err == nil {
		return nil
	}
	asDirectory := syscall.Rmdir(name)
	if asDirectory == nil {
		return nil
	}
	if asDirectory != syscall.ENOTDIR {
		err = asDirectory
	}
	return &PathError{Op: "remove", Path: name, Err: err}
}

// RemoveAll removes a file or directory with all that is in it; nothing where there is none.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if path == "." || len(path) > 1 && path[len(path)-2:] == "/." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	info, statErr := Lstat(path)
	if statErr != nil {
		if IsNotExist(statErr) {
			return nil
		}
		return statErr
	}
	if !info.IsDir() {
		return err
	}
	names, listErr := syscall.ListDirectory(path)
	if listErr != nil && listErr != syscall.ENOENT {
		return &PathError{Op: "openfdat", Path: path, Err: listErr}
	}
	for _, name := range names {
		if err := RemoveAll(path + "/" + name); err != nil {
			return err
		}
	}
	if err := Remove(path); err != nil && !IsNotExist(err) {
		return err
	}
	return nil
}

// Rename moves a file.
func Rename(oldpath, newpath string) error {
	if info, err := Lstat(newpath); err == nil && info.IsDir() {
		from, err := Lstat(oldpath)
		if err == nil && !from.IsDir() {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	return linkError("rename", oldpath, newpath, syscall.Rename(oldpath, newpath))
}

// Link makes another name for a file.
func Link(oldname, newname string) error {
	return linkError("link", oldname, newname, syscall.Link(oldname, newname))
}

// Symlink makes a symbolic link.
func Symlink(oldname, newname string) error {
	return linkError("symlink", oldname, newname, syscall.Symlink(oldname, newname))
}

// Readlink returns where a symbolic link points to.
func Readlink(name string) (string, error) {
	for size := 256; ; size *= 2 {
		buf := make([]byte, size)
		n, err := syscall.Readlink(name, buf)
		if err != nil {
			return "", &PathError{Op: "readlink", Path: name, Err: err}
		}
		if n < size {
			return string(buf[:n]), nil
		}
	}
}

// Chmod sets the rights of a file.
func Chmod(name string, mode FileMode) error {
	return pathError("chmod", name, syscall.Chmod(name, systemMode(mode)))
}

// Chtimes sets the times of a file; a zero Time leaves one as it is.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	if atime.IsZero() && mtime.IsZero() {
		return nil // nothing is asked for, not even that the file exists
	}
	var sys syscall.Stat_t
	if err := syscall.Stat(name, &sys); err != nil {
		return &PathError{Op: "chtimes", Path: name, Err: err}
	}
	ts := []syscall.Timespec{sys.Atim, sys.Mtim}
	for i, t := range []time.Time{atime, mtime} {
		if !t.IsZero() {
			ts[i] = syscall.Timespec{Sec: t.Unix(), Nsec: int64(t.Nanosecond())}
		}
	}
	return pathError("chtimes", name, syscall.UtimesNano(name, ts))
}

// Truncate sets the length of a file.
func Truncate(name string, size int64) error {
	return pathError("truncate", name, syscall.Truncate(name, size))
}

// Chdir sets the working directory.
func Chdir(dir string) error { return pathError("chdir", dir, syscall.Chdir(dir)) }

// Getwd returns the working directory.
func Getwd() (dir string, err error) { return syscall.Getwd() }

// TempDir returns the directory for temporary files.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// UserHomeDir returns the user's home directory.
func UserHomeDir() (string, error) { return fromEnvironment("HOME", "") }

// UserCacheDir returns where programs keep what they can make again.
func UserCacheDir() (string, error) { return userDir("XDG_CACHE_HOME", "/.cache") }

// UserConfigDir returns where programs keep their settings.
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", "/.config") }

func fromEnvironment(name, behind string) (string, error) {
	if dir := Getenv(name); dir != "" {
		return dir + behind, nil
	}
	return "", errors.New("$" + name + " is not defined")
}

func userDir(name, inHome string) (string, error) {
	if dir := Getenv(name); dir != "" {
		if dir[0] != '/' {
			return "", errors.New("path in $" + name + " is relative")
		}
		return dir, nil
	}
	if home := Getenv("HOME"); home != "" {
		return home + inHome, nil
	}
	return "", errors.New("neither $" + name + " nor $HOME are defined")
}

// randomNumber returns a number that nobody can guess.
func randomNumber() uint32

// attempts is how often a new name is tried.
const attempts = 10000

// temporary divides a pattern at its last star.
func temporary(dir, pattern string) (before, behind string, err error) {
	for i := range len(pattern) {
		if pattern[i] == '/' {
			return "", "", errors.New("pattern contains path separator")
		}
	}
	before = pattern
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '*' {
			before, behind = pattern[:i], pattern[i+1:]
			break
		}
	}
	if dir == "" {
		dir = TempDir()
	}
	if dir[len(dir)-1] != '/' {
		dir += "/"
	}
	return dir + before, behind, nil
}

// CreateTemp makes a new file, whose name has a random text in place of the last star of the pattern.
func CreateTemp(dir, pattern string) (*File, error) {
	before, behind, err := temporary(dir, pattern)
	if err != nil {
		return nil, &PathError{Op: "createtemp", Path: pattern, Err: err}
	}
	for range attempts {
		name := before + strconv.FormatUint(uint64(randomNumber()), 10) + behind
		f, err := OpenFile(name, O_RDWR|O_CREATE|O_EXCL, 0600)
		if !IsExist(err) {
			return f, err
		}
	}
	return nil, &PathError{Op: "createtemp", Path: before + "*" + behind, Err: ErrExist}
}

// MkdirTemp makes a new directory, as CreateTemp makes a file.
func MkdirTemp(dir, pattern string) (string, error) {
	before, behind, err := temporary(dir, pattern)
	if err != nil {
		return "", &PathError{Op: "mkdirtemp", Path: pattern, Err: err}
	}
	for range attempts {
		name := before + strconv.FormatUint(uint64(randomNumber()), 10) + behind
		err := Mkdir(name, 0700)
		if err == nil {
			return name, nil
		}
		if !IsExist(err) {
			return "", err
		}
	}
	return "", &PathError{Op: "mkdirtemp", Path: before + "*" + behind, Err: ErrExist}
}

// IsPathSeparator reports whether c separates elements of a path.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// DirFS returns the files below a directory.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

func (d dirFS) path(op, name string) (string, error) {
	if d == "" {
		return "", &PathError{Op: op, Path: name, Err: errors.New("os: DirFS with empty root")}
	}
	if !fs.ValidPath(name) {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	if name == "." {
		return string(d), nil
	}
	return string(d) + "/" + name, nil
}

// within gives an error the name that was asked for.
func within(err error, name string) error {
	if e, ok := err.(*PathError); ok {
		return &PathError{Op: e.Op, Path: name, Err: e.Err}
	}
	return err
}

func (d dirFS) Open(name string) (fs.File, error) {
	path, err := d.path("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(path)
	if err != nil {
		return nil, within(err, name)
	}
	return f, nil
}

func (d dirFS) ReadFile(name string) ([]byte, error) {
	path, err := d.path("readfile", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(path)
	return data, within(err, name)
}

func (d dirFS) ReadDir(name string) ([]DirEntry, error) {
	path, err := d.path("readdir", name)
	if err != nil {
		return nil, err
	}
	list, err := ReadDir(path)
	return list, within(err, name)
}

func (d dirFS) Stat(name string) (FileInfo, error) {
	path, err := d.path("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := Stat(path)
	return info, within(err, name)
}

func (d dirFS) Lstat(name string) (FileInfo, error) {
	path, err := d.path("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := Lstat(path)
	return info, within(err, name)
}

func (d dirFS) ReadLink(name string) (string, error) {
	path, err := d.path("readlink", name)
	if err != nil {
		return "", err
	}
	target, err := Readlink(path)
	return target, within(err, name)
}
