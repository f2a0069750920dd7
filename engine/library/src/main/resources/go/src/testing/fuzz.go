package testing

import (
	"fmt"
	"path"
	"reflect"
)

// F is a fuzz test. Its seeds are run, each as a part of the test: those given to Add, then those of the files in testdata/fuzz.
type F struct {
	*common // that of t
	t       *T
	seeds   []seed
	ran     bool
}

// seed is what a fuzz test's target is called with.
type seed struct {
	name   string
	values []any
}

// InternalFuzzTarget is a fuzz test function and its name.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// Helper marks the calling function: lines are reported of its caller.
func (f *F) Helper() {
	f.outsideTarget("Helper")
	f.markHelper(1)
}

// Fail marks the fuzz test as failed and goes on.
func (f *F) Fail() {
	f.outsideTarget("Fail")
	f.common.Fail()
}

// Skipped reports whether the fuzz test was skipped.
func (f *F) Skipped() bool {
	f.outsideTarget("Skipped")
	return f.common.Skipped()
}

// Add adds a seed.
func (f *F) Add(args ...any) {
	for _, a := range args {
		if t := reflect.TypeOf(a); !canBeFuzzed(t) {
			panic(fmt.Sprintf("testing: unsupported type to Add %v", t))
		}
	}
	f.seeds = append(f.seeds, seed{fmt.Sprintf("seed#%d", len(f.seeds)), append([]any{}, args...)})
}

// canBeFuzzed reports whether a target may have a parameter of type t.
func canBeFuzzed(t reflect.Type) bool {
	if t == nil {
		return false
	}
	switch reflect.Zero(t).Interface().(type) {
	case []byte, string, bool, float32, float64, int, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64:
		return true
	}
	return false
}

// Fuzz runs a function of a *T and the seeds' types with each seed.
func (f *F) Fuzz(ff any) {
	if f.ran {
		panic("testing: F.Fuzz called more than once")
	}
	f.ran = true
	if f.Failed() {
		return
	}
	f.markHelper(0)
	target := reflect.ValueOf(ff)
	types := parametersOf(target.Type())
	for _, s := range f.seeds {
		if err := fits(s.values, types); err != nil {
			f.Fatal(err)
		}
	}
	stored, err := storedSeeds(path.Join("testdata/fuzz", f.name), types)
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range append(f.seeds, stored...) {
		f.try(target, s)
	}
}

// parametersOf returns the types of the values that the target of a fuzz test takes.
func parametersOf(target reflect.Type) []reflect.Type {
	if target.Kind() != reflect.Func {
		panic("testing: F.Fuzz must receive a function")
	}
	if target.NumIn() < 2 || target.In(0) != reflect.TypeFor[*T]() {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if target.NumOut() != 0 {
		panic("testing: fuzz target must not return a value")
	}
	var types []reflect.Type
	for i := 1; i < target.NumIn(); i++ {
		t := target.In(i)
		if !canBeFuzzed(t) {
			panic(fmt.Sprintf("testing: unsupported type for fuzzing %v", t))
		}
		types = append(types, t)
	}
	return types
}

// try runs the target with one seed, if that is wanted.
func (f *F) try(target reflect.Value, s seed) {
	full := f.name + "/" + s.name
	if !f.t.run.match.wanted(full) || failedFast.Load() {
		return
	}
	f.inTarget = true
	defer func() { f.inTarget = false }()
	f.t.begin(full, func(t *T) {
		args := []reflect.Value{reflect.ValueOf(t)}
		for _, x := range s.values {
			args = append(args, reflect.ValueOf(x))
		}
		target.Call(args)
	})
}

// asTest makes a test of a fuzz test.
func (target InternalFuzzTarget) asTest() InternalTest {
	return InternalTest{target.Name, func(t *T) {
		f := &F{common: &t.common, t: t}
		target.Fn(f)
		if !f.ran && !f.Failed() {
			f.Error("returned without calling F.Fuzz, F.Fail, or F.Skip")
		}
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
	m := newMatcher(matchString, "-test.run", *runPattern)
	for _, e := range examples {
		if _, wanted := m.full(&common{}, e.Name); !wanted {
			continue
		}
		ran = true
		ok = e.run() && ok
	}
	return ran, ok
}
