package slog

import (
	"context"
	"errors"
	"slices"
)

// MultiHandler hands events to several handlers.
type MultiHandler struct{ to []Handler }

// NewMultiHandler returns a handler that hands events to all of these.
func NewMultiHandler(handlers ...Handler) *MultiHandler {
	return &MultiHandler{slices.Clone(handlers)}
}

// Enabled reports whether one of the handlers takes the level.
func (h *MultiHandler) Enabled(ctx context.Context, l Level) bool {
	return slices.ContainsFunc(h.to, func(t Handler) bool { return t.Enabled(ctx, l) })
}

// Handle hands the event to the handlers that take its level and joins their errors.
func (h *MultiHandler) Handle(ctx context.Context, r Record) error {
	var failed []error
	for _, t := range h.to {
		if t.Enabled(ctx, r.Level) {
			failed = append(failed, t.Handle(ctx, r.Clone()))
		}
	}
	return errors.Join(failed...)
}

func (h *MultiHandler) each(change func(Handler) Handler) *MultiHandler {
	c := NewMultiHandler(h.to...)
	for i, t := range c.to {
		c.to[i] = change(t)
	}
	return c
}

// WithAttrs adds attributes to each handler.
func (h *MultiHandler) WithAttrs(attrs []Attr) Handler {
	return h.each(func(t Handler) Handler { return t.WithAttrs(slices.Clone(attrs)) })
}

// WithGroup opens a group in each handler.
func (h *MultiHandler) WithGroup(name string) Handler {
	return h.each(func(t Handler) Handler { return t.WithGroup(name) })
}
