package trace

import (
	"errors"
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

// FlightRecorderConfig says how much a FlightRecorder keeps.
type FlightRecorderConfig struct {
	MinAge   time.Duration // what is younger is kept, unless that is too much; 0 for ten seconds
	MaxBytes uint64        // roughly how much is kept at most; 0 for 10 MiB
}

// FlightRecorder keeps the latest part of an execution trace.
type FlightRecorder struct {
	age     time.Duration
	most    uint64
	header  []byte
	parts   []part
	writing atomic.Bool
	on      atomic.Bool
}

// part is a stretch of the trace and when it was over.
type part struct {
	data []byte
	end  time.Time
}

// NewFlightRecorder returns a recorder that is off.
func NewFlightRecorder(cfg FlightRecorderConfig) *FlightRecorder {
	f := &FlightRecorder{age: cfg.MinAge, most: cfg.MaxBytes}
	if f.age == 0 {
		f.age = 10 * time.Second
	}
	if f.most == 0 {
		f.most = 10 << 20
	}
	return f
}

// Enabled reports whether it records.
func (fr *FlightRecorder) Enabled() bool { return fr.on.Load() }

// Start begins to record.
func (fr *FlightRecorder) Start() error {
	r := &recording
	r.guard.Lock()
	defer r.guard.Unlock()
	if r.flight == fr {
		return fmt.Errorf("cannot enable a enabled flight recorder")
	}
	if r.flight != nil {
		return fmt.Errorf("flight recorder already enabled")
	}
	if err := join(); err != nil {
		return err
	}
	fr.header, fr.parts = header(r.number), nil
	r.flight = fr
	fr.on.Store(true)
	return nil
}

// Stop ends recording and forgets what was kept.
func (fr *FlightRecorder) Stop() {
	r := &recording
	r.guard.Lock()
	defer r.guard.Unlock()
	if r.flight != fr {
		return
	}
	leave(r.writer == nil)
	r.flight = nil
	fr.on.Store(false)
	fr.parts = nil
}

// keep adds a part and drops those too old or too many. The caller holds the guard.
func (fr *FlightRecorder) keep(data []byte) {
	now := time.Now()
	fr.parts = append(fr.parts, part{data, now})
	var size uint64
	for i := len(fr.parts) - 1; i >= 0; i-- {
		size += uint64(len(fr.parts[i].data))
		if i < len(fr.parts)-1 && (size > fr.most || now.Sub(fr.parts[i].end) > fr.age) {
			fr.parts = append([]part(nil), fr.parts[i+1:]...)
			return
		}
	}
}

// WriteTo writes what is kept, up to this moment, as a trace file.
func (fr *FlightRecorder) WriteTo(w io.Writer) (n int64, err error) {
	if !fr.writing.CompareAndSwap(false, true) {
		return 0, errors.New("call to WriteTo for trace.FlightRecorder already in progress")
	}
	defer fr.writing.Store(false)
	r := &recording
	r.guard.Lock()
	if r.flight != fr {
		r.guard.Unlock()
		return 0, errors.New("cannot snapshot a disabled flight recorder")
	}
	deliver(take(r.number, false))
	all := append([]part{{data: fr.header}}, fr.parts...)
	r.guard.Unlock()
	for _, p := range all {
		k, err := w.Write(p.data)
		n += int64(k)
		if err != nil {
			return n, err
		}
	}
	return n, nil
}
