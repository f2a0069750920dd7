package testing

import (
	"fmt"
	"os"
	"runtime"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// T is a test.
type T struct {
	common
	parts
	run     *testRun
	ownEnv  bool
	waiting []chan struct{} // parts that run in parallel and wait until the others are over
}

// testRun is what all tests of a call of RunTests share.
type testRun struct {
	match    *matcher
	deadline time.Time
	ran      atomic.Bool // a test without parts has run
	mu       sync.Mutex
	running  int // tests that count for -test.parallel
	queue    []chan struct{}
}

// InternalTest is a test function and its name.
type InternalTest struct {
	Name string
	F    func(*T)
}

func (r *testRun) acquire() {
	r.mu.Lock()
	if r.running < *parallel {
		r.running++
		r.mu.Unlock()
		return
	}
	turn := make(chan struct{})
	r.queue = append(r.queue, turn)
	r.mu.Unlock()
	<-turn
}

func (r *testRun) release() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.queue) == 0 {
		r.running--
		return
	}
	next := r.queue[0]
	r.queue = r.queue[1:]
	close(next)
}

// Deadline returns when the tests time out.
func (t *T) Deadline() (deadline time.Time, ok bool) {
	return t.run.deadline, !t.run.deadline.IsZero()
}

// Setenv sets an environment variable until the test is over. A test that runs in parallel may not.
func (t *T) Setenv(key, value string) {
	t.alone("Setenv")
	t.common.Setenv(key, value)
}

// Chdir changes the working directory until the test is over. A test that runs in parallel may not.
func (t *T) Chdir(dir string) {
	t.alone("Chdir")
	t.common.Chdir(dir)
}

func (t *T) alone(what string) {
	for c := &t.common; c != nil; c = c.parent {
		if c.parallel {
			panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
		}
	}
	t.ownEnv = true
}

// Parallel lets the test run at the same time as others that say so, after those that do not.
func (t *T) Parallel() {
	if t.parallel {
		panic("testing: t.Parallel called multiple times")
	}
	if t.ownEnv {
		panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
	}
	t.parallel = true
	if t.parent == nil {
		return
	}
	t.duration += time.Since(t.start)
	if *verbose {
		t.out.announce(t.name, "=== PAUSE %s\n", t.name)
	}
	turn := make(chan struct{})
	parent := t.parentTest
	parent.mu.Lock()
	parent.waiting = append(parent.waiting, turn)
	parent.mu.Unlock()
	underWay.leave(t)
	t.paused <- true
	<-turn
	t.run.acquire()
	underWay.enter(t)
	if *verbose {
		t.out.announce(t.name, "=== CONT  %s\n", t.name)
	}
	t.start = time.Now()
}

// underWay are the tests that run now, since when.
var underWay runningTests

type runningTests struct {
	mu    sync.Mutex
	since map[*T]time.Time
}

func (r *runningTests) enter(t *T) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.since == nil {
		r.since = map[*T]time.Time{}
	}
	r.since[t] = time.Now()
}

func (r *runningTests) leave(t *T) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.since, t)
}

// String lists them sorted, each with its time in whole seconds.
func (r *runningTests) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var lines []string
	for t, begin := range r.since {
		lines = append(lines, fmt.Sprintf("%s (%v)", t.name, time.Since(begin).Round(time.Second)))
	}
	if len(lines) == 0 {
		return ""
	}
	sort.Strings(lines)
	return "\nrunning tests:\n\t" + strings.Join(lines, "\n\t")
}

// Run runs f as a part of the test and reports whether it went well, or has begun to wait for others.
func (t *T) Run(name string, f func(t *T)) bool {
	t.hasSub.Store(true)
	full, wanted := t.run.match.full(&t.common, name)
	if !wanted || failedFast.Load() {
		return true
	}
	return t.begin(full, f)
}

// begin runs f as a part, called from what the test called. It reports whether that went well, or has begun to wait for others.
func (t *T) begin(full string, f func(t *T)) bool {
	part := &T{run: t.run, parts: parts{parentTest: t, paused: make(chan bool, 1)}}
	part.common = common{name: full, level: t.level + 1, out: t.out, parent: &t.common, ended: make(chan struct{})}
	var pcs [50]uintptr
	part.creator = pcs[:runtime.Callers(3, pcs[:])]
	if *verbose {
		t.out.announce(full, "=== RUN   %s\n", full)
	}
	t.mu.Lock()
	t.children = append(t.children, &part.common)
	t.mu.Unlock()
	go part.perform(f)
	select {
	case <-part.paused:
		t.out.nameAgain(t.name)
		return true
	case <-part.ended:
	}
	t.endLine()
	t.out.nameAgain(t.name)
	return !part.Failed()
}

// perform is the goroutine of a test.
func (t *T) perform(f func(*T)) {
	t.start = time.Now()
	if t.level > 0 {
		underWay.enter(t)
	}
	returned := false
	defer func() {
		cause := recover()
		if cause == nil && !returned {
			t.mu.Lock()
			finished := t.finished
			t.mu.Unlock()
			if !finished {
				if t.parent != nil && anyFinished(t.parent) {
					cause = "subtest may have called FailNow on a parent test"
				} else {
					cause = "test executed panic(nil) or runtime.Goexit"
				}
			}
		}
		if cause != nil {
			defer t.crashed(cause)
			func() {
				defer func() { _ = recover() }()
				t.runCleanups()
			}()
			return
		}
		t.conclude()
	}()
	f(t)
	returned = true
	t.mu.Lock()
	t.finished = true
	t.mu.Unlock()
}

func anyFinished(c *common) bool {
	for ; c != nil; c = c.parent {
		c.mu.Lock()
		finished := c.finished && c.level > 0
		c.mu.Unlock()
		if finished {
			return true
		}
	}
	return false
}

// conclude runs the parallel parts and the cleanups, and reports.
func (t *T) conclude() {
	if *failFast && t.Failed() {
		failedFast.Store(true)
	}
	t.duration += time.Since(t.start)
	t.mu.Lock()
	waiting := t.waiting
	t.waiting = nil
	t.mu.Unlock()
	if len(waiting) > 0 {
		t.run.release() // the parts take the turn of the test that waits for them
		for _, turn := range waiting {
			close(turn)
		}
		for _, c := range t.children {
			<-c.ended
		}
		t.run.acquire()
	}
	defer t.close(time.Now()) // also where FailNow in a cleanup ends the goroutine
	t.runCleanups()
}

// close ends the test, whose cleanups began at a time.
func (t *T) close(begin time.Time) {
	if cause := recover(); cause != nil {
		t.crashed(cause)
	}
	t.endLine()
	t.duration += time.Since(begin)
	if t.parallel {
		t.run.release()
	}
	if t.level > 0 {
		underWay.leave(t)
		if !t.hasSub.Load() {
			t.run.ran.Store(true)
		}
	}
	t.report()
	t.mu.Lock()
	t.done = true
	t.mu.Unlock()
	close(t.ended)
}

// report shows how the test went; a part's report is kept for that of what it is part of.
func (t *T) report() {
	if t.level == 0 {
		return
	}
	verdict := "PASS"
	switch {
	case t.Failed():
		verdict = "FAIL"
	case t.Skipped():
		verdict = "SKIP"
	}
	if verdict != "FAIL" && !*verbose {
		return
	}
	t.mu.Lock()
	text := fmt.Sprintf("--- %s: %s (%s)\n%s", verdict, t.name, seconds(t.duration), t.buffer)
	t.buffer = nil
	t.mu.Unlock()
	if t.level == 1 || *events {
		t.out.announce(t.name, "%s", text)
		return
	}
	parent := t.parentTest
	parent.mu.Lock()
	parent.buffer = append(parent.buffer, indented(text)...)
	parent.mu.Unlock()
}

// indented puts a text a level deeper.
func indented(text string) string {
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = "    " + line
		}
	}
	return strings.Join(lines, "")
}

// parts ties a test to what it is part of.
type parts struct {
	parentTest *T
	paused     chan bool
}

// RunTests runs those of the tests that match, and reports whether all went well.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	_, ok = runTests(matchString, tests, time.Time{})
	return ok
}

func runTests(matchString func(pat, str string) (bool, error), tests []InternalTest, deadline time.Time) (ran, ok bool) {
	ok = true
	for _, procs := range cpuList() {
		runtime.GOMAXPROCS(procs)
		for range *count {
			if failedFast.Load() {
				return ran, ok
			}
			run := &testRun{match: newMatcher(matchString, "-test.run", *runPattern), deadline: deadline, running: 1}
			root := &T{run: run, parts: parts{paused: make(chan bool, 1)}}
			root.common = common{out: &output{w: os.Stdout}, ended: make(chan struct{})}
			go root.perform(func(t *T) {
				for _, test := range tests {
					if !failedFast.Load() {
						t.Run(test.Name, test.F)
					}
				}
			})
			<-root.ended
			ran = ran || run.ran.Load()
			ok = ok && !root.Failed()
		}
	}
	return ran, ok
}
