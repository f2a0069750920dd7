package slog

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
)

// Level is how important an event is; higher is more.
type Level int

const (
	LevelDebug Level = -4
	LevelInfo  Level = 0
	LevelWarn  Level = 4
	LevelError Level = 8
)

var levels = []struct {
	name string
	from Level
}{{"ERROR", LevelError}, {"WARN", LevelWarn}, {"INFO", LevelInfo}, {"DEBUG", LevelDebug}}

// Leveler has a level.
type Leveler interface {
	Level() Level
}

// Level returns itself.
func (l Level) Level() Level { return l }

// String returns the name of the nearest named level below, and how far above it l is.
func (l Level) String() string {
	base := levels[len(levels)-1]
	for _, n := range levels {
		if l >= n.from {
			base = n
			break
		}
	}
	if l == base.from {
		return base.name
	}
	return fmt.Sprintf("%s%+d", base.name, int(l-base.from))
}

// AppendText appends what String returns.
func (l Level) AppendText(b []byte) ([]byte, error) { return append(b, l.String()...), nil }

// MarshalText returns what String returns.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// MarshalJSON returns what String returns in quotes.
func (l Level) MarshalJSON() ([]byte, error) { return strconv.AppendQuote(nil, l.String()), nil }

// UnmarshalJSON reads what MarshalJSON wrote; case does not matter.
func (l *Level) UnmarshalJSON(data []byte) error {
	s, err := strconv.Unquote(string(data))
	if err != nil {
		return err
	}
	return l.UnmarshalText([]byte(s))
}

// UnmarshalText reads what MarshalText wrote; case does not matter.
func (l *Level) UnmarshalText(data []byte) error {
	s := string(data)
	name, offset := s, 0
	if i := strings.IndexAny(s, "+-"); i >= 0 {
		var err error
		if offset, err = strconv.Atoi(s[i:]); err != nil {
			return fmt.Errorf("slog: level string %q: %w", s, err)
		}
		name = s[:i]
	}
	for _, n := range levels {
		if strings.ToUpper(name) == n.name {
			*l = n.from + Level(offset)
			return nil
		}
	}
	return fmt.Errorf("slog: level string %q: %w", s, errors.New("unknown name"))
}

// LevelVar is a level that can change while handlers use it. The zero one is LevelInfo.
type LevelVar struct{ level atomic.Int64 }

// Level returns the level.
func (v *LevelVar) Level() Level { return Level(v.level.Load()) }

// Set sets the level.
func (v *LevelVar) Set(l Level) { v.level.Store(int64(l)) }

// String returns the level in words.
func (v *LevelVar) String() string { return "LevelVar(" + v.Level().String() + ")" }

// AppendText appends the level as Level.AppendText does.
func (v *LevelVar) AppendText(b []byte) ([]byte, error) { return v.Level().AppendText(b) }

// MarshalText returns the level as Level.MarshalText does.
func (v *LevelVar) MarshalText() ([]byte, error) { return v.Level().MarshalText() }

// UnmarshalText sets the level as Level.UnmarshalText does.
func (v *LevelVar) UnmarshalText(data []byte) error {
	var l Level
	err := l.UnmarshalText(data)
	if err == nil {
		v.Set(l)
	}
	return err
}
