package testing

import (
	"flag"
	"fmt"
	"internal/exits"
	"io"
	"math/rand"
	"os"
	"reflect"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// Flags, which Init defines.
var (
	verbose      = new(bool)
	events       = new(bool) // the report is made into events, by marks in it
	short        = new(bool)
	failFast     = new(bool)
	benchMem     = new(bool)
	runPattern   = new(string)
	skipPattern  = new(string)
	benchPattern = new(string)
	listPattern  = new(string)
	cpus         = new(string)
	order        = func() *string { s := "off"; return &s }()
	fullPath     = new(bool)
	panicOnExit0 = new(bool)
	importPath   string
	count        = func() *uint { n := uint(1); return &n }()
	parallel     = func() *int { n := 1; return &n }()
	timeout      = new(time.Duration)
	benchGoal    = benchTime{d: time.Second}
	failedFast   atomic.Bool
	initialized  bool
	isTest       bool
)

// boolOrText is the flag -test.v, which also has the value test2json.
type boolOrText struct{ on *bool }

func (f boolOrText) IsBoolFlag() bool { return true }

func (f boolOrText) String() string {
	switch {
	case f.on == nil || !*f.on:
		return "false"
	case *events:
		return "test2json"
	}
	return "true"
}

func (f boolOrText) Get() any {
	if *events {
		return "test2json"
	}
	return *f.on
}

func (f boolOrText) Set(s string) error {
	*events = s == "test2json"
	if *events {
		*f.on = true
		return nil
	}
	on, err := strconv.ParseBool(s)
	*f.on = on
	return err
}

// Init defines the flags of tests.
func Init() {
	if initialized {
		return
	}
	initialized = true
	flag.Var(boolOrText{verbose}, "test.v", "verbose: print additional output")
	flag.BoolVar(short, "test.short", false, "run smaller test suite to save time")
	flag.BoolVar(failFast, "test.failfast", false, "do not start new tests after the first test failure")
	flag.BoolVar(benchMem, "test.benchmem", false, "print memory allocations for benchmarks")
	flag.StringVar(runPattern, "test.run", "", "run only tests and examples matching `regexp`")
	flag.StringVar(skipPattern, "test.skip", "", "do not list or run tests matching `regexp`")
	flag.StringVar(benchPattern, "test.bench", "", "run only benchmarks matching `regexp`")
	flag.StringVar(listPattern, "test.list", "", "list tests, examples, and benchmarks matching `regexp` then exit")
	flag.BoolVar(fullPath, "test.fullpath", false, "show full file names in error messages")
	flag.StringVar(order, "test.shuffle", "off", "randomize the execution order of tests and benchmarks")
	flag.StringVar(cpus, "test.cpu", "", "comma-separated `list` of cpu counts to run each test with")
	flag.UintVar(count, "test.count", 1, "run tests and benchmarks `n` times")
	flag.IntVar(parallel, "test.parallel", runtime.GOMAXPROCS(0), "run at most `n` tests in parallel")
	flag.DurationVar(timeout, "test.timeout", 0, "panic test binary after duration `d` (default 0, timeout disabled)")
	flag.BoolVar(panicOnExit0, "test.paniconexit0", false, "panic on call to os.Exit(0)")
	profileFlags()
	flag.Var(&benchGoal, "test.benchtime", "run each benchmark for duration `d` or N times if `d` is of the form Nx")
}

// Short reports whether -test.short is set.
func Short() bool {
	if !initialized {
		panic("testing: Short called before Init")
	}
	if !flag.Parsed() {
		panic("testing: Short called before Parse")
	}
	return *short
}

// Verbose reports whether -test.v is set.
func Verbose() bool {
	if !flag.Parsed() {
		panic("testing: Verbose called before Parse")
	}
	return *verbose
}

// Testing reports whether the program is a test.
func Testing() bool { return isTest }

// cpuList returns the values of GOMAXPROCS to run with.
func cpuList() []int {
	if *cpus == "" {
		return []int{runtime.GOMAXPROCS(0)}
	}
	var list []int
	for _, text := range strings.Split(*cpus, ",") {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil || n <= 0 {
			fmt.Fprintf(os.Stderr, "testing: invalid value %q for -test.cpu\n", text)
			os.Exit(1)
		}
		list = append(list, n)
	}
	return list
}

// M is all tests of a package.
type M struct {
	deps       dependencies
	fit        func(pat, str string) (bool, error)
	tests      []InternalTest
	benchmarks []InternalBenchmark
	fuzzing    []InternalFuzzTarget
	examples   []InternalExample
	code       int
}

// dependencies is what MainStart needs of what it is given.
type dependencies interface {
	MatchString(pat, str string) (bool, error)
}

// exiter is what the program that runs a package's tests gives as well.
type exiter interface {
	Exit(code int)
}

// MainStart is what the program that runs a package's tests calls first.
func MainStart(deps dependencies, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	Init()
	if d, ok := deps.(interface{ ImportPath() string }); ok {
		importPath = d.ImportPath()
	}
	_, isTest = deps.(exiter)
	return &M{deps: deps, fit: deps.MatchString, tests: tests, benchmarks: benchmarks, fuzzing: fuzzTargets, examples: examples}
}

type matchOnly func(pat, str string) (bool, error)

func (f matchOnly) MatchString(pat, str string) (bool, error) { return f(pat, str) }

// Main runs tests, benchmarks and examples and ends the program.
func Main(matchString func(pat, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) {
	os.Exit(MainStart(matchOnly(matchString), tests, benchmarks, nil, examples).Run())
}

// Run runs all that is wanted and returns the exit code.
func (m *M) Run() (code int) {
	code = m.runAll()
	if d, ok := m.deps.(exiter); ok {
		d.Exit(code)
	}
	return code
}

func (m *M) runAll() (code int) {
	if !flag.Parsed() {
		flag.Parse()
	}
	if *parallel < 1 {
		fmt.Fprintln(os.Stderr, "testing: -parallel can only be given a positive integer")
		flag.Usage()
		return 2
	}
	if *listPattern != "" {
		m.list()
		return 0
	}
	var deadline time.Time
	if *timeout > 0 {
		deadline = time.Now().Add(*timeout)
		alarm := time.AfterFunc(*timeout, func() {
			panic(fmt.Sprintf("test timed out after %v%s", *timeout, underWay.String()))
		})
		defer alarm.Stop()
	}
	if !m.shuffle() {
		return 2
	}
	defer m.startProfiles()()
	exits.SetTestsRun(*panicOnExit0)
	defer exits.SetTestsRun(false)
	before := runtime.GOMAXPROCS(0)
	ranTests, testsOK := runTests(m.fit, m.tests, deadline)
	ranFuzz, fuzzOK := runTests(m.fit, fuzzTests(m.fuzzing), deadline)
	runtime.GOMAXPROCS(before)
	ranExamples, examplesOK := runExamples(m.fit, m.examples)
	if !ranTests && !ranFuzz && !ranExamples && *benchPattern == "" {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	if !testsOK || !fuzzOK || !examplesOK || !runBenchmarks(m.fit, m.benchmarks) {
		fmt.Print(mark(), "FAIL\n")
		return 1
	}
	fmt.Print(mark(), "PASS\n")
	return 0
}

// shuffle changes the order of tests and benchmarks if that is wanted.
func (m *M) shuffle() bool {
	if *order == "off" {
		return true
	}
	seed := time.Now().UnixNano()
	if *order != "on" {
		n, err := strconv.ParseInt(*order, 10, 64)
		if err != nil {
			fmt.Fprintln(os.Stderr, `testing: -shuffle should be "off", "on", or a valid integer:`, err)
			return false
		}
		seed = n
	}
	fmt.Println("-test.shuffle", seed)
	r := rand.New(rand.NewSource(seed))
	r.Shuffle(len(m.tests), func(i, k int) { m.tests[i], m.tests[k] = m.tests[k], m.tests[i] })
	r.Shuffle(len(m.benchmarks), func(i, k int) {
		m.benchmarks[i], m.benchmarks[k] = m.benchmarks[k], m.benchmarks[i]
	})
	return true
}

// list shows the names that match.
func (m *M) list() {
	show := func(name string) {
		if ok, err := m.fit(*listPattern, name); err != nil {
			fmt.Fprintf(os.Stderr, "testing: invalid regexp in -test.list (%q): %s\n", *listPattern, err)
			os.Exit(1)
		} else if ok {
			fmt.Println(name)
		}
	}
	for _, t := range m.tests {
		show(t.Name)
	}
	for _, b := range m.benchmarks {
		show(b.Name)
	}
	for _, f := range m.fuzzing {
		show(f.Name)
	}
	for _, e := range m.examples {
		show(e.Name)
	}
}

// run runs an example with its output caught.
func (e *InternalExample) run() bool {
	if *verbose {
		fmt.Printf("%s=== RUN   %s\n", mark(), e.Name)
	}
	before := os.Stdout
	r, w, err := os.Pipe()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout = w
	caught := make(chan string)
	go func() {
		text, _ := io.ReadAll(r)
		r.Close()
		caught <- string(text)
	}()
	start := time.Now()
	returned := false
	var got string
	func() {
		defer func() {
			took := time.Since(start)
			os.Stdout = before
			w.Close()
			got = <-caught
			if !returned {
				cause := recover()
				fmt.Printf("%s--- FAIL: %s (%s)\n", mark(), e.Name, seconds(took))
				if cause == nil {
					cause = "test executed panic(nil) or runtime.Goexit"
				}
				panic(cause)
			}
		}()
		e.F()
		returned = true
	}()
	took := time.Since(start)
	all := got
	got, want := strings.TrimSpace(got), strings.TrimSpace(e.Output)
	same := got == want
	if e.Unordered {
		same = reflect.DeepEqual(sortedLines(got), sortedLines(want))
		got, want = all, e.Output // shown as they are
	}
	if !same {
		word := "want"
		if e.Unordered {
			word = "want (unordered)"
		}
		fmt.Printf("%s--- FAIL: %s (%s)\ngot:\n%s\n%s:\n%s\n", mark(), e.Name, seconds(took), got, word, want)
		return false
	}
	if *verbose {
		fmt.Printf("%s--- PASS: %s (%s)\n", mark(), e.Name, seconds(took))
	}
	return true
}

func sortedLines(s string) []string {
	lines := strings.Split(s, "\n")
	sort.Strings(lines)
	return lines
}
