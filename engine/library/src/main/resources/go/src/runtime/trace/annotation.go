package trace

import (
	"context"
	"fmt"
	"sync/atomic"
)

// Kinds of marks.
const (
	taskBegin   int32 = 64
	taskEnd     int32 = 65
	regionBegin int32 = 66
	regionEnd   int32 = 67
	message     int32 = 68
)

// mark records a mark where the program is traced: a task (b its type) with its parent, a region (b its type), or a message of category a.
func mark(kind int32, task, parent uint64, a, b string)

// Task is a logical operation that may take several goroutines.
type Task struct{ id uint64 }

type taskKey struct{}

var lastTask atomic.Uint64

// background is the task of contexts that have none.
var background = &Task{}

func taskOf(ctx context.Context) *Task {
	if t, ok := ctx.Value(taskKey{}).(*Task); ok {
		return t
	}
	return background
}

// NewTask begins a task below that of pctx and returns it with a context that carries it.
func NewTask(pctx context.Context, taskType string) (ctx context.Context, task *Task) {
	t := &Task{id: lastTask.Add(1)}
	mark(taskBegin, t.id, taskOf(pctx).id, "", taskType)
	return context.WithValue(pctx, taskKey{}, t), t
}

// End ends the task.
func (t *Task) End() { mark(taskEnd, t.id, 0, "", "") }

// Log marks that something of a category has happened.
func Log(ctx context.Context, category, message string) { logged(ctx, category, message) }

func logged(ctx context.Context, category, text string) {
	mark(message, taskOf(ctx).id, 0, category, text)
}

// Logf is Log of a formatted message, which is made only where the program is traced.
func Logf(ctx context.Context, category, format string, args ...any) {
	if IsEnabled() {
		logged(ctx, category, fmt.Sprintf(format, args...))
	}
}

// Region is a stretch of one goroutine's time.
type Region struct {
	task uint64
	name string
}

// untraced is every region that begins where nothing is traced.
var untraced = &Region{}

// StartRegion begins a region, which the same goroutine is to end.
func StartRegion(ctx context.Context, regionType string) *Region {
	if !IsEnabled() {
		return untraced
	}
	r := &Region{taskOf(ctx).id, regionType}
	mark(regionBegin, r.task, 0, "", regionType)
	return r
}

// End ends the region.
func (r *Region) End() {
	if r != untraced {
		mark(regionEnd, r.task, 0, "", r.name)
	}
}

// WithRegion calls fn in a region.
func WithRegion(ctx context.Context, regionType string, fn func()) {
	id := taskOf(ctx).id
	mark(regionBegin, id, 0, "", regionType)
	defer mark(regionEnd, id, 0, "", regionType)
	fn()
}
