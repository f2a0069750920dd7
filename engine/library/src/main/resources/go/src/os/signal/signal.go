// Package signal hands signals of the operating system to the program.
package signal

import (
	"context"
	"os"
	"slices"
	"sync"
	"syscall"
)

const last = 64

// What is to happen on a signal.
const (
	asSystem = iota
	handOver
	nothing
)

// listener wants signals on a channel.
type listener struct {
	to  chan<- os.Signal
	set [last + 1]bool
}

var registry struct {
	sync.Mutex
	listeners []*listener
	started   sync.Once
}

func all() (list []syscall.Signal) {
	for n := syscall.Signal(1); n <= last; n++ {
		list = append(list, n)
	}
	return list
}

// numbers returns the signals meant: all for none.
func numbers(sigs []os.Signal) (list []syscall.Signal) {
	if len(sigs) == 0 {
		return all()
	}
	for _, s := range sigs {
		if n, ok := s.(syscall.Signal); ok && n > 0 && n <= last {
			list = append(list, n)
		}
	}
	return list
}

// Notify sends the signals, all if none is given, to c without waiting for room in it.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	registry.Lock()
	defer registry.Unlock()
	at := slices.IndexFunc(registry.listeners, func(l *listener) bool { return l.to == c })
	if at < 0 {
		at = len(registry.listeners)
		registry.listeners = append(registry.listeners, &listener{to: c})
	}
	for _, n := range numbers(sig) {
		registry.listeners[at].set[n] = true
		syscall.SetSignal(n, handOver)
	}
	registry.started.Do(func() { go deliver() })
}

func deliver() {
	for {
		n, err := syscall.NextSignal()
		if err != nil {
			return
		}
		registry.Lock()
		for _, l := range registry.listeners {
			if l.set[n] {
				select {
				case l.to <- n:
				default:
				}
			}
		}
		registry.Unlock()
	}
}

// settle gives a signal that nobody wants any more back to the system.
func settle(n syscall.Signal) {
	if !slices.ContainsFunc(registry.listeners, func(l *listener) bool { return l.set[n] }) {
		syscall.SetSignal(n, asSystem)
	}
}

// Stop sends no more signals to c.
func Stop(c chan<- os.Signal) {
	registry.Lock()
	defer registry.Unlock()
	at := slices.IndexFunc(registry.listeners, func(l *listener) bool { return l.to == c })
	if at < 0 {
		return
	}
	gone := registry.listeners[at]
	registry.listeners = slices.Delete(registry.listeners, at, at+1)
	for n, wanted := range gone.set {
		if wanted {
			settle(syscall.Signal(n))
		}
	}
}

func withdraw(sigs []os.Signal, then int) {
	registry.Lock()
	defer registry.Unlock()
	for _, n := range numbers(sigs) {
		for _, l := range registry.listeners {
			l.set[n] = false
		}
		if then != asSystem || !syscall.SignalIgnored(n) {
			syscall.SetSignal(n, then)
		}
	}
	registry.listeners = slices.DeleteFunc(registry.listeners, func(l *listener) bool { return !slices.Contains(l.set[:], true) })
}

// Reset undoes Notify, but not Ignore, for the signals, all if none is given.
func Reset(sig ...os.Signal) { withdraw(sig, asSystem) }

// Ignore makes nothing happen on the signals, all if none is given.
func Ignore(sig ...os.Signal) { withdraw(sig, nothing) }

// Ignored reports whether nothing happens on a signal.
func Ignored(sig os.Signal) bool {
	n, ok := sig.(syscall.Signal)
	return ok && n > 0 && n <= last && syscall.SignalIgnored(n)
}

// arrived is the cause with which a context ends.
type arrived string

func (a arrived) Error() string { return string(a) + " signal received" }

// waiting is a context that a signal ends.
type waiting struct {
	context.Context
	sigs []os.Signal
}

func (w *waiting) String() string {
	s := "signal.NotifyContext("
	if t, ok := w.Context.(interface{ String() string }); ok {
		parent := t.String()
		s += parent[:len(parent)-len(".WithCancel")]
	}
	if len(w.sigs) > 0 {
		s += ", ["
		for i, sig := range w.sigs {
			if i > 0 {
				s += " "
			}
			s += sig.String()
		}
		s += "]"
	}
	return s + ")"
}

// NotifyContext returns a context that ends when one of the signals arrives, stop is called, or the parent ends.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	inner, cancel := context.WithCancelCause(parent)
	c := make(chan os.Signal, 1)
	Notify(c, signals...)
	stop = func() {
		cancel(nil)
		Stop(c)
	}
	if inner.Err() == nil {
		go func() {
			select {
			case s := <-c:
				cancel(arrived(s.String()))
			case <-inner.Done():
			}
		}()
	}
	return &waiting{inner, slices.Clone(signals)}, stop
}
