package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Which variables the debugger shows, and how it shows what is in them.
class DebuggerVariablesTest extends DebuggedProgramTest {
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
            seen.add(program.shown(stop).stream().filter(v -> !v.startsWith("kept")).toList());
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
                program.shown(stop).reversed().subList(1, 14));
        var list = debugger.parts(program.find(stop, "list")).getFirst();
        assertEquals(
                "{name: \"a\", next: 0x"
                        + Long.toHexString(next(list).address())
                        + ", tags: len 1, any: [2]bool(\u2026)}",
                list.value());
        assertEquals("{name: \"b\", next: nil, tags: nil, any: nil}", next(list).value());
        var slice = debugger.parts(debugger.parts(list).get(2)).getFirst();
        assertEquals("[\"t\"] []int len 2, cap 2", DebuggedProgram.shown(slice));
        assertEquals(
                List.of("[0] int 1", "[1] int 2"),
                debugger.parts(slice).stream().map(DebuggedProgram::shown).toList());
        var held = debugger.parts(debugger.parts(list).get(3)).getFirst();
        assertEquals("any.(type) [2]bool [true, false]", DebuggedProgram.shown(held));
        // a pointer to a pointer leads to the same node
        var pointer = debugger.parts(program.find(stop, "pp")).getFirst();
        assertEquals(next(list).address(), debugger.parts(pointer).getFirst().address());
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
                program.shown(stop).stream()
                        .filter(v -> !v.startsWith("count") && !v.contains("\"outer\""))
                        .toList());
        assertTrue(program.shown(stop).contains("count int 3"), program.shown(stop).toString());
        assertTrue(
                program.shown(stop).contains("name string \"outer\""),
                program.shown(stop).toString());
        long shared = program.find(stop, "count").address();
        debugger.resume();
        stop = program.next();
        assertEquals(shared, program.find(stop, "count").address());
        program.finish();
    }

    private Debugger.Variable next(Debugger.Variable node) {
        return debugger.parts(debugger.parts(node).get(1)).getFirst();
    }
}
