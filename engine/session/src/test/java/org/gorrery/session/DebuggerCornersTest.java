package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Where functions are not called by name, where panics leave them, and where several goroutines meet.
class DebuggerCornersTest extends DebuggedProgramTest {
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
        assertEquals(List.of("s main.square 3"), program.shown(stop));
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
        assertEquals(List.of("found int 4", "list []int len 1, cap 1"), program.shown(stop));
        assertEquals("main.first[...]", function(stop));
        debugger.resume();
        stop = program.next();
        assertEquals(
                List.of("found string \"x\"", "list []string len 1, cap 1"), program.shown(stop));
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
        assertTrue(program.shown(stop).contains("d int 4"), program.shown(stop).toString());
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
                List.of("caught interface {} string(\"boom\")", "result int 0"),
                program.shown(stop));
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
        assertTrue(program.shown(after).contains("n int 2"), program.shown(after).toString());
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
            seen.add(program.shown(stop).getFirst());
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
        assertEquals(List.of("x int 240"), program.shown(stop));
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
