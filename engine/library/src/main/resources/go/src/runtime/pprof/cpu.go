package pprof

import (
	"errors"
	"io"
	"sync"
	"time"
)

func startSampling() (first int32, begun bool)

func stopSampling()

// samples returns the samples from a number on: labels, number of pcs, pcs.
func samples(first int32) []uint64

// samplePeriod is the processor time that a sample stands for.
const samplePeriod = 10 * time.Millisecond

var cpu struct {
	sync.Mutex
	to    io.Writer
	first int32
	begun bool // not by one who looks on
	start time.Time
}

// StartCPUProfile begins to sample where processor time goes; StopCPUProfile writes it to w.
func StartCPUProfile(w io.Writer) error {
	cpu.Lock()
	defer cpu.Unlock()
	if cpu.to != nil {
		return errors.New("cpu profiling already in use")
	}
	cpu.to = w
	cpu.start = time.Now()
	cpu.first, cpu.begun = startSampling()
	return nil
}

// StopCPUProfile ends the profile, if there is one, and returns when it is written.
func StopCPUProfile() {
	cpu.Lock()
	defer cpu.Unlock()
	if cpu.to == nil {
		return
	}
	if cpu.begun {
		stopSampling()
	}
	f := &file{types: "samples/count cpu/nanoseconds", periodType: "cpu/nanoseconds", period: int64(samplePeriod),
		start: cpu.start, duration: time.Since(cpu.start)}
	sums := map[string]*sum{}
	var order []*sum
	for _, r := range rowsOf(samples(cpu.first)) {
		addRow(sums, &order, r)
	}
	for _, s := range order {
		f.sample([]int64{s.count, s.count * int64(samplePeriod)}, s.labels, s.stack)
	}
	f.writeTo(cpu.to)
	cpu.to = nil
}
