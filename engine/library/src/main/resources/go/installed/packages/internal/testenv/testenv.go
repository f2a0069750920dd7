// Package testenv tells the tests of an installed Go what they can count on: there is no go command to build with, and no second process of
// the test itself.
package testenv

import (
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// Builder returns the name of the build machine that runs the tests: none.
func Builder() string { return "" }

// HasGoBuild reports whether programs can be built.
func HasGoBuild() bool { return false }

// MustHaveGoBuild skips the test.
func MustHaveGoBuild(t testing.TB) { t.Helper(); t.Skip("skipping test: there is no go build") }

// HasGoRun reports whether programs can be run.
func HasGoRun() bool { return false }

// MustHaveGoRun skips the test.
func MustHaveGoRun(t testing.TB) { t.Helper(); t.Skip("skipping test: there is no go run") }

// HasParallelism reports whether several goroutines run at the same time.
func HasParallelism() bool { return runtime.GOMAXPROCS(0) > 1 }

// MustHaveParallelism skips the test where goroutines take turns.
func MustHaveParallelism(t testing.TB) {
	t.Helper()
	if !HasParallelism() {
		t.Skip("skipping test: no parallelism")
	}
}

// GoToolPath skips the test.
func GoToolPath(t testing.TB) string { t.Helper(); MustHaveGoBuild(t); return "" }

// GOROOT returns the folder of the Go installation, or skips the test.
func GOROOT(t testing.TB) string {
	root := os.Getenv("GOROOT")
	if root == "" && t != nil {
		t.Helper()
		t.Skip("skipping test: GOROOT is not set")
	}
	return root
}

// GoTool returns where the go command is: nowhere.
func GoTool() (string, error) { return "", os.ErrNotExist }

// MustHaveSource skips the test where the sources are not at hand.
func MustHaveSource(t testing.TB) { t.Helper(); GOROOT(t) }

// HasSrc reports whether the sources are at hand.
func HasSrc() bool { return os.Getenv("GOROOT") != "" }

// MustHaveExec skips the test.
func MustHaveExec(t testing.TB) {
	t.Helper()
	t.Skip("skipping test: the test is not a process of its own")
}

// MustHaveExecPath skips the test.
func MustHaveExecPath(t testing.TB, path string) { t.Helper(); MustHaveExec(t) }

// Executable skips the test.
func Executable(t testing.TB) string { t.Helper(); MustHaveExec(t); return "" }

// HasExternalNetwork reports whether the network can be used.
func HasExternalNetwork() bool { return false }

// MustHaveExternalNetwork skips the test.
func MustHaveExternalNetwork(t testing.TB) { t.Helper(); t.Skip("skipping test: no external network") }

// HasCGO reports whether C code can be called.
func HasCGO() bool { return false }

// MustHaveCGO skips the test.
func MustHaveCGO(t testing.TB) { t.Helper(); t.Skip("skipping test: no cgo") }

// MustHaveBuildMode skips the test.
func MustHaveBuildMode(t testing.TB, mode string) { t.Helper(); MustHaveGoBuild(t) }

// HasSymlink reports whether symbolic links can be made.
func HasSymlink() bool {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		return false
	}
	defer os.RemoveAll(dir)
	return os.Symlink("to", filepath.Join(dir, "from")) == nil
}

// MustHaveSymlink skips the test where there are no symbolic links.
func MustHaveSymlink(t testing.TB) {
	t.Helper()
	if !HasSymlink() {
		t.Skip("skipping test: cannot make symlinks")
	}
}

// HasLink reports whether hard links can be made.
func HasLink() bool { return runtime.GOOS != "plan9" && runtime.GOOS != "android" }

// MustHaveLink skips the test where there are no hard links.
func MustHaveLink(t testing.TB) {
	t.Helper()
	if !HasLink() {
		t.Skip("skipping test: no hard links")
	}
}

var flaky = flag.Bool("flaky", false, "run known-flaky tests too")

// SkipFlaky skips a test that is known to fail now and then, unless -flaky is given.
func SkipFlaky(t testing.TB, issue int) {
	t.Helper()
	if !*flaky {
		t.Skipf("skipping known flaky test without the -flaky flag; see golang.org/issue/%d", issue)
	}
}

// SkipFlakyNet skips a test that the state of the network can make fail.
func SkipFlakyNet(t testing.TB) { t.Helper() }

// CPUIsSlow reports whether the machine is slow.
func CPUIsSlow() bool { return runtime.GOARCH == "arm" }

// SkipIfShortAndSlow skips the test on a slow machine if -short is set.
func SkipIfShortAndSlow(t testing.TB) {
	t.Helper()
	if testing.Short() && CPUIsSlow() {
		t.Skip("skipping test in -short mode on a slow CPU")
	}
}

// OptimizationOff reports whether the compiler leaves programs as they are: ours allocates and inlines by other rules than the tests count on.
func OptimizationOff() bool { return true }

// SkipIfOptimizationOff skips tests that count on what gc's optimizer does.
func SkipIfOptimizationOff(t testing.TB) {
	t.Helper()
	t.Skip("skipping test: it counts on optimizations of another compiler")
}
