package pprof

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unsafe"
)

type label struct{ key, value string }

// labelMap is what a goroutine and a context have: labels in order of their keys.
type labelMap struct{ list []label }

// labels returns those of the goroutine. A new goroutine has those of the one that starts it.
func labels() unsafe.Pointer

func setLabels(m unsafe.Pointer)

// LabelSet is a set of labels.
type LabelSet struct{ list []label }

// String returns the labels as in a literal.
func (m labelMap) String() string {
	var b strings.Builder
	b.WriteString("{")
	for i, l := range m.list {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Quote(l.key) + ":" + strconv.Quote(l.value))
	}
	return b.String() + "}"
}

// sorted orders labels; of several with one key the last counts.
func sorted(list []label) []label {
	slices.SortStableFunc(list, func(a, b label) int { return strings.Compare(a.key, b.key) })
	out := list[:0]
	for i, l := range list {
		if i+1 == len(list) || list[i+1].key != l.key {
			out = append(out, l)
		}
	}
	return out
}

// Labels makes a set of keys and values in turn.
func Labels(args ...string) LabelSet {
	if len(args)%2 != 0 {
		panic("uneven number of arguments to pprof.Labels")
	}
	var list []label
	for i := 0; i < len(args); i += 2 {
		list = append(list, label{args[i], args[i+1]})
	}
	return LabelSet{sorted(list)}
}

type contextKey struct{}

func labelsOf(ctx context.Context) *labelMap {
	m, _ := ctx.Value(contextKey{}).(*labelMap)
	if m == nil {
		m = &labelMap{}
	}
	return m
}

// WithLabels returns a context with more labels; those with the same keys are replaced.
func WithLabels(ctx context.Context, labels LabelSet) context.Context {
	list := append(slices.Clone(labelsOf(ctx).list), labels.list...)
	return context.WithValue(ctx, contextKey{}, &labelMap{sorted(list)})
}

// SetGoroutineLabels gives the goroutine the labels of the context, in place of those it has.
func SetGoroutineLabels(ctx context.Context) {
	m, _ := ctx.Value(contextKey{}).(*labelMap)
	setLabels(unsafe.Pointer(m))
}

// Do calls f with more labels, for this goroutine and those that f starts. Then the goroutine has those of ctx.
func Do(ctx context.Context, labels LabelSet, f func(context.Context)) {
	defer SetGoroutineLabels(ctx)
	ctx = WithLabels(ctx, labels)
	SetGoroutineLabels(ctx)
	f(ctx)
}

// Label returns a label of the context.
func Label(ctx context.Context, key string) (string, bool) {
	for _, l := range labelsOf(ctx).list {
		if l.key == key {
			return l.value, true
		}
	}
	return "", false
}

// ForLabels calls f with each label of the context until it returns false.
func ForLabels(ctx context.Context, f func(key, value string) bool) {
	for _, l := range labelsOf(ctx).list {
		if !f(l.key, l.value) {
			return
		}
	}
}
