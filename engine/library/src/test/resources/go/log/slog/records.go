package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime"
	"strings"
	"testing/slogtest"
	"time"
)

// point logs itself as a group.
type point struct{ x, y int }

func (p point) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("x", p.x), slog.Int("y", p.y))
}

// secretive resolves to another that resolves to a word.
type secretive int

func (s secretive) LogValue() slog.Value {
	if s > 0 {
		return slog.AnyValue(s - 1)
	}
	return slog.StringValue("[hidden]")
}

func resolved(v slog.LogValuer) slog.Value { return v.LogValue().Resolve() }

func kinds() {
	when := time.Date(2024, 2, 29, 12, 30, 0, 5, time.UTC)
	want := map[slog.Kind]slog.Value{
		slog.KindAny:       slog.AnyValue([]int{1}),
		slog.KindBool:      slog.BoolValue(true),
		slog.KindDuration:  slog.DurationValue(90 * time.Second),
		slog.KindFloat64:   slog.Float64Value(2.5),
		slog.KindInt64:     slog.Int64Value(-4),
		slog.KindString:    slog.StringValue("s"),
		slog.KindTime:      slog.TimeValue(when),
		slog.KindUint64:    slog.Uint64Value(1 << 63),
		slog.KindGroup:     slog.GroupValue(slog.Bool("in", false)),
		slog.KindLogValuer: slog.AnyValue(point{1, 2}),
	}
	for k := slog.KindAny; k <= slog.KindLogValuer; k++ {
		v, ok := want[k]
		fmt.Println(int(k), k, ok, v.Kind() == k, v)
	}
	fmt.Println(resolved(point{3, 4}), resolved(secretive(2)), slog.AnyValue(secretive(1)).Resolve().Kind())
}

// keeper keeps the record it was given.
type keeper struct {
	slog.Handler
	last slog.Record
}

func (k *keeper) Handle(_ context.Context, r slog.Record) error {
	k.last = r.Clone()
	return nil
}

func line(pc uintptr) string {
	f, _ := runtime.CallersFrames([]uintptr{pc}).Next()
	return fmt.Sprint(f.Function, " ", f.Line)
}

func records() {
	k := &keeper{Handler: slog.DiscardHandler}
	fmt.Println(k.Enabled(context.Background(), slog.LevelError))
	k.Handler = slog.NewTextHandler(io.Discard, nil)
	var l *slog.Logger = slog.New(k)
	l.Warn("message of it", "a", 1, slog.Group("g", "b", 2))
	r := k.last
	fmt.Println(r.Level, r.Message, r.NumAttrs(), time.Since(r.Time) < time.Hour, line(r.PC))
	made := slog.NewRecord(time.Time{}, slog.LevelInfo+2, "made", 0)
	made.Add("k", "v", "alone")
	fmt.Println(made.Level, made.Message, made.Time.IsZero(), made.PC)
	handle(slog.NewTextHandler(os.Stdout, nil), made)
}

func handle(h *slog.TextHandler, r slog.Record) {
	if err := h.Handle(context.Background(), r); err != nil {
		fmt.Println(err)
	}
}

// keys renames what every handler writes by itself.
func keys(_ []string, a slog.Attr) slog.Attr {
	switch a.Key {
	case slog.TimeKey:
		return slog.Attr{}
	case slog.LevelKey:
		return slog.String("severity", strings.ToLower(a.Value.String()))
	case slog.MessageKey:
		a.Key = "text"
	}
	return a
}

// failing handles nothing.
type failing struct{ slog.Handler }

func (failing) Handle(context.Context, slog.Record) error { return errors.New("failing") }

func several() {
	options := &slog.HandlerOptions{ReplaceAttr: keys, Level: slog.LevelWarn}
	var js *slog.JSONHandler = slog.NewJSONHandler(os.Stdout, options)
	text := slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: keys})
	var m *slog.MultiHandler = slog.NewMultiHandler(js, failing{text}, text)
	ctx := context.Background()
	fmt.Println(m.Enabled(ctx, slog.LevelInfo), m.Enabled(ctx, slog.LevelDebug))
	fmt.Println(m.Handle(ctx, slog.NewRecord(time.Now(), slog.LevelError, "to all", 0)))
	group := m.WithGroup("outer").WithAttrs([]slog.Attr{slog.Any("p", point{5, 6})}).WithGroup("inner")
	l := slog.New(group)
	l.Info("to the text only", "n", 1)
	l.Error("to both", "n", secretive(3))
	slog.New(m.WithGroup("")).Error("no group", "k", nil)
}

// checked runs the checks of package slogtest on a handler of JSON lines.
func checked() {
	var buffer bytes.Buffer
	err := slogtest.TestHandler(slog.NewJSONHandler(&buffer, nil), func() []map[string]any { return nil })
	fmt.Println(err != nil, strings.Count(buffer.String(), "\n"))
}

func main() {
	kinds()
	records()
	several()
	checked()
}
