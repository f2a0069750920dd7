package exec

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

var (
	// ErrNotFound says that no folder of PATH has the program.
	ErrNotFound = errors.New("executable file not found in $PATH")
	// ErrDot says that only the working directory, which is not meant by PATH, has the program.
	ErrDot = errors.New("cannot run executable found relative to current directory")
	// ErrWaitDelay says that output was still open when WaitDelay was over.
	ErrWaitDelay = errors.New("exec: WaitDelay expired before I/O complete")
)

// Error says which program could not be found, and why.
type Error struct {
	Name string
	Err  error
}

// Error says it.
func (e *Error) Error() string { return "exec: " + strconv.Quote(e.Name) + ": " + e.Err.Error() }

// Unwrap returns why.
func (e *Error) Unwrap() error { return e.Err }

// executable returns an error where a file cannot be run.
func executable(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return syscall.EISDIR
	case info.Mode()&0o111 == 0:
		return fs.ErrPermission
	}
	return nil
}

// LookPath finds a program in the folders that the variable PATH lists, unless its name has a slash.
func LookPath(file string) (string, error) {
	if file == "" || file == "." || file == ".." {
		return "", &Error{file, ErrNotFound}
	}
	if strings.Contains(file, "/") {
		if err := executable(file); err != nil {
			return "", &Error{file, err}
		}
		return file, nil
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		if dir == "" {
			dir = "."
		}
		path := filepath.Join(dir, file)
		if executable(path) != nil {
			continue
		}
		if !filepath.IsAbs(path) {
			return path, &Error{file, ErrDot}
		}
		return path, nil
	}
	return "", &Error{file, ErrNotFound}
}
