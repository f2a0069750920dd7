package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that end at random ([RandomDeaths]) end under our engine as under an installed Go: the same output, the same words, the same
/// functions and lines in the first trace, the same exit code. Properties as in [DifferentialTest].
class DeathComparisonTest {
    private static final int PER_FILE = 50;
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]+");
    private static final Pattern FRAME = Pattern.compile("main\\.go:\\d+");

    @TempDir Path folder;

    /// A file of programs, of which the first argument picks one.
    static String file(long first, int programs) {
        var text =
                new StringBuilder(
                        """
                        package main

                        import (
                        	"bytes"
                        	"errors"
                        	"fmt"
                        	"math/rand/v2"
                        	"os"
                        	"reflect"
                        	"regexp"
                        	"runtime"
                        	"slices"
                        	"strconv"
                        	"strings"
                        	"sync"
                        	"sync/atomic"
                        	"time"
                        	"unsafe"
                        )

                        type wide struct {
                        	pad [8192]byte
                        	m   map[int]int
                        }

                        var (
                        	_ bytes.Buffer
                        	_ = errors.New
                        	_ = fmt.Sprint
                        	_ = rand.IntN
                        	_ reflect.Value
                        	_ regexp.Regexp
                        	_ = runtime.Goexit
                        	_ = slices.Insert[[]int]
                        	_ strings.Builder
                        	_ sync.Mutex
                        	_ atomic.Int64
                        	_ time.Duration
                        	_ unsafe.Pointer
                        )

                        """);
        text.append(RandomDeaths.SUPPORT);
        for (int i = 0; i < programs; i++) {
            text.append(RandomDeaths.of(first + i, i)).append('\n');
        }
        text.append("func main() {\n\tn, _ := strconv.Atoi(os.Args[1])\n\t[]func(){");
        for (int i = 0; i < programs; i++) {
            text.append('p').append(i).append(", ");
        }
        return text.append("}[n]()\n}\n").toString();
    }

    @Test
    void aSeedGivesOneProgramAndAnotherSeedAnotherOne() {
        assertEquals(file(7, 3), file(7, 3));
        assertNotEquals(file(7, 3), file(8, 3));
    }

    @Test
    void programsThatEndAtRandomCompileAndEnd() throws Exception {
        var program = GoRunner.ready(new Source.Text("main.go", file(1, 10)), RunOptions.DEFAULT);
        int died = 0;
        for (int i = 0; i < 10; i++) {
            String end = end(program, i);
            died += end.startsWith("exit 2") ? 1 : 0;
        }
        assertNotEquals(0, died);
    }

    @Test
    @Tag("long")
    void programsEndAsTheyDoUnderGo() throws Exception {
        var go = InstalledGo.required();
        long seed = Long.getLong("differential.seed", 1);
        int programs = Integer.getInteger("differential.programs", 2000);
        var differences = new ArrayList<String>();
        for (long first = seed; first < seed + programs; first += PER_FILE) {
            differences.addAll(differences(go, first));
        }
        assertEquals(List.of(), differences);
    }

    private List<String> differences(InstalledGo go, long first) throws Exception {
        String text = file(first, PER_FILE);
        var source = Files.writeString(folder.resolve("main.go"), text);
        var binary = folder.resolve("program");
        assertEquals(
                "",
                go.go(
                        folder,
                        Map.of(),
                        "build",
                        "-gcflags=-l",
                        "-o",
                        binary.toString(),
                        source.toString()));
        var program = GoRunner.ready(new Source.Text("main.go", text), RunOptions.DEFAULT);
        var list = new ArrayList<String>();
        for (int i = 0; i < PER_FILE; i++) {
            String theirs = underGo(binary, i);
            String ours = end(program, i);
            if (!isSame(theirs, ours, text.lines().toList())) {
                list.add("seed %d\n--- Go\n%s\n--- we\n%s\n".formatted(first + i, theirs, ours));
            }
        }
        return list;
    }

    /// Where a function whose deferred calls the runtime makes has recovered, Go's traces see the rest of them at its closing brace, ours
    /// where it panicked.
    private static boolean isSame(String theirs, String ours, List<String> source) {
        if (theirs.equals(ours)) {
            return true;
        }
        int a = theirs.lastIndexOf('\n');
        int b = ours.lastIndexOf('\n');
        var theirFrames = theirs.substring(a + 1).split(" ");
        var ourFrames = ours.substring(b + 1).split(" ");
        if (!theirs.substring(0, a).equals(ours.substring(0, b))
                || theirFrames.length != ourFrames.length) {
            return false;
        }
        for (int i = 0; i < theirFrames.length; i++) {
            int line = Integer.parseInt(theirFrames[i].replaceAll(".*:", ""));
            if (!theirFrames[i].equals(ourFrames[i])
                    && !source.get(line - 1).strip().startsWith("}")) {
                return false;
            }
        }
        return true;
    }

    private String underGo(Path binary, int number) throws IOException, InterruptedException {
        var log = folder.resolve("log");
        var process =
                new ProcessBuilder(binary.toString(), String.valueOf(number))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertEquals(true, process.waitFor(5, TimeUnit.MINUTES), "no end of " + number);
        return end(
                process.exitValue(), new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    }

    private static String end(Compilation.Program program, int number)
            throws InterruptedException, ExecutionException, TimeoutException {
        var options =
                RunOptions.DEFAULT.withProcess(List.of("main", String.valueOf(number)), Map.of());
        var console = new GoRunner.Capture();
        try (var run = program.prepare(options, console)) {
            run.start();
            var outcome = run.outcome().get(300, TimeUnit.SECONDS);
            return end(outcome.exitCode(), console.err());
        }
    }

    /// The exit code, what was printed up to the first trace, and where the frames of that trace are in the program.
    private static String end(int exitCode, String printed) {
        int trace = printed.indexOf("\n\ngoroutine ");
        String words = trace < 0 ? printed : printed.substring(0, trace);
        String frames = "";
        if (trace >= 0) {
            int end = printed.indexOf("\n\n", trace + 2);
            String first = printed.substring(trace, end < 0 ? printed.length() : end);
            frames =
                    FRAME.matcher(first)
                            .results()
                            .map(r -> r.group())
                            .collect(Collectors.joining(" "));
        }
        return "exit %d\n%s\n%s"
                .formatted(exitCode, ADDRESS.matcher(words).replaceAll("0x"), frames);
    }
}
