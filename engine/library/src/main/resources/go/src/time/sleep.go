package time

import "unsafe"

// Sleep lets other goroutines run for at least so long.
func Sleep(d Duration) {
	if d > 0 {
		sleep(int64(d))
	}
}

func sleep(nanos int64)

// startChannel starts what owner stands for: the time is sent on c after nanos, and each period after that if it is not 0, with the
// location local. It returns the number by which the engine knows it.
func startChannel(owner unsafe.Pointer, c chan Time, local unsafe.Pointer, nanos, period int64) int64

// startFunc starts what owner stands for: f is called in a new goroutine after nanos. Somebody keeps f as long as the timer can be reset.
func startFunc(owner unsafe.Pointer, f func(), nanos int64) int64

// stopTimer reports whether the timer was still to fire.
func stopTimer(number int64) bool

// resetTimer reports the same, and sets it anew.
func resetTimer(number, nanos, period int64) bool

// Timer is a single event in the future. Since Stop and Reset take back what has not been received, a channel never delivers an event
// of an earlier setting.
type Timer struct {
	C      <-chan Time
	number int64
}

// NewTimer returns a timer that sends the time on its channel after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{C: c}
	t.number = startChannel(unsafe.Pointer(t), c, unsafe.Pointer(Local), int64(d), 0)
	return t
}

// funcTimer is the timer of a call, with what it calls.
type funcTimer struct {
	Timer
	f func()
}

// AfterFunc calls f in its own goroutine after d.
func AfterFunc(d Duration, f func()) *Timer {
	t := &funcTimer{f: f}
	t.number = startFunc(unsafe.Pointer(t), f, int64(d))
	return &t.Timer
}

// Stop reports whether it prevented the timer from firing.
func (t *Timer) Stop() bool {
	if t.number == 0 {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(t.number)
}

// Reset sets the timer anew and reports whether it was set before.
func (t *Timer) Reset(d Duration) bool {
	if t.number == 0 {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer(t.number, int64(d), 0)
}

// After returns a channel on which the time is sent after d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// Ticker sends the time on its channel again and again; what is not received in time is dropped.
type Ticker struct {
	C      <-chan Time
	number int64
}

// NewTicker returns a ticker with a period of d.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := &Ticker{C: c}
	t.number = startChannel(unsafe.Pointer(t), c, unsafe.Pointer(Local), int64(d), int64(d))
	return t
}

// Stop turns the ticker off.
func (t *Ticker) Stop() {
	if t.number != 0 {
		stopTimer(t.number)
	}
}

// Reset sets another period.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.number == 0 {
		panic("time: Reset called on uninitialized Ticker")
	}
	resetTimer(t.number, int64(d), int64(d))
}

// Tick returns the channel of a new ticker, nil where d is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
