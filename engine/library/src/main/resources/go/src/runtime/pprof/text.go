package pprof

import (
	"fmt"
	"io"
	"runtime"
	"sort"
	"strings"
	"text/tabwriter"
)

// sum counts samples with one stack and the same labels.
type sum struct {
	row
	count int64
}

func addRow(sums map[string]*sum, order *[]*sum, r row) {
	key := fmt.Sprint(r.stack, r.labels)
	s := sums[key]
	if s == nil {
		s = &sum{row: r}
		sums[key] = s
		*order = append(*order, s)
	}
	s.count++
}

// addresses appends pcs in hexadecimal.
func addresses(w io.Writer, stack []uintptr) {
	for _, pc := range stack {
		fmt.Fprintf(w, " %#x", pc)
	}
}

// frames lists the calls of a stack, runtime's own at its top only where there are no others.
func frames(w io.Writer, stack []uintptr, all bool) {
	shown := all
	calls := runtime.CallersFrames(stack)
	for {
		f, more := calls.Next()
		name := f.Function
		switch {
		case name == "":
			shown = true
			fmt.Fprintf(w, "#\t%#x\n", f.PC)
		case name != "runtime.goexit" && (shown || !strings.HasPrefix(name, "runtime.")):
			if !all {
				shown = true
			}
			fmt.Fprintf(w, "#\t%#x\t%s+%#x\t%s:%d\n", f.PC, name, f.PC-f.Entry, f.File, f.Line)
		}
		if !more {
			break
		}
	}
	if !shown {
		frames(w, stack, true)
		return
	}
	fmt.Fprintf(w, "\n")
}

// counted writes how often each stack occurs, the most frequent first.
func counted(w io.Writer, name string, debug int, rows []row) error {
	sums := map[string]*sum{}
	var order []*sum
	for _, r := range rows {
		addRow(sums, &order, r)
	}
	sort.SliceStable(order, func(i, j int) bool { return order[i].count > order[j].count })
	if debug == 0 {
		f := &file{types: name + "/count", periodType: name + "/count", period: 1}
		for _, s := range order {
			f.sample([]int64{s.count}, s.labels, s.stack)
		}
		return f.writeTo(w)
	}
	t := tabwriter.NewWriter(w, 1, 8, 1, '\t', 0)
	fmt.Fprintf(t, "%s profile: total %d\n", name, len(rows))
	for _, s := range order {
		fmt.Fprintf(t, "%d @", s.count)
		addresses(t, s.stack)
		if len(s.labels) > 0 {
			fmt.Fprintf(t, "\n# labels: %s", labelMap{s.labels})
		}
		fmt.Fprintln(t)
		frames(t, s.stack, false)
	}
	return t.Flush()
}
