// Every way to log with log/slog, by every handler.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"math"
	"os"
	"strings"
	"time"
)

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("hidden") }

type endless struct{}

func (e endless) LogValue() slog.Value { return slog.AnyValue(e) }

type angry struct{}

func (angry) LogValue() slog.Value { panic("no value") }

type point struct{ X, Y int }

type text struct{ s string }

func (t text) MarshalText() ([]byte, error) {
	if t.s == "" {
		return nil, errors.New("empty text")
	}
	return []byte("<" + t.s + ">"), nil
}

type stamped struct{}

func (stamped) MarshalJSON() ([]byte, error) { return []byte(`{"own": true}`), nil }

// noTime leaves out what differs from run to run.
func noTime(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	if a.Key == slog.SourceKey {
		s := a.Value.Any().(*slog.Source)
		return slog.String("at", fmt.Sprint(s.Function, s.Line > 0))
	}
	return a
}

var when = time.Date(2024, 2, 29, 12, 34, 56, 789_000_001, time.UTC)

func attrs() []any {
	return []any{
		"string", "a b\"c\n", "empty", "", "int", -3, "uint", uint8(200), "float", 1.5, "huge", 1e300, "nan", math.NaN(), "inf", math.Inf(-1), "bool", true,
		"duration", 1500 * time.Millisecond, "time", when, "nil", nil, "error", errors.New("an error"), "point", point{1, 2}, "pointer", &point{3, 4}, "bytes", []byte("by"),
		"list", []string{"x", "y z"}, "map", map[string]int{"b": 2, "a": 1}, "text", text{"t"}, "bad text", text{}, "json", stamped{}, "secret", secret("s"), "complex", 1i,
		slog.Group("group", "in", 1, slog.Group("deeper", "x", "y")), slog.Group("none"), slog.Group("", "inline", 2), slog.Attr{}, "level", slog.LevelWarn, "=odd key ", "v",
		"endless", endless{}, "marshal fails", make(map[point]int), "missing",
	}
}

func loggers() {
	opts := &slog.HandlerOptions{Level: slog.LevelDebug, AddSource: true, ReplaceAttr: noTime}
	for _, h := range []slog.Handler{slog.NewTextHandler(os.Stdout, opts), slog.NewJSONHandler(os.Stdout, opts)} {
		l := slog.New(h)
		ctx := context.Background()
		l.Info("all", attrs()...)
		l.Debug("d", "k", 1)
		l.Warn("w")
		l.Error("e", 5, 6, "x")
		l.DebugContext(ctx, "dc")
		l.InfoContext(ctx, "ic", slog.Int("n", 1))
		l.WarnContext(ctx, "wc")
		l.ErrorContext(ctx, "ec")
		l.Log(ctx, slog.LevelInfo+1, "log", "a", "b")
		l.LogAttrs(ctx, slog.LevelError+3, "attrs", slog.Float64("f", 0.1), slog.Uint64("u", 1<<63), slog.Time("t", when), slog.Duration("d", time.Hour))
		w := l.With("fixed", 1).WithGroup("g").With("inside", 2).WithGroup("h").With("deep", 3)
		w.Info("grouped", "last", 4)
		w.Info("nothing of its own")
		l.WithGroup("only").Info("empty group")
		fmt.Println(l.Enabled(ctx, slog.LevelDebug), l.Enabled(ctx, slog.LevelDebug-1), l.Handler() == h, h.Enabled(ctx, -9))
		r := slog.NewRecord(when, slog.LevelInfo, "record", 0)
		r.Add("a", 1, slog.Bool("b", true))
		r.AddAttrs(slog.String("c", "d"), slog.Any("e", nil))
		c := r.Clone()
		for i := range 6 {
			c.Add("more", i)
		}
		fmt.Println(r.NumAttrs(), c.NumAttrs(), r.Source() == nil)
		c.Attrs(func(a slog.Attr) bool { fmt.Print(a.String(), " "); return a.Key != "e" })
		fmt.Println(h.Handle(ctx, r), h.WithAttrs([]slog.Attr{slog.Int("w", 1)}).Handle(ctx, c), h.WithGroup("q").Handle(ctx, r))
	}
	var th = slog.NewTextHandler(os.Stdout, nil)
	fmt.Println(th.Enabled(nil, slog.LevelDebug), th.Handle(nil, slog.NewRecord(time.Time{}, 0, "no time", 0)), th.WithAttrs(nil) != nil, th.WithGroup("") == slog.Handler(th))
	var jh = slog.NewJSONHandler(os.Stdout, nil)
	fmt.Println(jh.Enabled(nil, slog.LevelInfo), jh.Handle(nil, slog.NewRecord(when, 1, "time", 0)), jh.WithAttrs(nil) != nil, jh.WithGroup("") == slog.Handler(jh))
	m := slog.NewMultiHandler(th, jh, slog.DiscardHandler)
	fmt.Println(m.Enabled(nil, 0), m.Enabled(nil, -4), m.Handle(nil, slog.NewRecord(when, 4, "to both", 0)))
	fmt.Println(m.WithAttrs([]slog.Attr{slog.Int("a", 1)}).WithGroup("g").Handle(nil, func() slog.Record { r := slog.NewRecord(when, 4, "m", 0); r.Add("k", "v"); return r }()))
}

func values() {
	all := []slog.Value{
		slog.StringValue("s"), slog.IntValue(-1), slog.Int64Value(math.MinInt64), slog.Uint64Value(math.MaxUint64), slog.Float64Value(2.5), slog.BoolValue(true),
		slog.DurationValue(time.Minute), slog.TimeValue(when), slog.GroupValue(slog.Int("a", 1), slog.Int("b", 2)), slog.AnyValue(nil), slog.AnyValue(int8(3)),
		slog.AnyValue(float32(0.5)), slog.AnyValue(secret("x")), slog.AnyValue(point{1, 2}), slog.AnyValue([]slog.Attr{slog.Int("c", 3)}), slog.AnyValue(slog.KindBool), slog.AnyValue(uintptr(7)),
	}
	for _, v := range all {
		fmt.Println(v.Kind().String(), v.String(), v.Any(), v.Resolve(), v.Equal(v))
		for i, f := range []func(){
			func() { fmt.Print(v.Bool()) }, func() { fmt.Print(v.Int64()) }, func() { fmt.Print(v.Uint64()) }, func() { fmt.Print(v.Float64()) },
			func() { fmt.Print(v.Duration()) }, func() { fmt.Print(v.Time().UTC()) }, func() { fmt.Print(v.Group()) }, func() { fmt.Print(v.LogValuer()) },
		} {
			func() {
				defer func() {
					if r := recover(); r != nil && i == 0 {
						fmt.Print(r)
					}
				}()
				f()
			}()
		}
		fmt.Println()
	}
	fmt.Println(slog.AnyValue(endless{}).Resolve(), strings.SplitN(slog.AnyValue(angry{}).Resolve().String(), "\n", 2)[0], secret("").LogValue())
	fmt.Println(slog.IntValue(1).Equal(slog.Uint64Value(1)), slog.TimeValue(when).Equal(slog.TimeValue(when.Local())), slog.Int("a", 1).Equal(slog.Int("a", 1)))
	fmt.Println(slog.GroupAttrs("g", slog.Int("x", 1)), slog.Any("k", when), slog.TimeValue(time.Time{}))
}

func levels() {
	for _, l := range []slog.Level{-9, -4, -3, 0, 1, 4, 8, 12, 100} {
		b, err := l.MarshalJSON()
		t, err2 := l.MarshalText()
		a, err3 := l.AppendText([]byte("x"))
		fmt.Println(l.String(), l.Level() == l, string(b), string(t), string(a), err, err2, err3)
	}
	var l slog.Level
	for _, s := range []string{"INFO", "warn+3", "Error-12", "DEBUG+0", "x", "INFO+", "INFO+x", "", "INFO -1"} {
		err := l.UnmarshalText([]byte(s))
		fmt.Println(l, err, l.UnmarshalJSON([]byte(`"`+s+`"`)))
	}
	fmt.Println(l.UnmarshalJSON([]byte("INFO")))
	var v slog.LevelVar
	v.Set(slog.LevelWarn)
	t, err := v.MarshalText()
	a, err2 := v.AppendText(nil)
	fmt.Println(v.String(), v.Level(), string(t), string(a), err, err2, v.UnmarshalText([]byte("error+1")), v.Level(), v.UnmarshalText([]byte("?")))
	var lv slog.Leveler = &v
	fmt.Println(lv.Level())
}

func defaults() {
	ctx := context.Background()
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	slog.Debug("not shown")
	slog.SetLogLoggerLevel(slog.LevelDebug)
	slog.Debug("shown", "a", 1)
	slog.Info("i", slog.Group("g", "x", 1))
	slog.Warn("w", "q", "a b")
	slog.Error("e", "err", io.EOF)
	slog.DebugContext(ctx, "dc")
	slog.InfoContext(ctx, "ic")
	slog.WarnContext(ctx, "wc")
	slog.ErrorContext(ctx, "ec")
	slog.Log(ctx, 2, "l", "odd")
	slog.LogAttrs(ctx, 3, "la", slog.Int("z", 26))
	slog.With("w", 1).WithGroup("g").Info("with", "k", 2)
	before := slog.Default()
	var b bytes.Buffer
	slog.SetDefault(slog.New(slog.NewJSONHandler(&b, &slog.HandlerOptions{ReplaceAttr: noTime})))
	log.Print("through log")
	slog.Debug("not shown")
	slog.Info("through slog")
	fmt.Print(b.String())
	slog.SetDefault(before)
	l := slog.NewLogLogger(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime}), slog.LevelWarn)
	l.Printf("old %d\n", 1)
}

func main() {
	loggers()
	values()
	levels()
	defaults()
}
