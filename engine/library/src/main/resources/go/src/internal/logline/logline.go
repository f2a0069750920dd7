// Package logline is how package log/slog writes through the standard logger of package log, which imports nothing of it.
package logline

// Standard writes a line for the caller at a program counter.
var Standard func(pc uintptr, text []byte) error
