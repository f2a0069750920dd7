// What handlers write: keys, groups, values of each kind, replaced attributes, places of calls.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"time"
)

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("***") }

type loop struct{}

func (l loop) LogValue() slog.Value { return slog.AnyValue(l) }

type named struct {
	Name  string `json:"name"`
	Count int    `json:",omitempty"`
	inner int
	Tags  map[string][]byte `json:"tags"`
	*Base
}

type Base struct {
	ID    uint8 `json:"id,string"`
	Empty any
}

func noTime(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	if s, ok := a.Value.Any().(*slog.Source); ok {
		return slog.String("at", fmt.Sprint(filepath.Base(s.File), ":", s.Line, " ", s.Function))
	}
	return a
}

func show(h slog.Handler) {
	l := slog.New(h)
	l.Info("hello", "n", 1, "s", "a b", "q", `x"y`, "lost")
	l.Warn("kinds", "f", 1.5e30, "d", time.Second, "t", time.Date(2020, 1, 2, 3, 4, 5, 6e6, time.UTC), "b", true, "u", uint8(7), "nil", nil,
		"e", errors.New("went wrong"), "bytes", []byte("xyz"), "list", []int{1, 2}, "struct", named{"n", 0, 1, map[string][]byte{"k": []byte("v")}, nil})
	l.With("a", 1).WithGroup("g").With("b", 2).WithGroup("h").Error("deep", "c", 3, slog.Group("i", "d", 4, slog.Group("", "e", 5)))
	l.WithGroup("empty").Info("no group", slog.Group("x"))
	l.Debug("below")
	l.Log(context.Background(), slog.LevelDebug-2, "far below")
	l.LogAttrs(nil, slog.LevelError+1, "values", slog.Any("secret", secret("pass")), slog.Any("loop", loop{}), slog.Any("chan", make(chan int) == nil))
}

func main() {
	o := &slog.HandlerOptions{ReplaceAttr: noTime, AddSource: true}
	show(slog.NewTextHandler(os.Stdout, o))
	show(slog.NewJSONHandler(os.Stdout, o))
	var level slog.LevelVar
	level.Set(slog.LevelError)
	o = &slog.HandlerOptions{ReplaceAttr: noTime, Level: &level}
	show(slog.NewMultiHandler(slog.NewTextHandler(os.Stdout, o), slog.DiscardHandler))
	fmt.Println(level.String(), level.UnmarshalText([]byte("warn-3")), level.Level(), level.UnmarshalText([]byte("loud")))

	log.SetFlags(log.Lshortfile)
	log.SetOutput(os.Stdout)
	slog.Info("through log", "x", 1, slog.Group("g", "y", 2))
	slog.With("w", 1).WithGroup("g").Warn("with", "y", 2)
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime})))
	log.Print("from log")
	slog.NewLogLogger(slog.Default().Handler(), slog.LevelWarn).Print("logger of log")
	j := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime}))
	j.Info("embedded", "v", named{Name: "x", Base: &Base{ID: 3}})
	j.Info("escapes \u2028 \x01 \n <&>", "f", func() {}, "level", slog.LevelWarn)
	fmt.Println(slog.Int("a", 1).Equal(slog.Int64("a", 1)), slog.GroupValue(slog.Int("a", 1), slog.Bool("b", true)), slog.AnyValue(secret("")).Kind())
}
