package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.gorrery.target.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Where functions are not called by name, where panics leave them, and where several goroutines meet.
class DebuggerCornersTest {
    private DebuggedProgram program;
    private Debugger debugger;

    private void prepare(String source) {
        program = new DebuggedProgram(source, Target.LINUX_AMD64);
        debugger = program.debugger();
    }

    @AfterEach
    void end() {
        program.close();
    }

    /// Each variable as "name type value", inner ones first.
    private List<String> variables(Debugger.Stop at) {
        return program.variables(at).stream().map(DebuggerCornersTest::shown).toList();
    }

    private String function(Debugger.Stop at) {
        return debugger.frames(at.goid()).getFirst().function();
    }

    private static final String CALLS =
            """
            package main

            type shape interface{ area() int }

            type square int

            func (s square) area() int {
            	return int(s * s)
            }

            func first[T any](list []T) (found T) {
            	found = list[0]
            	return
            }

            func risky() (result int) {
            	defer func() {
            		caught := recover()
            		result = len(caught.(string))
            	}()
            	panic("boom")
            }

            func main() {
            	var s shape = square(3)
            	a := s.area()
            	b := first([]int{4})
            	c := first([]string{"x"})
            	d := risky()
            	e := 0
            	_, _, _, _, _ = a, b, c, d, e
            }
            """;

    @Test
    void aMethodCalledThroughAnInterfaceIsSteppedIntoAndStopsAtItsBreakpoint() throws Exception {
        prepare(CALLS);
        program.breakAt(26);
        program.run().start();
        program.next();
        debugger.stepIn();
        var stop = program.next();
        assertEquals(8, stop.at().line());
        assertEquals("main.square.area", function(stop));
        assertEquals(List.of("s main.square 3"), variables(stop));
        debugger.stepOut();
        assertEquals(27, program.next().at().line());
        program.finish();
    }

    @Test
    void aGenericFunctionStopsInEachOfItsInstances() throws Exception {
        prepare(CALLS);
        program.breakAt(13);
        program.run().start();
        var stop = program.next();
        assertEquals(List.of("found int 4", "list []int len 1, cap 1"), variables(stop));
        assertEquals("main.first[...]", function(stop));
        debugger.resume();
        stop = program.next();
        assertEquals(List.of("found string \"x\"", "list []string len 1, cap 1"), variables(stop));
        program.finish();
    }

    @Test
    void aStepOverACallThatRecoversFromItsPanicEndsBehindIt() throws Exception {
        prepare(CALLS);
        program.breakAt(29);
        program.run().start();
        program.next();
        debugger.stepOver();
        var stop = program.next();
        assertEquals(30, stop.at().line());
        assertTrue(variables(stop).contains("d int 4"), variables(stop).toString());
        program.finish();
    }

    @Test
    void aPanicIsSteppedIntoItsDeferredFunctionAndOutOfIt() throws Exception {
        prepare(CALLS);
        program.breakAt(18);
        program.run().start();
        var stop = program.next();
        assertEquals("main.risky.func1", function(stop));
        debugger.stepOver();
        stop = program.next();
        assertEquals(19, stop.at().line());
        assertEquals(
                List.of("caught interface {} string(\"boom\")", "result int 0"), variables(stop));
        debugger.stepOut();
        assertEquals(30, program.next().at().line());
        program.finish();
    }

    @Test
    void aStepOverThePanicItselfReachesTheCallerOfWhoRecovers() throws Exception {
        prepare(CALLS);
        program.breakAt(21);
        program.run().start();
        program.next();
        debugger.stepOver();
        assertEquals(30, program.next().at().line());
        program.finish();
    }

    @Test
    void aSendThatWakesAnotherGoroutineIsSteppedOverInItsOwn() throws Exception {
        prepare(
                """
                package main

                func main() {
                	c := make(chan int)
                	done := make(chan int)
                	go func() {
                		n := <-c
                		n++
                		done <- n
                	}()
                	c <- 1
                	n := 5
                	n = <-done
                	println(n)
                }
                """);
        program.breakAt(11);
        program.run().start();
        var stop = program.next();
        debugger.stepOver();
        var after = program.next();
        assertEquals(stop.goid(), after.goid());
        assertEquals(12, after.at().line());
        debugger.stepOver();
        assertEquals(13, program.next().at().line());
        debugger.stepOver();
        after = program.next();
        assertEquals(14, after.at().line());
        assertTrue(variables(after).contains("n int 2"), variables(after).toString());
        program.finish();
    }

    @Test
    void goroutinesAtTheSameBreakpointStopOneAfterTheOther() throws Exception {
        prepare(
                """
                package main

                func work(n int, done chan int) {
                	twice := 2 * n
                	done <- twice
                }

                func main() {
                	done := make(chan int)
                	for n := range 4 {
                		go work(n, done)
                	}
                	sum := 0
                	for range 4 {
                		sum += <-done
                	}
                	println(sum)
                }
                """);
        program.breakAt(5);
        program.run().start();
        var seen = new TreeSet<String>();
        var goroutines = new TreeSet<Long>();
        for (int i = 0; i < 4; i++) {
            var stop = program.next();
            goroutines.add(stop.goid());
            seen.add(variables(stop).getFirst());
            assertFalse(program.hasMoreStops());
            debugger.resume();
        }
        assertEquals(
                new TreeSet<>(List.of("twice int 0", "twice int 2", "twice int 4", "twice int 6")),
                seen);
        assertEquals(4, goroutines.size());
        assertEquals(new RunOutcome.Exited(0), program.outcome());
    }

    @Test
    void aRunThatStandsIsStopped() throws Exception {
        prepare(CALLS);
        program.breakAt(26);
        program.run().start();
        program.next();
        program.run().stop();
        assertEquals(new RunOutcome.Stopped(), program.outcome());
        assertTrue(debugger.current().isEmpty());
    }

    @Test
    void loopVariablesAreThoseOfTheIteration() throws Exception {
        prepare(
                """
                package main

                func main() {
                	var kept []*int
                	for i := 0; i < 3; i++ {
                		kept = append(kept, &i)
                	}
                	for k, v := range []string{"a", "b"} {
                		println(k, v)
                	}
                	x := 1
                	{
                		x := "inner"
                		println(x)
                	}
                	println(x)
                	for _, f := range kept {
                		println(*f)
                	}
                }
                """);
        program.breakAt(6, 9, 14, 16);
        program.run().start();
        var seen = new ArrayList<List<String>>();
        var addresses = new TreeSet<Long>();
        for (int i = 0; i < 7; i++) {
            var stop = program.next();
            if (stop.at().line() == 6) {
                addresses.add(program.variables(stop).getFirst().address());
            }
            seen.add(variables(stop).stream().filter(v -> !v.startsWith("kept")).toList());
            debugger.resume();
        }
        assertEquals(
                List.of(
                        List.of("i int 0"),
                        List.of("i int 1"),
                        List.of("i int 2"),
                        List.of("v string \"a\"", "k int 0"),
                        List.of("v string \"b\"", "k int 1"),
                        List.of("x string \"inner\"", "x int 1"),
                        List.of("x int 1")),
                seen);
        assertEquals(3, addresses.size());
        assertEquals(new RunOutcome.Exited(0), program.outcome());
    }

    @Test
    void valuesOfAllKindsAreShownWithTheirParts() throws Exception {
        prepare(
                """
                package main

                type node struct {
                	name string
                	next *node
                	tags map[string][]int
                	any  any
                }

                func main() {
                	list := &node{"a", &node{name: "b"}, map[string][]int{"t": {1, 2}}, [2]bool{true, false}}
                	text := "h\\u00e9\\n\\"q\\""
                	var none struct{}
                	var empty [0]int
                	var nilSlice []int
                	var nilAny any
                	var nilPointer *node
                	var err error
                	f32, c := float32(1.5), complex(1, -2)
                	r, b, u := 'x', byte(255), uint64(1<<63)
                	array := [3]int8{-1, 0, 1}
                	var pp **node = &list.next
                	println(list, text, &none, len(empty), nilSlice == nil, nilAny == nil, nilPointer, err == nil, f32, c, r, b, u, array[0], pp)
                }
                """);
        program.breakAt(23);
        program.run().start();
        var stop = program.next();
        assertEquals(
                List.of(
                        "text string \"h\u00e9\\n\\\"q\\\"\"",
                        "none struct {} {}",
                        "empty [0]int []",
                        "nilSlice []int nil",
                        "nilAny interface {} nil",
                        "nilPointer *main.node nil",
                        "err error nil",
                        "f32 float32 1.5",
                        "c complex128 (1.0-2.0i)",
                        "r int32 120",
                        "b uint8 255",
                        "u uint64 9223372036854775808",
                        "array [3]int8 [-1, 0, 1]"),
                variables(stop).reversed().subList(1, 14));
        var list = debugger.parts(program.find(stop, "list")).getFirst();
        assertEquals(
                "{name: \"a\", next: 0x"
                        + Long.toHexString(next(list).address())
                        + ", tags: len 1, any: [2]bool(\u2026)}",
                list.value());
        assertEquals("{name: \"b\", next: nil, tags: nil, any: nil}", next(list).value());
        var slice = debugger.parts(debugger.parts(list).get(2)).getFirst();
        assertEquals("[\"t\"] []int len 2, cap 2", shown(slice));
        assertEquals(
                List.of("[0] int 1", "[1] int 2"),
                debugger.parts(slice).stream().map(DebuggerCornersTest::shown).toList());
        var held = debugger.parts(debugger.parts(list).get(3)).getFirst();
        assertEquals("any.(type) [2]bool [true, false]", shown(held));
        // a pointer to a pointer leads to the same node
        var pointer = debugger.parts(program.find(stop, "pp")).getFirst();
        assertEquals(next(list).address(), debugger.parts(pointer).getFirst().address());
        program.finish();
    }

    private Debugger.Variable next(Debugger.Variable node) {
        return debugger.parts(debugger.parts(node).get(1)).getFirst();
    }

    private static String shown(Debugger.Variable v) {
        return v.name() + " " + v.type() + " " + v.value();
    }

    @Test
    void stepsGoThroughTheStatementsOfLoopsAndBranchesInTheirOrder() throws Exception {
        prepare(
                """
                package main

                func flow(n int) (out int) {
                	defer func() {
                		out *= 2
                	}()
                	for i := 0; i < n; i++ {
                		if i == 1 {
                			continue
                		}
                		out += i
                	}
                	for _, v := range []int{7} {
                		out += v
                	}
                	switch {
                	case n > 5:
                		out = 0
                	case n == 3:
                		out++
                	default:
                		out--
                	}
                	c := make(chan int, 1)
                	select {
                	case c <- 1:
                		out += 10
                	default:
                	}
                	func() {
                		out += 100
                	}()
                	return out
                }

                func main() {
                	x := flow(3)
                	println(x)
                }
                """);
        program.breakAt(4);
        program.run().start();
        var lines = new ArrayList<Integer>();
        var stop = program.next();
        while (stop.at().line() != 38) {
            lines.add(stop.at().line());
            debugger.stepOver();
            stop = program.next();
        }
        // Delve 1.27 on Go 1.26 goes the same way up to line 24; then it names the select's case
        // and not its head, and the last
        // lines of the literal and of the function and not their calls (its figures: 24, 26, 27,
        // 26, 32, 34).
        assertEquals(
                List.of(
                        4, 7, 8, 11, 7, 8, 9, 7, 8, 11, 7, 13, 14, 13, 17, 19, 20, 24, 25, 27, 30,
                        33),
                lines);
        assertEquals(List.of("x int 240"), variables(stop));
        program.finish();
    }

    @Test
    void aLoopOnOneLineIsSteppedTurnByTurn() throws Exception {
        prepare(
                """
                package main

                func main() {
                	n := 0
                	for i := 0; i < 3; i++ { n += i }
                	println(n)
                }
                """);
        program.breakAt(4);
        program.run().start();
        program.next();
        var seen = new ArrayList<String>();
        debugger.stepOver();
        var stop = program.next();
        while (stop.at().line() == 5) {
            seen.add(program.find(stop, "n").value());
            debugger.stepOver();
            stop = program.next();
        }
        // before the first turn, and after each of the three
        assertEquals(List.of("0", "0", "1", "3"), seen);
        assertEquals("3", program.find(stop, "n").value());
        program.finish();
    }

    @Test
    void aClosureShowsTheVariableItSharesAndTheOneThatHidesIt() throws Exception {
        prepare(
                """
                package main

                func main() {
                	count, name := 1, "outer"
                	add := func(by int) (sum int) {
                		count += by
                		name := name + "!"
                		sum = count + len(name)
                		return
                	}
                	r := add(2)
                	count++
                	println(r, count, name)
                }
                """);
        program.breakAt(9, 12);
        program.run().start();
        var stop = program.next();
        assertEquals(
                List.of("name string \"outer!\"", "sum int 9", "by int 2"),
                variables(stop).stream()
                        .filter(v -> !v.startsWith("count") && !v.contains("\"outer\""))
                        .toList());
        assertTrue(variables(stop).contains("count int 3"), variables(stop).toString());
        assertTrue(variables(stop).contains("name string \"outer\""), variables(stop).toString());
        long shared = program.find(stop, "count").address();
        debugger.resume();
        stop = program.next();
        assertEquals(shared, program.find(stop, "count").address());
        program.finish();
    }

    @Test
    void aGoroutineThatEndsInItsStepLetsTheOthersGoOn() throws Exception {
        prepare(
                """
                package main

                func main() {
                	done := make(chan bool)
                	go func() {
                		close(done)
                	}()
                	<-done
                	println("over")
                }
                """);
        program.breakAt(6);
        program.run().start();
        program.next();
        program.breakAt(9);
        debugger.stepOver();
        assertEquals(9, program.next().at().line());
        program.finish();
    }
}
