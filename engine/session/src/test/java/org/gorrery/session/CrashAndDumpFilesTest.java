package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.gorrery.formats.dumps.HeapDump;
import org.gorrery.formats.dumps.HeapDumpReader;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.pprof.ProtoReader;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that a run leaves: heap dumps that a program asks for, read by our own reader, reports of crashes, and memory profiles.
class CrashAndDumpFilesTest {
    private static final int NODES = 100;

    private static final String DUMPS =
            """
            package main

            import (
            	"os"
            	"runtime"
            	"runtime/debug"
            )

            type node struct {
            	next   *node
            	number int
            	room   [6]int
            }

            var kept *node

            //go:noinline
            func numbered(n int) *node { return &node{number: n} }

            func waits(n *node, c chan int) {
            	var several [3]*node
            	several[cap(c)+1] = numbered(9_500_000)
            	<-c
            	println(n.number, several[cap(c)+1].number)
            }

            func main() {
            	for i := range 100 {
            		kept = &node{next: kept, number: 7_000_000 + i}
            	}
            	dead := &node{number: 8_000_000}
            	runtime.SetFinalizer(&node{number: 6_000_000}, func(*node) {})
            	c := make(chan int)
            	go waits(&node{number: 9_000_000}, c)
            	runtime.Gosched()
            	dead = nil
            	_ = dead
            	runtime.GC()
            	f, err := os.Create(os.Args[1])
            	if err != nil {
            		panic(err)
            	}
            	debug.WriteHeapDump(f.Fd())
            	f.Close()
            	c <- 1
            }
            """;

    @TempDir Path folder;

    private HeapDump dump(String goarch) throws IOException, FormatException {
        var file = folder.resolve(goarch);
        var options =
                RunOptions.DEFAULT
                        .withTarget(Target.of("linux", goarch).orElseThrow())
                        .withProcess(List.of("main", file.toString()), Map.of());
        var result = GoRunner.run(DUMPS, options);
        assertEquals(new RunOutcome.Exited(0), result.outcome(), result.stderr());
        var loaded = HeapDumpReader.read(Files.readAllBytes(file));
        assertEquals(List.of(), loaded.faults());
        return loaded.value();
    }

    /// Follows the list of nodes by the pointers that the dump shows.
    private static void isAListOfNodes(HeapDump dump, long head, int word) {
        long at = head;
        for (int i = NODES - 1; i >= 0; i--) {
            int node = dump.objectAt(at);
            assertTrue(node >= 0, "node " + i + " is in the dump");
            assertEquals(7_000_000 + i, (int) dump.word(node, word), "number of node " + i);
            assertEquals(1, dump.pointerSlots(node), "pointers of node " + i);
            at = dump.pointer(node, 0);
        }
        assertEquals(0, at);
    }

    private static int numbered(HeapDump dump, int number, int word) {
        for (int i = 0; i < dump.size(); i++) {
            if (dump.bytes(i) == 8 * word && (int) dump.word(i, word) == number) {
                return i;
            }
        }
        return -1;
    }

    private static void showsTheProgram(HeapDump dump, int word) {
        assertEquals(word, dump.params().pointerBytes());
        int last = numbered(dump, 7_000_000 + NODES - 1, word);
        assertTrue(last >= 0);
        isAListOfNodes(dump, dump.address(last), word);
        assertTrue(
                java.util.Objects.requireNonNull(dump.data())
                        .pointers()
                        .contains(dump.address(last)),
                "the package variable points to the list");
        assertEquals(-1, numbered(dump, 8_000_000, word), "what is dead is left out");
        var waiting =
                dump.goroutines().stream()
                        .filter(g -> g.waitReason().equals("chan receive"))
                        .findFirst()
                        .orElseThrow();
        var frame =
                waiting.frames().stream()
                        .filter(f -> f.function().equals("main.waits"))
                        .findFirst()
                        .orElseThrow();
        for (int number : new int[] {9_000_000, 9_500_000}) { // in a variable, in an array
            int held = numbered(dump, number, word);
            assertTrue(held >= 0 && frame.pointers().contains(dump.address(held)));
        }
        assertTrue(dump.goroutines().stream().anyMatch(g -> g.waitReason().equals("dumping heap")));
        assertEquals(1L, dump.memStats().get("NumGC"));
        assertEquals(dump.memStats().get("HeapObjects"), Long.valueOf(dump.size()));
        assertTrue(dump.types().containsValue("syscall.Errno"), "types of method tables");
    }

    @Test
    void aHeapDumpHoldsTheObjectsAndWhatKeepsThem() throws IOException, FormatException {
        showsTheProgram(dump("amd64"), 8);
    }

    @Test
    void aHeapDumpOfA32BitTargetHasItsPointers() throws IOException, FormatException {
        showsTheProgram(dump("386"), 4);
    }

    private static final String CRASHES =
            """
            package main

            import (
            	"fmt"
            	"os"
            	"runtime/debug"
            )

            func main() {
            	var last *os.File
            	for _, name := range os.Args[1:] {
            		f, err := os.Create(name)
            		if err != nil {
            			panic(err)
            		}
            		if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
            			panic(err)
            		}
            		fmt.Fprintln(f, "before")
            		f.Close()
            		last = f
            	}
            	fmt.Println(debug.SetCrashOutput(last, debug.CrashOptions{}))
            	panic("the end")
            }
            """;

    @Test
    void theReportOfACrashGoesToTheFileSetLast() throws IOException {
        var first = folder.resolve("first");
        var second = folder.resolve("second");
        var options =
                RunOptions.DEFAULT.withProcess(
                        List.of("main", first.toString(), second.toString()), Map.of());
        var result = GoRunner.run(CRASHES, options);
        assertEquals("bad file descriptor\n", result.stdout());
        assertFalse(result.stderr().isEmpty());
        assertEquals("before\n", Files.readString(first));
        assertEquals(
                "before\n" + result.stderr(),
                Files.readString(second, StandardCharsets.UTF_8),
                "as standard error shows it, behind what the program wrote");
    }

    private static final String ALLOCATES =
            """
            package main

            import "runtime"

            var kept [][]byte

            func main() {
            	runtime.MemProfileRate = 1
            	kept = make([][]byte, 0, 1000)
            	for range 1000 {
            		kept = append(kept, make([]byte, 1000))
            	}
            }
            """;

    @Test
    void aMemoryProfileIsScaledByTheRateOfTheProgram() throws Exception {
        var file = folder.resolve("memory");
        var source = new Source.Text("main.go", ALLOCATES);
        var program = GoRunner.ready(source, RunOptions.DEFAULT);
        try (var run = program.prepare(RunOptions.DEFAULT, new GoRunner.Capture())) {
            run.writeProfiles(new ProfileFiles(Map.of(ProfileFiles.Kind.MEMORY, file)));
            run.start();
            assertEquals(new RunOutcome.Exited(0), run.outcome().get());
        }
        byte[] bytes;
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            bytes = in.readAllBytes();
        }
        long objects = ProtoReader.read(bytes, Limits.DEFAULT).value().total(0);
        // all but those allocated before the change of the rate is seen, each counted once
        assertTrue(objects > 900 && objects <= 1010, objects + " objects");
    }
}
