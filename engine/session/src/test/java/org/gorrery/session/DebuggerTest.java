package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DebuggerTest extends DebuggedProgramTest {
    private static final String PROGRAM =
            """
            package main

            import "fmt"

            type point struct {
            	x, y int
            	name string
            }

            func (p *point) move(by int) int {
            	old := p.x
            	p.x += by
            	return old
            }

            func sum(list []int) (total int) {
            	for i := 0; i < len(list); i++ {
            		n := list[i]
            		total += n
            	}
            	return
            }

            func main() {
            	p := point{1, 2, "origin"}
            	var any any = &p
            	before := p.move(5)
            	s := sum([]int{7, 8})
            	add := func(n int) int {
            		s += n
            		return s
            	}
            	if s := add(4); s > 3 {
            		fmt.Println(s, before)
            	}
            	m := map[string]int{"a": 1}
            	done := make(chan bool, 3)
            	go func() {
            		n := 42
            		_ = n
            		done <- true
            	}()
            	<-done
            	println(any != nil, len(m), p.x)
            }
            """;

    private Map<String, String> variables(Debugger.Stop at) {
        return program.variables(at).stream()
                .collect(
                        Collectors.toMap(
                                Debugger.Variable::name,
                                Debugger.Variable::value,
                                (inner, outer) -> inner));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "386"})
    void aBreakpointStopsBeforeItsLineWithTheVariablesOfTheMoment(String goarch) throws Exception {
        prepare(PROGRAM, Target.of("linux", goarch).orElseThrow());
        assertEquals(List.of(Optional.of(19)), program.breakAt(19));
        program.run().start();
        var stop = program.next();
        assertEquals(Debugger.Stop.Reason.BREAKPOINT, stop.reason());
        assertEquals(new Debugger.Place("x.go", 19, 3), stop.at());
        var seen = variables(stop);
        assertEquals("0", seen.get("i"));
        assertEquals("7", seen.get("n"));
        assertEquals("0", seen.get("total"));
        assertEquals("len 2, cap 2", seen.get("list"));
        debugger.resume();
        seen = variables(program.next());
        assertEquals("1", seen.get("i"));
        assertEquals("8", seen.get("n"));
        assertEquals("7", seen.get("total"));
        program.finish();
        assertEquals("19 1\ntrue 1 6\n", program.output());
    }

    @Test
    void stepsGoOverIntoAndOutOfCalls() throws Exception {
        prepare(PROGRAM);
        program.breakAt(27);
        program.run().start();
        program.next();
        debugger.stepIn();
        var stop = program.next();
        assertEquals(Debugger.Stop.Reason.STEP, stop.reason());
        assertEquals(11, stop.at().line());
        debugger.stepOver();
        assertEquals(12, program.next().at().line());
        debugger.stepOut();
        stop = program.next();
        assertEquals(28, stop.at().line());
        assertEquals("1", variables(stop).get("before"));
        debugger.stepOver();
        stop = program.next();
        assertEquals(29, stop.at().line());
        assertEquals("15", variables(stop).get("s"));
        assertEquals(
                List.of("main.main"),
                debugger.frames(stop.goid()).stream()
                        .map(Debugger.Frame::function)
                        .filter(f -> f.startsWith("main."))
                        .toList());
        program.finish();
    }

    @Test
    void framesTellTheStatementAndVariablesOfEachFunction() throws Exception {
        prepare(PROGRAM);
        program.breakAt(13);
        program.run().start();
        var stop = program.next();
        var frames = debugger.frames(stop.goid());
        assertEquals("main.(*point).move", frames.get(0).function());
        assertEquals(13, frames.get(0).at().line());
        assertEquals("main.main", frames.get(1).function());
        assertEquals(27, frames.get(1).at().line());
        var p = program.variables(stop).getLast();
        assertEquals("by", program.variables(stop).get(1).name());
        assertEquals("p", p.name());
        assertEquals("*main.point", p.type());
        var pointee = debugger.parts(p).getFirst();
        assertEquals("{x: 6, y: 2, name: \"origin\"}", pointee.value());
        var fields = debugger.parts(pointee);
        assertEquals(List.of("x", "y", "name"), fields.stream().map(f -> f.name()).toList());
        assertEquals("6", fields.getFirst().value());
        assertEquals("int", fields.getFirst().type());
        assertEquals(pointee.address() + 16, fields.get(2).address());
        // the caller's variable is the one that is pointed to
        var own =
                debugger.variables(stop.goid(), 1).stream()
                        .filter(v -> v.name().equals("p"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(pointee.address(), own.address());
        program.finish();
    }

    @Test
    void innerVariablesHideOuterOnesAndClosuresShowWhatTheyShare() throws Exception {
        prepare(PROGRAM);
        program.breakAt(31, 34, 37);
        program.run().start();
        var stop = program.next();
        assertEquals(31, stop.at().line());
        assertEquals("19", variables(stop).get("s"));
        assertEquals("4", variables(stop).get("n"));
        debugger.resume();
        stop = program.next();
        assertEquals(
                List.of("19", "19"),
                program.variables(stop).stream()
                        .filter(v -> v.name().equals("s"))
                        .map(Debugger.Variable::value)
                        .toList());
        debugger.resume();
        var seen = variables(program.next());
        assertFalse(seen.containsKey("done"), "declared by this very line");
        assertEquals("len 1", seen.get("m"));
        assertTrue(seen.get("any").startsWith("*main.point(0x"), seen.get("any"));
        assertEquals("main.main.func1", seen.get("add"));
        program.finish();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "386"})
    void mapsChannelsAndInterfacesShowWhatTheyHold(String goarch) throws Exception {
        prepare(
                """
                package main

                type pair struct{ a, b int }

                func main() {
                	small := map[string]pair{"b": {1, 2}, "a": {3, 4}}
                	large := map[int8]int{}
                	for i := range 120 {
                		large[int8(i-60)] = i
                	}
                	queue := make(chan string, 3)
                	queue <- "gone"
                	queue <- "first"
                	<-queue
                	queue <- "second"
                	queue <- "third"
                	var held any = pair{5, 6}
                	var none map[int]int
                	println(len(small), len(large), len(queue), held != nil, none == nil)
                }
                """,
                Target.of("linux", goarch).orElseThrow());
        program.breakAt(19);
        program.run().start();
        var stop = program.next();
        assertEquals(List.of("[\"a\"] {a: 3, b: 4}", "[\"b\"] {a: 1, b: 2}"), parts(stop, "small"));
        var large = parts(stop, "large");
        assertEquals(100, large.size());
        assertEquals("[-60] 0", large.getFirst());
        assertEquals("[39] 99", large.getLast());
        assertEquals(
                List.of("[0] \"first\"", "[1] \"second\"", "[2] \"third\""), parts(stop, "queue"));
        assertEquals(List.of("held.(type) {a: 5, b: 6}"), parts(stop, "held"));
        assertEquals(List.of(), parts(stop, "none"));
        program.finish();
    }

    private List<String> parts(Debugger.Stop at, String name) {
        return debugger.parts(program.find(at, name)).stream()
                .map(p -> p.name() + " " + p.value())
                .toList();
    }

    @Test
    void aGoroutineStopsByItselfAndAllStandMeanwhile() throws Exception {
        prepare(PROGRAM);
        program.breakAt(40);
        program.run().start();
        var stop = program.next();
        assertEquals("42", variables(stop).get("n"));
        assertEquals("len 0, cap 3", variables(stop).get("done"));
        assertEquals(stop, debugger.current().orElseThrow());
        // looking at the whole run works while it stands
        assertTrue(program.run().goroutines().goroutines().size() >= 2);
        program.finish();
        assertTrue(debugger.current().isEmpty());
    }

    @Test
    void aBreakpointOnAnEmptyLineMovesToTheNextStatementAndOneBehindTheEndIsRefused()
            throws Exception {
        prepare(PROGRAM);
        assertEquals(List.of(Optional.of(11), Optional.empty()), program.breakAt(9, 200));
        program.run().start();
        assertEquals(11, program.next().at().line());
        program.finish();
    }

    @Test
    void aProgramThatLoopsCanBePausedAndStopped() throws Exception {
        prepare(
                "package main\n\nfunc main() {\n\tfor n := 0; ; {\n\t\tn++\n\t}\n}\n",
                Target.LINUX_AMD64);
        program.run().start();
        debugger.pause();
        var stop = program.next();
        assertEquals(Debugger.Stop.Reason.PAUSE, stop.reason());
        while (stop.at().line() != 5) { // the first statements may come before the variable
            debugger.stepIn();
            stop = program.next();
        }
        assertTrue(variables(stop).containsKey("n"));
        program.run().stop();
        assertEquals(new RunOutcome.Stopped(), program.outcome());
    }

    @Test
    void framesAreRefusedWhileTheProgramRuns() {
        prepare(PROGRAM);
        assertThrows(IllegalStateException.class, () -> debugger.frames(1));
    }

    @Test
    void aPausedRunCanBeLookedAt() throws Exception {
        prepare(
                "package main\n\nfunc main() {\n\tprintln(1)\n\tfor {\n\t}\n}\n",
                Target.LINUX_AMD64);
        program.run().start();
        assertEquals("1\n", program.nextOutput());
        program.run().pause();
        assertTrue(program.run().goroutines().goroutines().size() >= 1);
        program.run().heap(); // a pause holds the world: who looks must not wait for its end
        program.run().resume();
        program.run().pause();
        program.run().stop();
        assertEquals(new RunOutcome.Stopped(), program.outcome());
    }
}
