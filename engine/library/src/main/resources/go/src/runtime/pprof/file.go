package pprof

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unsafe"
)

// encode writes a profile: its head, its samples as words, and texts that labels refer to. The form is that of class ProfileFile.
func encode(head string, data []uint64, labels string) []byte

// file collects samples for encode.
type file struct {
	types, periodType, shown string
	period                   int64
	start                    time.Time
	duration                 time.Duration
	data                     []uint64
	texts                    []string
	known                    map[string]int
}

func (f *file) text(s string) uint64 {
	at, ok := f.known[s]
	if !ok {
		if f.known == nil {
			f.known = map[string]int{}
		}
		at = len(f.texts)
		f.known[s] = at
		f.texts = append(f.texts, strings.ReplaceAll(s, "\x00", " "))
	}
	return uint64(at)
}

func (f *file) sample(values []int64, labels []label, stack []uintptr) {
	for _, v := range values {
		f.data = append(f.data, uint64(v))
	}
	f.data = append(f.data, uint64(len(labels)))
	for _, l := range labels {
		f.data = append(f.data, f.text(l.key), f.text(l.value))
	}
	f.data = append(f.data, uint64(len(stack)))
	for _, pc := range stack {
		f.data = append(f.data, uint64(pc))
	}
}

func (f *file) writeTo(w io.Writer) error {
	start := f.start
	if start.IsZero() {
		start = time.Now()
	}
	head := fmt.Sprintf("%s\n%s\n%d\n%s\n%d\n%d", f.types, f.periodType, f.period, f.shown, start.UnixNano(), f.duration.Nanoseconds())
	_, err := w.Write(encode(head, f.data, strings.Join(f.texts, "\x00")))
	return err
}

// row is a sample as the runtime gives it.
type row struct {
	labels []label
	stack  []uintptr
}

// rowsOf takes apart what samples and goroutines return. The words of labels are addresses of objects that are alive: of goroutines that
// have them, or kept by the profiler.
func rowsOf(words []uint64) (rows []row) {
	for len(words) > 0 {
		var r row
		if m := *(**labelMap)(unsafe.Pointer(&words[0])); m != nil {
			r.labels = m.list
		}
		depth := int(words[1])
		for _, pc := range words[2 : 2+depth] {
			r.stack = append(r.stack, uintptr(pc))
		}
		rows = append(rows, r)
		words = words[2+depth:]
	}
	return rows
}
