package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"testing/quick"
	"time"
)

var tests = []testing.InternalTest{
	{Name: "TestFine", F: func(t *testing.T) { t.Log("not shown") }},
	{Name: "TestParts", F: func(t *testing.T) {
		t.Run("a", func(t *testing.T) {})
	}},
}

var benchmarks = []testing.InternalBenchmark{
	{Name: "BenchmarkNothing", F: func(b *testing.B) {
		for range b.N {
		}
	}},
}

var examples = []testing.InternalExample{
	{Name: "ExampleRight", F: func() { fmt.Println("a\nb") }, Output: "b\na\n", Unordered: true},
	{Name: "ExampleEmpty", F: func() {}, Output: ""},
}

// caught runs f and gives what it printed, without times.
func caught(f func()) (out string) {
	before := os.Stdout
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	os.Stdout = w
	text := make(chan string)
	go func() {
		var b strings.Builder
		p := make([]byte, 1000)
		for {
			n, err := r.Read(p)
			b.Write(p[:n])
			if err != nil {
				text <- b.String()
				return
			}
		}
	}()
	f()
	os.Stdout = before
	w.Close()
	return regexp.MustCompile(`\d+\.\d\ds`).ReplaceAllString(<-text, "T")
}

// support is what the go command's test program gives.
type support struct{}

type seed = struct {
	Parent     string
	Path       string
	Data       []byte
	Values     []any
	Generation int
	IsSeed     bool
}

func (support) ImportPath() string                          { return "example.com/own" }
func (support) ModulePath() string                          { return "example.com" }
func (support) MatchString(pat, str string) (bool, error)   { return regexp.MatchString(pat, str) }
func (support) SetPanicOnExit0(bool)                        {}
func (support) StartCPUProfile(io.Writer) error             { return nil }
func (support) StopCPUProfile()                             {}
func (support) StartTestLog(io.Writer)                      {}
func (support) StopTestLog() error                          { return nil }
func (support) WriteProfileTo(string, io.Writer, int) error { return nil }
func (support) CoordinateFuzzing(time.Duration, int64, time.Duration, int64, int, []seed, []reflect.Type, string, string) error {
	return nil
}
func (support) RunFuzzWorker(func(seed) error) error              { return nil }
func (support) ReadCorpus(string, []reflect.Type) ([]seed, error) { return nil, nil }
func (support) CheckCorpus([]any, []reflect.Type) error           { return nil }
func (support) ResetCoverage()                                    {}
func (support) SnapshotCoverage()                                 {}
func (support) InitRuntimeCoverage() (string, func(string, string) (string, error), func() float64) {
	return "", nil, nil
}

func runs() {
	all := func(pat, str string) (bool, error) { return regexp.MatchString(pat, str) }
	fmt.Println(testing.Testing())
	testing.Init()
	fmt.Println(testing.Testing(), caughtPanic(func() { testing.Short() }), caughtPanic(func() { testing.Verbose() }))
	flag.CommandLine.Parse([]string{"-test.benchtime=2x", "-test.short", "-test.v"})
	fmt.Println(testing.Short(), testing.Verbose(), testing.CoverMode() == "", testing.Coverage())
	targets := []testing.InternalFuzzTarget{{Name: "FuzzSum", Fn: func(f *testing.F) {
		f.Add(1, 2)
		f.Fuzz(func(t *testing.T, a, b int) { t.Log(a + b) })
	}}}
	var code int
	text := caught(func() { code = testing.MainStart(support{}, tests, benchmarks, targets, examples).Run() })
	place := regexp.MustCompile(`\w+\.go:\d+`)
	fmt.Println(code)
	fmt.Print(place.ReplaceAllString(text, "FILE"))
	flag.Set("test.v", "false")

	var ok bool
	failing := []testing.InternalTest{{"TestFails", func(t *testing.T) { t.Error("wrong") }}, tests[0]}
	text = caught(func() { ok = testing.RunTests(all, failing) })
	fmt.Printf("%v %s", ok, place.ReplaceAllString(text, "FILE"))
	fmt.Println(testing.RunTests(all, tests), testing.RunExamples(all, examples))
	wrong := testing.InternalExample{Name: "ExampleWrong", F: func() { fmt.Println("got it") }, Output: "wanted"}
	text = caught(func() { ok = testing.RunExamples(all, []testing.InternalExample{wrong}) })
	fmt.Print(ok, " ", text)
	flag.Set("test.bench", "Nothing")
	text = caught(func() { testing.RunBenchmarks(all, benchmarks) })
	fmt.Println(regexp.MustCompile(`(?m)^BenchmarkNothing\S*\s+2\s+\S+ ns/op$`).MatchString(text))
	flag.Set("test.bench", "")
}

func caughtPanic(f func()) (cause any) {
	defer func() { cause = recover() }()
	f()
	return
}

func results() {
	r := testing.BenchmarkResult{N: 1000, T: 2 * time.Millisecond, Bytes: 16, MemAllocs: 3000, MemBytes: 64000, Extra: map[string]float64{"z/op": 0.125, "a/op": 12345.6}}
	fmt.Println(r.String(), "|", r.MemString(), "|", r.AllocsPerOp(), r.AllocedBytesPerOp(), r.NsPerOp())
	r.Extra["ns/op"] = 7
	r.Extra["allocs/op"] = 9
	fmt.Println(r, "|", r.MemString(), r.NsPerOp(), r.AllocsPerOp())
	fmt.Println(testing.BenchmarkResult{}.String(), testing.BenchmarkResult{N: 1, T: time.Hour}.String())
}

func coverage() {
	block := testing.CoverBlock{Line0: 1, Col0: 2, Line1: 3, Col1: 4, Stmts: 5}
	c := testing.Cover{
		Mode:            "count",
		Counters:        map[string][]uint32{"a.go": {1, 0}},
		Blocks:          map[string][]testing.CoverBlock{"a.go": {block, {5, 1, 6, 1, 15}}},
		CoveredPackages: " in all",
	}
	testing.RegisterCover(c)
	fmt.Println(block.Line0, block.Col0, block.Line1, block.Col1, block.Stmts, len(c.Counters), len(c.Blocks), c.Mode, c.CoveredPackages)
	fmt.Println(testing.CoverMode(), testing.Coverage())
}

// celsius makes values of its own.
type celsius int

func (celsius) Generate(r *rand.Rand, size int) reflect.Value {
	return reflect.ValueOf(celsius(r.Intn(size+1) - 20))
}

func generated(g quick.Generator, r *rand.Rand, size int) any { return g.Generate(r, size).Interface() }

func quickly() {
	r := rand.New(rand.NewSource(11))
	fmt.Println(generated(celsius(0), r, 10), generated(celsius(0), r, 1))
	v, ok := quick.Value(reflect.TypeFor[celsius](), r)
	fmt.Println(v, ok)
	_, ok = quick.Value(reflect.TypeFor[chan int](), r)
	fmt.Println(ok)
	for _, t := range []reflect.Type{reflect.TypeFor[int8](), reflect.TypeFor[string](), reflect.TypeFor[[]bool](), reflect.TypeFor[map[uint8]bool](), reflect.TypeFor[struct{ A, B int16 }](), reflect.TypeFor[*float32](), reflect.TypeFor[[3]complex64]()} {
		v, ok := quick.Value(t, r)
		fmt.Println(t, v.Type() == t, ok)
	}

	count := 0
	err := quick.Check(func(c celsius) bool { count++; return c < 20 }, &quick.Config{MaxCountScale: 0.5, Rand: r})
	var wrong *quick.CheckError
	fmt.Println(errors.As(err, &wrong), count)
	if wrong != nil {
		fmt.Println(wrong.Count == count, wrong.In[0].(celsius) >= 20, wrong.Error() == fmt.Sprintf("#%d: failed on input %d", count, wrong.In[0]))
	}
	count = 0
	fmt.Println(quick.Check(func(int) bool { count++; return true }, &quick.Config{MaxCountScale: 0.25}), count)
	given := &quick.Config{MaxCount: 3, Values: func(args []reflect.Value, _ *rand.Rand) {
		count++
		args[0] = reflect.ValueOf(count)
	}}
	count = 0
	err = quick.Check(func(n int) bool { return n < 3 }, given)
	fmt.Println(err.(*quick.CheckError).Error())
	count = 5
	err = quick.CheckEqual(func(n int) (int, string) { return n, "x" }, func(n int) (int, string) { return n - n%7, "x" }, given)
	var unequal *quick.CheckEqualError
	fmt.Println(errors.As(err, &unequal))
	var inner quick.CheckError = unequal.CheckError
	fmt.Println(unequal.Error(), unequal.Out1, unequal.Out2, inner.Count, inner.In)
	var setup quick.SetupError
	for _, f := range []any{5, func() {}, func(chan int) bool { return true }, func() (bool, error) { return true, nil }} {
		err = quick.Check(f, nil)
		fmt.Println(errors.As(err, &setup), setup.Error())
	}
}

func files() {
	when := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	fsys := fstest.MapFS{"d/f": &fstest.MapFile{Data: []byte("data"), Mode: 0o600, ModTime: when, Sys: "whatever"}}
	var file *fstest.MapFile = fsys["d/f"]
	info, err := fsys.Stat("d/f")
	fmt.Println(info.ModTime().Equal(file.ModTime), info.Sys() == file.Sys, info.Mode(), info.Size(), err)
	fmt.Println(fstest.TestFS(fsys, "d/f"))
}

func main() {
	results()
	quickly()
	files()
	runs()
	coverage()
	flag.Set("test.run", "Empty|Right")
	testing.Main(func(pat, str string) (bool, error) { return regexp.MatchString(pat, str) }, tests, benchmarks, examples)
}
