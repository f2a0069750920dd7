/// Saved files of Go programs: recognised by content, opened into the neutral models.
///
/// Not here: the formats themselves, each of which has its own package below.
///
/// # How to use it
///
/// [SavedFiles#open(java.nio.file.Path)] never throws for what is in a file: it gives one [SavedFile] for each thing found
/// (a zip has several, a log with a crash report two), and [SavedFile#faults] says what was wrong with it, by offset.
/// Large files: [FileEstimate#of] looks at the first bytes and tells what it is and how much memory the model will take;
/// [SavedFiles#open(java.nio.file.Path, org.gorrery.formats.exectrace.TraceWindow)] reads a window of time of a trace.
///
/// | file | model | what views draw of it |
/// | --- | --- | --- |
/// | profiles, folded stacks | [org.gorrery.formats.profile.Profile] by [SavedFiles#profile] | `TopTable.of`, `FlameTrees.of`, `FlameTrees.diff`, `FlamePivot.of`; `ProfileFilter` before either |
/// | execution trace | [org.gorrery.formats.exectrace.TraceModel] | lanes, ranges, series and profiles, see below |
/// | crash report, goroutine dump | [org.gorrery.formats.dumps.Traceback] | `StackGroups.of` (equal stacks), `StackGroups.diff` (two dumps), `StackGroups.profile` (flame graph) |
/// | heap dump | [org.gorrery.formats.dumps.HeapDump] | objects by index; `Dominators.of` for what keeps what alive and how many bytes |
/// | gctrace, schedtrace | [org.gorrery.formats.logs.RuntimeLog] | `gc()` is a [org.gorrery.formats.gc.GcHistory]; snapshots of the scheduler |
/// | runtime/metrics | [org.gorrery.formats.logs.RuntimeMetrics] | values and histograms |
///
/// `Info.findings(file)` gives the plain-language findings of any file, `InfoText.of(file)` its facts as text.
///
/// # A trace on a timeline
///
/// All are columns or lists made once, off the drawing thread, from a [org.gorrery.formats.exectrace.TraceModel] `t`;
/// times are its nanoseconds from `t.startNanos()` to `t.endNanos()`, goroutines are its indices:
///
/// - `GoroutineLanes.of(t)`: for each goroutine its spans of one state, with reason, stack, P and who woke it;
/// - `ProcLanes.of(t)`: for each P which goroutine ran or kept it in a system call; gaps are idle;
/// - `TraceRanges.of(t)`: mark phases, stopped worlds, sweeps, assists, user regions and tasks;
/// - `TraceSeries.of(t, EventKind.HEAP_ALLOC)` (also HEAP_GOAL, PROCS_CHANGE), and `TraceSeries.goroutinesByState`;
/// - `GcFromTrace.of(t)`: the same GC model that logs fill; `MutatorUtilization.of(t, …)`;
/// - `GoroutineSummaries.of(t)`, grouped by `FunctionGroup.of`; `SpanStats.of(t)`; `CriticalPath.of`;
/// - `TraceProfiles.of(t, kind, goroutine filter, window)`: where they blocked, as a profile for the flame graph;
/// - `new HeapReplay(t)`: spans and objects at any moment, where the alloc/free experiment was on.
@NullMarked
package org.gorrery.formats;

import org.jspecify.annotations.NullMarked;
