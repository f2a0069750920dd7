// Package slog logs events that have attributes besides their message.
package slog

import (
	"bytes"
	"context"
	"log"
	"runtime"
	"sync/atomic"
	"time"
)

// Logger makes Records of calls and hands them to a Handler.
type Logger struct{ handler Handler }

var (
	standard  atomic.Pointer[Logger]
	lineLevel LevelVar
)

func init() { standard.Store(New(lineHandler{newFrame(textDialect{}, nil)})) }

// New returns a Logger for a handler, which must not be nil.
func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{h}
}

// Default returns the Logger of the package's functions.
func Default() *Logger { return standard.Load() }

// SetDefault sets the Logger of the package's functions. Unless its handler writes to package log, lines of that package go to it.
func SetDefault(l *Logger) {
	standard.Store(l)
	if _, ok := l.handler.(lineHandler); ok {
		return
	}
	located := log.Flags()&(log.Lshortfile|log.Llongfile) != 0
	log.SetOutput(&lines{l.handler, &lineLevel, located})
	log.SetFlags(0)
}

// SetLogLoggerLevel sets the level of what goes from package log to here, and the least of what goes from here to package log.
func SetLogLoggerLevel(level Level) (oldLevel Level) {
	oldLevel = lineLevel.Level()
	lineLevel.Set(level)
	return oldLevel
}

// NewLogLogger returns a Logger of package log whose lines are events of that level.
func NewLogLogger(h Handler, level Level) *log.Logger {
	return log.New(&lines{h, level, true}, "", 0)
}

// lines makes events of the lines of package log.
type lines struct {
	handler Handler
	level   Leveler
	located bool
}

func (w *lines) Write(b []byte) (int, error) {
	ctx, level := context.Background(), w.level.Level()
	if !w.handler.Enabled(ctx, level) {
		return 0, nil
	}
	pc := uintptr(0)
	if w.located {
		pc = outside()
	}
	r := NewRecord(time.Now(), level, string(bytes.TrimSuffix(b, []byte("\n"))), pc)
	return len(b), w.handler.Handle(ctx, r)
}

// outside returns the call that led into package log.
func outside() uintptr {
	var pcs [16]uintptr
	n := runtime.Callers(3, pcs[:])
	for _, pc := range pcs[:n] {
		f, _ := runtime.CallersFrames([]uintptr{pc}).Next()
		if len(f.Function) < 4 || f.Function[:4] != "log." {
			return pc
		}
	}
	return 0
}

// Handler returns the handler.
func (l *Logger) Handler() Handler { return l.handler }

// With returns a Logger that adds attributes to each event.
func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return &Logger{l.handler.WithAttrs(attrs(args))}
}

// WithGroup returns a Logger that opens a group, unless the name is empty.
func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return &Logger{l.handler.WithGroup(name)}
}

// With adds attributes to the default Logger.
func With(args ...any) *Logger { return Default().With(args...) }

// Enabled reports whether events of that level are taken.
func (l *Logger) Enabled(ctx context.Context, level Level) bool {
	if ctx == nil {
		ctx = context.Background()
	}
	return l.handler.Enabled(ctx, level)
}

// log logs for the caller of its caller.
func (l *Logger) log(ctx context.Context, level Level, msg string, args []any, more []Attr) {
	if ctx == nil {
		ctx = context.Background()
	}
	if !l.handler.Enabled(ctx, level) {
		return
	}
	var pcs [1]uintptr
	runtime.Callers(3, pcs[:])
	r := NewRecord(time.Now(), level, msg, pcs[0])
	if more != nil {
		r.AddAttrs(more...)
	} else {
		r.Add(args...)
	}
	l.handler.Handle(ctx, r)
}

// Log logs an event; the arguments are keys and values in turn, or Attrs.
func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.log(ctx, level, msg, args, nil)
}

// LogAttrs logs an event with attributes.
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	l.log(ctx, level, msg, nil, attrs)
}

// Debug logs at LevelDebug.
func (l *Logger) Debug(msg string, args ...any) { l.log(nil, LevelDebug, msg, args, nil) }

// DebugContext logs at LevelDebug.
func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelDebug, msg, args, nil)
}

// Info logs at LevelInfo.
func (l *Logger) Info(msg string, args ...any) { l.log(nil, LevelInfo, msg, args, nil) }

// InfoContext logs at LevelInfo.
func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelInfo, msg, args, nil)
}

// Warn logs at LevelWarn.
func (l *Logger) Warn(msg string, args ...any) { l.log(nil, LevelWarn, msg, args, nil) }

// WarnContext logs at LevelWarn.
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelWarn, msg, args, nil)
}

// Error logs at LevelError.
func (l *Logger) Error(msg string, args ...any) { l.log(nil, LevelError, msg, args, nil) }

// ErrorContext logs at LevelError.
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelError, msg, args, nil)
}

// Log logs with the default Logger.
func Log(ctx context.Context, level Level, msg string, args ...any) {
	Default().log(ctx, level, msg, args, nil)
}

// LogAttrs logs with the default Logger.
func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	Default().log(ctx, level, msg, nil, attrs)
}

// Debug logs with the default Logger.
func Debug(msg string, args ...any) { Default().log(nil, LevelDebug, msg, args, nil) }

// DebugContext logs with the default Logger.
func DebugContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelDebug, msg, args, nil)
}

// Info logs with the default Logger.
func Info(msg string, args ...any) { Default().log(nil, LevelInfo, msg, args, nil) }

// InfoContext logs with the default Logger.
func InfoContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelInfo, msg, args, nil)
}

// Warn logs with the default Logger.
func Warn(msg string, args ...any) { Default().log(nil, LevelWarn, msg, args, nil) }

// WarnContext logs with the default Logger.
func WarnContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelWarn, msg, args, nil)
}

// Error logs with the default Logger.
func Error(msg string, args ...any) { Default().log(nil, LevelError, msg, args, nil) }

// ErrorContext logs with the default Logger.
func ErrorContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelError, msg, args, nil)
}
