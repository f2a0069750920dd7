package time

// Sleep lets other goroutines run for at least so long.
func Sleep(d Duration) {
	if d > 0 {
		sleep(int64(d))
	}
}

func sleep(nanos int64)

// startTimer sets a new timer: after nanos, and each period after that if it is not 0, it sends the time on c, if that is not nil,
// or else calls f in a new goroutine. It returns the number by which the engine knows it.
func startTimer(nanos, period int64, c chan Time, f func()) int64

// stopTimer reports whether the timer was still to fire.
func stopTimer(number int64) bool

// resetTimer reports the same, and sets it anew.
func resetTimer(number, nanos, period int64) bool

// stamp returns the time that a channel is sent for a reading of the monotonic clock. The engine calls it.
func stamp(mono int64) Time {
	t := Now()
	return t.Add(Duration(mono - t.mono))
}

// Timer is a single event in the future. Since Stop and Reset take back what has not been received, a channel never delivers an event
// of an earlier setting.
type Timer struct {
	C      <-chan Time
	number int64
}

// NewTimer returns a timer that sends the time on its channel after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	return &Timer{c, startTimer(int64(d), 0, c, nil)}
}

// AfterFunc calls f in its own goroutine after d.
func AfterFunc(d Duration, f func()) *Timer { return &Timer{nil, startTimer(int64(d), 0, nil, f)} }

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
	return &Ticker{c, startTimer(int64(d), int64(d), c, nil)}
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
