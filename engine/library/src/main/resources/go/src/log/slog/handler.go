package slog

import (
	"context"
	"fmt"
	"internal/logline"
	"io"
	"slices"
	"sync"
)

// Handler takes events.
type Handler interface {
	// Enabled reports whether events of that level are taken.
	Enabled(context.Context, Level) bool
	// Handle takes an event.
	Handle(context.Context, Record) error
	// WithAttrs returns a Handler that adds attributes to each event; it owns the slice.
	WithAttrs(attrs []Attr) Handler
	// WithGroup returns a Handler that puts what is added later, and what events have, into a group.
	WithGroup(name string) Handler
}

// HandlerOptions are options of TextHandler and JSONHandler; the zero ones are the defaults.
type HandlerOptions struct {
	// AddSource adds the place of the call under SourceKey.
	AddSource bool
	// Level is the least level taken, nil LevelInfo.
	Level Leveler
	// ReplaceAttr is called with each attribute that is no group and the names of the groups that it is in, and returns what to
	// log; nothing for the zero Attr.
	ReplaceAttr func(groups []string, a Attr) Attr
}

// Keys of what each event has.
const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// frame is what the handlers of this package share: how lines are written, and what was added to the handler.
type frame struct {
	HandlerOptions
	dialect dialect
	fixed   []byte   // attributes added, as they are written
	groups  []string // all groups opened
	open    int      // how many of them fixed opens
}

func (f *frame) enabled(l Level) bool {
	least := LevelInfo
	if f.Level != nil {
		least = f.Level.Level()
	}
	return l >= least
}

func (f *frame) withGroup(name string) *frame {
	c := *f
	c.groups = append(slices.Clip(f.groups), name)
	return &c
}

func (f *frame) withAttrs(list []Attr) *frame {
	if !slices.ContainsFunc(list, func(a Attr) bool { return !a.isEmptyGroup() }) {
		return f
	}
	l := &line{frame: f, out: slices.Clone(f.fixed), groups: slices.Clone(f.groups[:f.open])}
	l.first = len(f.fixed) == 0 || f.dialect.nests() && f.fixed[len(f.fixed)-1] == '{'
	if !l.extend(list) {
		return f
	}
	c := *f
	c.fixed, c.open = l.out, len(f.groups)
	return &c
}

// line is a line being written.
type line struct {
	*frame
	out    []byte
	groups []string
	first  bool // nothing stands before the next key in its group
}

// extend opens the groups that are still to open and writes attributes; if there are none it leaves the line as it was.
func (l *line) extend(list []Attr) bool {
	n, first, known := len(l.out), l.first, len(l.groups)
	for _, g := range l.frame.groups[l.open:] {
		l.begin(g)
	}
	any := false
	for _, a := range list {
		any = l.attr(a) || any
	}
	if !any {
		l.out, l.first, l.groups = l.out[:n], first, l.groups[:known]
	}
	return any
}

func (l *line) key(key string) {
	if !l.first {
		l.out = append(l.out, l.dialect.separator())
	}
	l.first = false
	l.out = l.dialect.key(l.out, dotted(l.groups), key)
}

func (l *line) begin(group string) {
	if l.dialect.nests() {
		l.key(group)
		l.out = append(l.out, '{')
		l.first = true
	}
	l.groups = append(l.groups, group)
}

func (l *line) end() {
	if l.dialect.nests() {
		l.out = append(l.out, '}')
	}
	l.first = false
	l.groups = l.groups[:len(l.groups)-1]
}

// attr writes an attribute and reports whether there was something to write.
func (l *line) attr(a Attr) bool {
	a.Value = a.Value.Resolve()
	if l.ReplaceAttr != nil && a.Value.kind != KindGroup {
		a = l.ReplaceAttr(l.groups, a)
		a.Value = a.Value.Resolve()
	}
	if a.isEmpty() {
		return false
	}
	if s, ok := a.Value.ref.(*Source); ok && a.Value.kind == KindAny {
		if s == nil || *s == (Source{}) {
			return false
		}
		if l.dialect.nests() {
			a.Value = s.group()
		} else {
			a.Value = StringValue(fmt.Sprintf("%s:%d", s.File, s.Line))
		}
	}
	if a.Value.kind == KindGroup {
		return l.group(a)
	}
	l.key(a.Key)
	l.out = attempt(l.dialect, l.out, a.Value)
	return true
}

// group writes a group; one without a name has its attributes in the group around it.
func (l *line) group(a Attr) bool {
	list := a.Value.Group()
	if len(list) == 0 {
		return true
	}
	n, first, known := len(l.out), l.first, len(l.groups)
	if a.Key != "" {
		l.begin(a.Key)
	}
	any := false
	for _, inner := range list {
		any = l.attr(inner) || any
	}
	switch {
	case !any:
		l.out, l.first, l.groups = l.out[:n], first, l.groups[:known]
	case a.Key != "":
		l.end()
	}
	return any
}

// body writes what was added to the handler and the attributes of the event, and closes all groups.
func (l *line) body(r Record) {
	if len(l.fixed) > 0 {
		if !l.first {
			l.out = append(l.out, l.dialect.separator())
		}
		l.out = append(l.out, l.fixed...)
		l.first = l.dialect.nests() && l.fixed[len(l.fixed)-1] == '{'
	}
	l.groups = slices.Clone(l.frame.groups[:l.open])
	if r.NumAttrs() > 0 {
		var list []Attr
		r.Attrs(func(a Attr) bool {
			list = append(list, a)
			return true
		})
		l.extend(list)
	}
	if l.dialect.nests() {
		for range l.groups {
			l.out = append(l.out, '}')
		}
	}
}

// format writes an event as a line.
func (f *frame) format(r Record) []byte {
	l := &line{frame: f, out: make([]byte, 0, 512), first: true}
	if f.dialect.nests() {
		l.out = append(l.out, '{')
	}
	replaced := f.ReplaceAttr != nil
	if !r.Time.IsZero() {
		if replaced {
			l.attr(Time(TimeKey, r.Time))
		} else {
			l.key(TimeKey)
			l.out = f.dialect.time(l.out, r.Time.Round(0))
		}
	}
	if replaced {
		l.attr(Any(LevelKey, r.Level))
	} else {
		l.attr(String(LevelKey, r.Level.String()))
	}
	if f.AddSource {
		source := r.Source()
		if source == nil {
			source = &Source{}
		}
		l.attr(Any(SourceKey, source))
	}
	l.attr(String(MessageKey, r.Message))
	l.body(r)
	if f.dialect.nests() {
		l.out = append(l.out, '}')
	}
	return append(l.out, '\n')
}

// sink is where the lines of a handler and of those made from it go, one at a time.
type sink struct {
	sync.Mutex
	out io.Writer
}

func (s *sink) write(b []byte) error {
	s.Lock()
	defer s.Unlock()
	_, err := s.out.Write(b)
	return err
}

func newFrame(d dialect, opts *HandlerOptions) *frame {
	f := &frame{dialect: d}
	if opts != nil {
		f.HandlerOptions = *opts
	}
	return f
}

// TextHandler writes events as lines of key=value.
type TextHandler struct {
	frame *frame
	sink  *sink
}

// NewTextHandler returns a handler that writes to w; opts may be nil.
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newFrame(textDialect{}, opts), &sink{out: w}}
}

// Enabled reports whether the level is high enough.
func (h *TextHandler) Enabled(_ context.Context, level Level) bool { return h.frame.enabled(level) }

// Handle writes the event.
func (h *TextHandler) Handle(_ context.Context, r Record) error {
	return h.sink.write(h.frame.format(r))
}

// WithAttrs returns a handler that adds attributes.
func (h *TextHandler) WithAttrs(attrs []Attr) Handler {
	return &TextHandler{h.frame.withAttrs(attrs), h.sink}
}

// WithGroup returns a handler that writes the name before keys.
func (h *TextHandler) WithGroup(name string) Handler {
	return &TextHandler{h.frame.withGroup(name), h.sink}
}

// JSONHandler writes events as lines that are JSON objects.
type JSONHandler struct {
	frame *frame
	sink  *sink
}

// NewJSONHandler returns a handler that writes to w; opts may be nil.
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newFrame(jsonDialect{}, opts), &sink{out: w}}
}

// Enabled reports whether the level is high enough.
func (h *JSONHandler) Enabled(_ context.Context, level Level) bool { return h.frame.enabled(level) }

// Handle writes the event.
func (h *JSONHandler) Handle(_ context.Context, r Record) error {
	return h.sink.write(h.frame.format(r))
}

// WithAttrs returns a handler that adds attributes.
func (h *JSONHandler) WithAttrs(attrs []Attr) Handler {
	return &JSONHandler{h.frame.withAttrs(attrs), h.sink}
}

// WithGroup returns a handler that writes into an object of that name.
func (h *JSONHandler) WithGroup(name string) Handler {
	return &JSONHandler{h.frame.withGroup(name), h.sink}
}

// lineHandler writes to the standard logger of package log.
type lineHandler struct{ frame *frame }

func (lineHandler) Enabled(_ context.Context, l Level) bool { return l >= lineLevel.Level() }

func (h lineHandler) Handle(_ context.Context, r Record) error {
	l := &line{frame: h.frame, out: append([]byte(r.Level.String()+" "), r.Message...)}
	l.body(r)
	return logline.Standard(r.PC, l.out)
}

func (h lineHandler) WithAttrs(attrs []Attr) Handler { return lineHandler{h.frame.withAttrs(attrs)} }

func (h lineHandler) WithGroup(name string) Handler { return lineHandler{h.frame.withGroup(name)} }

// DiscardHandler takes nothing.
var DiscardHandler Handler = nowhere{}

type nowhere struct{}

func (nowhere) Enabled(context.Context, Level) bool  { return false }
func (nowhere) Handle(context.Context, Record) error { return nil }
func (n nowhere) WithAttrs([]Attr) Handler           { return n }
func (n nowhere) WithGroup(string) Handler           { return n }
