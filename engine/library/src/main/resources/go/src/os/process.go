// Package os is what programs see of the operating system: files, environment, arguments, processes.
package os

import (
	"internal/exits"
	"syscall"
)

// Args holds the arguments of the program, its own name first.
var Args = syscall.Arguments()

// Exit ends the program at once: no deferred call runs.
func Exit(code int) {
	if code == 0 && exits.TestsRun() {
		panic("unexpected call to os.Exit(0) during test")
	}
	syscall.Exit(code)
}

// Getpid returns the number of the process.
func Getpid() int { return syscall.Getpid() }

// Getppid returns the number of the process that started it.
func Getppid() int { return syscall.Getppid() }

// Getuid returns the number of the user.
func Getuid() int { return syscall.Getuid() }

// Geteuid returns the number of the user whose rights the process has.
func Geteuid() int { return syscall.Geteuid() }

// Getgid returns the number of the group.
func Getgid() int { return syscall.Getgid() }

// Getegid returns the number of the group whose rights the process has.
func Getegid() int { return syscall.Getegid() }

// Getgroups returns the groups of the user.
func Getgroups() ([]int, error) {
	groups, err := syscall.Getgroups()
	return groups, NewSyscallError("getgroups", err)
}

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return syscall.Getpagesize() }

// Signal is a signal of the operating system.
type Signal interface {
	String() string
	Signal()
}

// The signals that every system has.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// Hostname returns the name of the machine.
func Hostname() (name string, err error) {
	if text, err := ReadFile("/proc/sys/kernel/hostname"); err == nil {
		for i, b := range text {
			if b == '\n' {
				text = text[:i]
				break
			}
		}
		return string(text), nil
	}
	if name := Getenv("HOSTNAME"); name != "" {
		return name, nil
	}
	return "localhost", nil
}

// Executable returns the path of the program.
func Executable() (string, error) {
	path := Args[0]
	if path != "" && path[0] == '/' {
		return path, nil
	}
	dir, err := Getwd()
	if err != nil {
		return "", err
	}
	return dir + "/" + path, nil
}
