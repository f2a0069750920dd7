// Package godebug gives the settings of the environment variable GODEBUG to packages of an installed Go.
package godebug

import (
	"os"
	"strings"
	"sync/atomic"
)

// Setting is one setting.
type Setting struct {
	name         string
	undocumented bool
	uses         atomic.Uint64
}

// New returns the setting of that name; a mark # in front says that it is not documented.
func New(name string) *Setting {
	name, undocumented := strings.CutPrefix(name, "#")
	return &Setting{name: name, undocumented: undocumented}
}

// Name returns the setting's name.
func (s *Setting) Name() string { return s.name }

// Undocumented reports whether the setting is not documented.
func (s *Setting) Undocumented() bool { return s.undocumented }

// String returns name and value.
func (s *Setting) String() string { return s.name + "=" + s.Value() }

// IncNonDefault counts a use of behaviour that is not the default.
func (s *Setting) IncNonDefault() { s.uses.Add(1) }

// Value returns the value that GODEBUG says now, the last where it says several, or nothing.
func (s *Setting) Value() string {
	value := ""
	for _, part := range strings.Split(os.Getenv("GODEBUG"), ",") {
		if name, v, ok := strings.Cut(part, "="); ok && name == s.name {
			value = v
		}
	}
	return value
}
