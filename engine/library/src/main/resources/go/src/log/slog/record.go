package slog

import (
	"runtime"
	"slices"
	"time"
)

// inPlace is how many attributes a Record holds without allocating.
const inPlace = 5

// Record is an event to log. A copy shares memory with it: change neither, or use Clone.
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	PC      uintptr // of the call, 0 where it is not known

	first [inPlace]Attr
	used  int
	rest  []Attr
}

// NewRecord returns a Record without attributes.
func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

// Clone returns a copy that may be changed.
func (r Record) Clone() Record {
	r.rest = slices.Clip(r.rest)
	return r
}

// NumAttrs returns how many attributes there are.
func (r Record) NumAttrs() int { return r.used + len(r.rest) }

// Attrs calls f with each attribute until it returns false.
func (r Record) Attrs(f func(Attr) bool) {
	for i := range r.used {
		if !f(r.first[i]) {
			return
		}
	}
	for _, a := range r.rest {
		if !f(a) {
			return
		}
	}
}

// add appends an attribute. What lies behind the end of the list is a sign that a copy has grown into the same memory.
func (r *Record) add(a Attr, room int) {
	if a.isEmptyGroup() {
		return
	}
	if r.used < inPlace {
		r.first[r.used] = a
		r.used++
		return
	}
	if r.rest == nil {
		r.rest = make([]Attr, 0, room)
	}
	r.rest = append(r.rest, a)
}

// AddAttrs appends attributes, empty groups left out.
func (r *Record) AddAttrs(attrs ...Attr) {
	if n := len(r.rest); r.used == inPlace && cap(r.rest) > n && !r.rest[:n+1][n].isEmpty() {
		const what = "AddAttrs unsafely called on copy of Record made without using Record.Clone"
		r.rest = append(slices.Clip(r.rest), String("!BUG", what))
	}
	r.rest = slices.Grow(r.rest, max(0, len(attrs)-(inPlace-r.used)))
	for _, a := range attrs {
		r.add(a, len(attrs))
	}
}

// Add appends what keys, values and Attrs in a row mean.
func (r *Record) Add(args ...any) {
	each(args, func(a Attr) { r.add(a, len(args)) })
}

// Source is a place in a program.
type Source struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// Source returns where the event was logged, nil where that is not known.
func (r Record) Source() *Source {
	if r.PC == 0 {
		return nil
	}
	f, _ := runtime.CallersFrames([]uintptr{r.PC}).Next()
	return &Source{f.Function, f.File, f.Line}
}

func (s *Source) group() Value {
	var list []Attr
	if s.Function != "" {
		list = append(list, String("function", s.Function))
	}
	if s.File != "" {
		list = append(list, String("file", s.File))
	}
	if s.Line != 0 {
		list = append(list, Int("line", s.Line))
	}
	return GroupValue(list...)
}
