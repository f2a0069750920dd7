package testing

import (
	"fmt"
	"reflect"
)

// F is a fuzz test. Only its seeds are run.
type F struct {
	common
	t     *T
	seeds [][]any
	ran   bool
}

// InternalFuzzTarget is a fuzz test function and its name.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// Add adds a seed.
func (f *F) Add(args ...any) {
	for _, a := range args {
		switch a.(type) {
		case []byte, string, bool, byte, rune, float32, float64, int, int8, int16, int64, uint, uint16, uint32, uint64:
		default:
			panic(fmt.Sprintf("testing: unsupported type to Add %v", reflect.TypeOf(a)))
		}
	}
	f.seeds = append(f.seeds, args)
}

// Fuzz runs a function of a *T and the seeds' types with each seed.
func (f *F) Fuzz(ff any) {
	if f.ran {
		panic("testing: F.Fuzz called more than once")
	}
	f.ran = true
	v := reflect.ValueOf(ff)
	if v.Kind() != reflect.Func {
		panic("testing: F.Fuzz must receive a function")
	}
	t := v.Type()
	if t.NumIn() < 2 || t.In(0) != reflect.TypeFor[*T]() {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if t.NumOut() != 0 {
		panic("testing: fuzz target must not return a value")
	}
	for i, seed := range f.seeds {
		if len(seed) != t.NumIn()-1 {
			panic(fmt.Sprintf("testing: wrong number of values in corpus entry: %d, want %d", len(seed), t.NumIn()-1))
		}
		for k, x := range seed {
			if reflect.TypeOf(x) != t.In(k+1) {
				panic(fmt.Sprintf("testing: mismatched types in corpus entry: %v, want %v", reflect.TypeOf(x), t.In(k+1)))
			}
		}
		f.t.Run(fmt.Sprintf("seed#%d", i), func(t *T) {
			args := []reflect.Value{reflect.ValueOf(t)}
			for _, x := range seed {
				args = append(args, reflect.ValueOf(x))
			}
			v.Call(args)
		})
	}
	if f.t.Failed() {
		f.Fail()
	}
}

// asTest makes a test of a fuzz test.
func (target InternalFuzzTarget) asTest() InternalTest {
	return InternalTest{target.Name, func(t *T) {
		f := &F{t: t}
		f.common = common{name: t.name, level: t.level, out: t.out, parent: &t.common, ended: make(chan struct{})}
		t.Cleanup(f.runCleanups)
		defer func() {
			f.mu.Lock()
			text, skipped := f.buffer, f.skipped
			f.buffer = nil
			finished := f.finished
			f.mu.Unlock()
			t.mu.Lock()
			t.buffer = append(t.buffer, text...)
			t.skipped = t.skipped || skipped
			t.finished = t.finished || finished
			t.mu.Unlock()
		}()
		target.Fn(f)
	}}
}

// fuzzTests makes tests of fuzz tests.
func fuzzTests(targets []InternalFuzzTarget) []InternalTest {
	var tests []InternalTest
	for _, t := range targets {
		tests = append(tests, t.asTest())
	}
	return tests
}

// InternalExample is an example, and what it should write.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// RunExamples runs those of the examples that match, and reports whether all wrote what they should.
func RunExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ok bool) {
	_, ok = runExamples(matchString, examples)
	return ok
}

func runExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ran, ok bool) {
	ok = true
	m := newMatcher(matchString, *runPattern, *skipPattern)
	for _, e := range examples {
		if _, wanted := m.full(&common{}, e.Name); !wanted {
			continue
		}
		ran = true
		ok = e.run() && ok
	}
	return ran, ok
}
