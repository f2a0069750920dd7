// Package slogtest tests handlers of package log/slog.
package slogtest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"testing"
	"time"
)

// resolved stands for a value until it is resolved.
type resolved struct{ to any }

func (r resolved) LogValue() slog.Value { return slog.AnyValue(r.to) }

// requirement is an event and what must come of it: path=value, path alone for any value, !path for none.
type requirement struct {
	name, rule string
	log        func(*slog.Logger)
	change     func(*slog.Record)
	outcome    []string
}

var usual = []string{"time", "level", "msg=message"}

var requirements = []requirement{
	{"built-ins", "time, level and message are there", func(l *slog.Logger) { l.Info("message") }, nil, usual},
	{"attrs", "attributes of the event are there", func(l *slog.Logger) { l.Info("message", "k", "v") }, nil, []string{"k=v"}},
	{"empty-attr", "an empty Attr is left out", func(l *slog.Logger) { l.Info("message", "a", "b", "", nil, "c", "d") }, nil,
		[]string{"a=b", "!", "c=d"}},
	{"zero-time", "a zero Record.Time is left out", func(l *slog.Logger) { l.Info("message") },
		func(r *slog.Record) { r.Time = time.Time{} }, []string{"!time"}},
	{"WithAttrs", "attributes of WithAttrs are there", func(l *slog.Logger) { l.With("a", "b").Info("message", "k", "v") }, nil,
		[]string{"a=b", "k=v"}},
	{"groups", "groups have their attributes", func(l *slog.Logger) {
		l.Info("message", "a", "b", slog.Group("G", slog.String("c", "d")), "e", "f")
	}, nil, []string{"a=b", "G.c=d", "e=f"}},
	{"empty-group", "an empty group is left out", func(l *slog.Logger) { l.Info("message", "a", "b", slog.Group("G"), "e", "f") },
		nil, []string{"a=b", "!G", "e=f"}},
	{"inline-group", "attributes of a group without name stand around it", func(l *slog.Logger) {
		l.Info("message", "a", "b", slog.Group("", slog.String("c", "d")), "e", "f")
	}, nil, []string{"a=b", "c=d", "e=f"}},
	{"WithGroup", "WithGroup opens a group", func(l *slog.Logger) { l.WithGroup("G").Info("message", "a", "b") }, nil,
		append([]string{"!a", "G.a=b"}, usual...)},
	{"multi-With", "WithAttrs and WithGroup can be called in turn", func(l *slog.Logger) {
		l.With("a", "b").WithGroup("G").With("c", "d").WithGroup("H").Info("message", "e", "f")
	}, nil, append([]string{"a=b", "G.c=d", "G.H.e=f"}, usual...)},
	{"empty-group-record", "a group without attributes is left out", func(l *slog.Logger) {
		l.With("a", "b").WithGroup("G").With("c", "d").WithGroup("H").Info("message")
	}, nil, append([]string{"a=b", "G.c=d", "!G.H"}, usual...)},
	{"nested-empty-group-record", "groups without attributes in one another are left out", func(l *slog.Logger) {
		l.With("a", "b").WithGroup("G").With("c", "d").WithGroup("H").WithGroup("I").Info("message")
	}, nil, append([]string{"a=b", "G.c=d", "!G.H", "!G.I"}, usual...)},
	{"resolve", "values are resolved", func(l *slog.Logger) { l.Info("message", "k", resolved{"r"}) }, nil, []string{"k=r"}},
	{"resolve-groups", "values in groups are resolved", func(l *slog.Logger) {
		l.Info("message", slog.Group("G", slog.String("a", "v"), slog.Any("b", resolved{"r"})))
	}, nil, []string{"G.a=v", "G.b=r"}},
	{"resolve-WithAttrs", "values of WithAttrs are resolved", func(l *slog.Logger) { l.With("k", resolved{"r"}).Info("message") },
		nil, []string{"k=r"}},
	{"resolve-WithAttrs-groups", "values in groups of WithAttrs are resolved", func(l *slog.Logger) {
		l.With(slog.Group("G", slog.String("a", "v"), slog.Any("b", resolved{"r"}))).Info("message")
	}, nil, []string{"G.a=v", "G.b=r"}},
	{"empty-PC", "without a PC there is no source", func(l *slog.Logger) { l.Info("message") },
		func(r *slog.Record) { r.PC = 0 }, []string{"!source"}},
}

// changed changes events before a handler gets them.
type changed struct {
	slog.Handler
	change func(*slog.Record)
}

func (c changed) Handle(ctx context.Context, r slog.Record) error {
	c.change(&r)
	return c.Handler.Handle(ctx, r)
}

func (r *requirement) run(h slog.Handler) {
	if r.change != nil {
		h = changed{h, r.change}
	}
	r.log(slog.New(h))
}

// problems compares a result with what must come.
func (r *requirement) problems(got map[string]any) (list []string) {
	for _, want := range r.outcome {
		if p := compare(got, want); p != "" {
			list = append(list, p+": "+r.rule)
		}
	}
	return list
}

func compare(in map[string]any, want string) string {
	key, not := strings.CutPrefix(want, "!")
	key, value, valued := strings.Cut(key, "=")
	parts := strings.Split(key, ".")
	last := len(parts) - 1
	for _, group := range parts[:last] {
		inner, ok := in[group]
		if !ok {
			return fmt.Sprintf("missing group %q", group)
		}
		if in, ok = inner.(map[string]any); !ok {
			return fmt.Sprintf("value for group %q is not map[string]any", group)
		}
	}
	got, ok := in[parts[last]]
	switch {
	case ok && not:
		return fmt.Sprintf("unexpected key %q", parts[last])
	case !ok && !not:
		return fmt.Sprintf("missing key %q", parts[last])
	case valued && !reflect.DeepEqual(got, value):
		return fmt.Sprintf("%q: got %#v, want %#v", parts[last], got, value)
	}
	return ""
}

// TestHandler logs events and compares what results returns after them, one map for each.
func TestHandler(h slog.Handler, results func() []map[string]any) error {
	for i := range requirements {
		requirements[i].run(h)
	}
	got := results()
	if len(got) != len(requirements) {
		return fmt.Errorf("got %d results, want %d", len(got), len(requirements))
	}
	var all []error
	for i := range requirements {
		for _, p := range requirements[i].problems(got[i]) {
			all = append(all, errors.New(p))
		}
	}
	return errors.Join(all...)
}

// Run logs each event in a test of its own.
func Run(t *testing.T, newHandler func(*testing.T) slog.Handler, result func(*testing.T) map[string]any) {
	for i := range requirements {
		r := &requirements[i]
		t.Run(r.name, func(t *testing.T) {
			r.run(newHandler(t))
			for _, p := range r.problems(result(t)) {
				t.Error(p)
			}
		})
	}
}
