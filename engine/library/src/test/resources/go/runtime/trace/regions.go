package main

import (
	"bytes"
	"context"
	"fmt"
	"runtime/metrics"
	"runtime/pprof"
	"runtime/trace"
	"strings"
	"time"
)

func inRegion(ctx context.Context) {
	var r *trace.Region = trace.StartRegion(ctx, "started region")
	defer r.End()
	trace.Log(ctx, "category", "logged text")
}

func work(ctx context.Context) (n int) {
	var task *trace.Task
	ctx, task = trace.NewTask(ctx, "the task")
	defer task.End()
	trace.WithRegion(ctx, "with region", func() { n = 5 })
	inRegion(ctx)
	trace.Logf(ctx, "formatted", "%d and %s", 17, "more")
	trace.StartRegion(ctx, "").End()
	return n
}

func contents(b *bytes.Buffer) (found []string) {
	for _, text := range []string{"the task", "started region", "with region", "logged text", "category", "17 and more", "formatted"} {
		if strings.Contains(b.String(), text) {
			found = append(found, text)
		}
	}
	return found
}

func whole() {
	var b bytes.Buffer
	fmt.Println(trace.IsEnabled(), work(context.Background()))
	fmt.Println(trace.Start(&b), trace.IsEnabled(), trace.Start(&b))
	work(context.Background())
	trace.Stop()
	trace.Stop()
	fmt.Printf("%v %.5s %v\n", trace.IsEnabled(), b.String(), contents(&b))
}

func flight() {
	var f *trace.FlightRecorder = trace.NewFlightRecorder(trace.FlightRecorderConfig{MinAge: time.Second, MaxBytes: 1 << 20})
	var b bytes.Buffer
	_, err := f.WriteTo(&b)
	fmt.Println(f.Enabled(), err)
	fmt.Println(f.Start(), f.Enabled(), f.Start())
	other := trace.NewFlightRecorder(trace.FlightRecorderConfig{})
	fmt.Println(other.Start() != nil)
	work(context.Background())
	n, err := f.WriteTo(&b)
	fmt.Println(n == int64(b.Len()), err, contents(&b))
	f.Stop()
	f.Stop()
	_, err = f.WriteTo(&b)
	fmt.Println(f.Enabled(), err)
	fmt.Println(other.Start(), other.Enabled())
	other.Stop()
}

func kinds() {
	count := map[metrics.ValueKind]int{}
	var all []metrics.Description = metrics.All()
	cumulative := 0
	samples := make([]metrics.Sample, len(all))
	for i, d := range all {
		count[d.Kind]++
		if d.Cumulative {
			cumulative++
		}
		samples[i].Name = d.Name
	}
	known := count[metrics.KindUint64] + count[metrics.KindFloat64] + count[metrics.KindFloat64Histogram]
	fmt.Println(count[metrics.KindBad], known == len(all), count[metrics.KindUint64] > 0, count[metrics.KindFloat64Histogram] > 0, cumulative > 0)
	metrics.Read(samples)
	wrong := 0
	for i, s := range samples {
		var k metrics.ValueKind = s.Value.Kind()
		if k != all[i].Kind {
			wrong++
		}
		if k == metrics.KindFloat64Histogram {
			var h *metrics.Float64Histogram = s.Value.Float64Histogram()
			if len(h.Buckets) != len(h.Counts)+1 {
				wrong++
			}
		}
	}
	fmt.Println(wrong)
}

func labelled(set pprof.LabelSet) (out string) {
	ctx := pprof.WithLabels(context.Background(), set)
	pprof.ForLabels(ctx, func(k, v string) bool {
		out += k + "=" + v + ";"
		return true
	})
	return out
}

func profiles() {
	fmt.Println(labelled(pprof.Labels("b", "2", "a", "1", "b", "3")))
	var p *pprof.Profile = pprof.NewProfile("own")
	p.Add("x", 0)
	p.Add("y", 0)
	p.Remove("x")
	fmt.Println(p.Name(), p.Count(), pprof.Lookup("own") == p)
	var b bytes.Buffer
	err := pprof.WriteHeapProfile(&b)
	fmt.Printf("%v %x\n", err, b.Bytes()[:2])
}

func main() {
	whole()
	flight()
	kinds()
	profiles()
}
