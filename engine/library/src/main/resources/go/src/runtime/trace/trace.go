// Package trace writes execution traces of programs, and lets programs mark tasks, regions and messages in them.
package trace

import (
	"errors"
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// begin starts a trace: its number, 0 where there is one already.
func begin() int32

// header returns the first bytes of a trace file.
func header(number int32) []byte

// take returns what was recorded since the last call, a part of a trace file that may follow the header by itself.
func take(number int32, last bool) []byte

// apart is how often what was recorded becomes a part of the file.
const apart = time.Second

// recording is the trace under way: who wants it, and who takes it apart.
var recording struct {
	guard  sync.Mutex
	number int32 // 0: none
	begun  chan struct{}
	writer io.Writer
	flight *FlightRecorder
}

var enabled atomic.Bool

// IsEnabled reports whether the program is traced, for Start or a flight recorder.
func IsEnabled() bool { return enabled.Load() }

// Start begins a trace that goes to w until Stop.
func Start(w io.Writer) error {
	r := &recording
	r.guard.Lock()
	defer r.guard.Unlock()
	if r.writer != nil {
		return errors.New("execution tracer already enabled")
	}
	if err := join(); err != nil {
		return err
	}
	w.Write(header(r.number))
	r.writer = w
	return nil
}

// Stop ends what Start has begun. All is written when it returns.
func Stop() {
	r := &recording
	r.guard.Lock()
	defer r.guard.Unlock()
	if r.writer == nil {
		return
	}
	leave(r.flight == nil)
	r.writer = nil
}

// join makes sure that the program is traced, and that a part begins now. The caller holds the guard.
func join() error {
	r := &recording
	if r.number != 0 {
		deliver(take(r.number, false))
		return nil
	}
	n := begin()
	if n == 0 {
		return errors.New("execution tracer already enabled")
	}
	r.number = n
	r.begun = make(chan struct{})
	enabled.Store(true)
	go write(r.begun)
	return nil
}

// leave ends a part, and the trace where nobody else wants it. The caller holds the guard.
func leave(last bool) {
	r := &recording
	deliver(take(r.number, last))
	if last {
		close(r.begun)
		r.number = 0
		enabled.Store(false)
	}
}

// write delivers a part now and then.
func write(end chan struct{}) {
	r := &recording
	ticks := time.NewTicker(apart)
	defer ticks.Stop()
	for {
		select {
		case <-end:
			return
		case <-ticks.C:
		}
		r.guard.Lock()
		select {
		case <-end:
		default:
			deliver(take(r.number, false))
		}
		r.guard.Unlock()
	}
}

// deliver hands a part to who wants it. The caller holds the guard.
func deliver(part []byte) {
	if w := recording.writer; w != nil {
		w.Write(part)
	}
	if f := recording.flight; f != nil {
		f.keep(part)
	}
}
