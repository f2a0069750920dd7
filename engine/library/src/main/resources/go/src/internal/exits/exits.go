// Package exits knows whether a program may end by itself as if all were well: not while its tests run.
package exits

import "sync/atomic"

var testsRun atomic.Bool

// TestsRun reports whether tests run, whose verdict an end would forestall.
func TestsRun() bool { return testsRun.Load() }

// SetTestsRun says whether tests run.
func SetTestsRun(on bool) { testsRun.Store(on) }
