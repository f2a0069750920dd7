package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.TraceReader;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Limits;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs write execution traces of themselves that tell what they did.
class ExecutionTracesTest {
    private static final String PROGRAM =
            """
            package main

            import (
            	"bytes"
            	"context"
            	"os"
            	"runtime"
            	"runtime/trace"
            	"sync"
            )

            func main() {
            	flight := trace.NewFlightRecorder(trace.FlightRecorderConfig{})
            	if err := flight.Start(); err != nil {
            		panic(err)
            	}
            	f, _ := os.Create(os.Args[1])
            	if err := trace.Start(f); err != nil {
            		panic(err)
            	}
            	ctx, task := trace.NewTask(context.Background(), "all")
            	inner, second := trace.NewTask(ctx, "part")
            	var workers sync.WaitGroup
            	work := make(chan int)
            	for range 5 {
            		workers.Add(1)
            		go func() {
            			defer workers.Done()
            			defer trace.StartRegion(inner, "worker").End()
            			for v := range work {
            				trace.Logf(inner, "got", "%d", v)
            			}
            		}()
            	}
            	for i := range 30 {
            		work <- i
            	}
            	close(work)
            	workers.Wait()
            	var snapshot bytes.Buffer
            	if _, err := flight.WriteTo(&snapshot); err != nil {
            		panic(err)
            	}
            	os.WriteFile(os.Args[2], snapshot.Bytes(), 0o644)
            	os.ReadFile(os.Args[2])
            	runtime.GC()
            	second.End()
            	task.End()
            	trace.Stop()
            	flight.Stop()
            	f.Close()
            }
            """;

    private static TraceModel read(Path file) throws IOException, FormatException {
        var loaded = TraceReader.read(Files.readAllBytes(file), Limits.DEFAULT);
        assertEquals(List.of(), loaded.faults(), file.toString());
        return loaded.value();
    }

    private static Map<EventKind, Integer> counts(TraceModel t) {
        var counts = new TreeMap<EventKind, Integer>();
        for (int i = 0; i < t.size(); i++) {
            counts.merge(t.kind(i), 1, Integer::sum);
        }
        return counts;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aProgramsTraceHasItsTasksRegionsMessagesAndGoroutines(int procs, @TempDir Path folder)
            throws IOException, FormatException {
        Path whole = folder.resolve("whole");
        Path flight = folder.resolve("flight");
        var args = List.of("main", whole.toString(), flight.toString());
        var r =
                GoRunner.run(
                        PROGRAM,
                        RunOptions.DEFAULT.withGomaxprocs(procs).withProcess(args, Map.of()));
        assertEquals(0, r.outcome().exitCode(), r.stderr());
        for (Path file : List.of(whole, flight)) {
            TraceModel t = read(file);
            var counts = counts(t);
            assertEquals(2, counts.get(EventKind.TASK_BEGIN), file.toString());
            assertEquals(5, counts.get(EventKind.REGION_BEGIN), file.toString());
            assertEquals(5, counts.get(EventKind.REGION_END), file.toString());
            assertEquals(30, counts.get(EventKind.LOG), file.toString());
            assertTrue(counts.get(EventKind.GO_CREATE) >= 5, counts.toString());
            assertTrue(counts.get(EventKind.GO_BLOCK) >= 5, counts.toString());
            assertTrue(counts.get(EventKind.GO_UNBLOCK) >= 5, counts.toString());
        }
        TraceModel t = read(whole);
        assertTrue(counts(t).containsKey(EventKind.GO_SYSCALL_BEGIN), counts(t).toString());
        assertEquals(List.of("all", "part"), List.of(t.task(0).name(), t.task(1).name()));
        assertEquals(t.task(0).id(), t.task(1).parent());
        assertEquals(range(30), messages(t));
        assertTrue(stacksOf(t, EventKind.GO_BLOCK).contains("main.main.func1"));
    }

    private static List<String> range(int n) {
        return java.util.stream.IntStream.range(0, n).mapToObj(String::valueOf).toList();
    }

    private static List<String> messages(TraceModel t) {
        var found = new TreeSet<Integer>();
        for (int i = 0; i < t.size(); i++) {
            if (t.kind(i) == EventKind.LOG) {
                found.add(Integer.parseInt(t.log(t.argument(i)).message()));
            }
        }
        return found.stream().map(String::valueOf).toList();
    }

    private static TreeSet<String> stacksOf(TraceModel t, EventKind kind) {
        var names = new TreeSet<String>();
        for (int i = 0; i < t.size(); i++) {
            int stack = t.stack(i);
            if (t.kind(i) == kind && stack >= 0) {
                for (int k = 0; k < t.depth(stack); k++) {
                    names.add(t.function(t.frame(stack, k)));
                }
            }
        }
        return names;
    }
}
