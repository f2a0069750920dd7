package os

import "syscall"

// Getenv returns the value of an environment variable, empty where it is not set.
func Getenv(key string) string {
	value, _ := syscall.Getenv(key)
	return value
}

// LookupEnv returns the value of an environment variable and whether it is set.
func LookupEnv(key string) (string, bool) { return syscall.Getenv(key) }

// Setenv sets an environment variable.
func Setenv(key, value string) error { return NewSyscallError("setenv", syscall.Setenv(key, value)) }

// Unsetenv removes an environment variable.
func Unsetenv(key string) error { return syscall.Unsetenv(key) }

// Clearenv removes all environment variables.
func Clearenv() { syscall.Clearenv() }

// Environ returns the environment as name=value each.
func Environ() []string { return syscall.Environ() }

// ExpandEnv replaces $name and ${name} by environment variables.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces $name and ${name} by what mapping gives.
func Expand(s string, mapping func(string) string) string {
	var out []byte
	done := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '$' {
			continue
		}
		name, width := variableName(s[i+1:])
		out = append(out, s[done:i]...)
		switch {
		case name != "":
			out = append(out, mapping(name)...)
		case width == 0:
			out = append(out, '$') // nothing that could be a name
		}
		i += width
		done = i + 1
	}
	if done == 0 {
		return s
	}
	return string(append(out, s[done:]...))
}

func isSpecial(c byte) bool {
	return c == '*' || c == '#' || c == '$' || c == '@' || c == '!' || c == '?' || c == '-' || c >= '0' && c <= '9'
}

func isNameByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// variableName returns the name at the beginning of what follows a dollar sign, and how many bytes it takes; no name and some bytes
// where they are to vanish.
func variableName(s string) (name string, width int) {
	switch {
	case s[0] == '{':
		if len(s) > 2 && isSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] != '}' {
				continue
			}
			if i == 1 {
				return "", 2
			}
			return s[1:i], i + 1
		}
		return "", 1
	case isSpecial(s[0]):
		return s[:1], 1
	}
	for width < len(s) && isNameByte(s[width]) {
		width++
	}
	return s[:width], width
}
