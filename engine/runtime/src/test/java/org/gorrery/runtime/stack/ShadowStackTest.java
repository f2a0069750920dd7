package org.gorrery.runtime.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.EngineBug;
import org.gorrery.abi.FrameLayout;
import org.gorrery.abi.FuncInfo;
import org.gorrery.abi.PcTable;
import org.gorrery.runtime.memory.AddressSpace;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.target.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShadowStackTest {
    private AddressSpace space;
    private AddressLayout layout;
    private StackPool pool;
    private FuncTable funcs;
    private Unwinder unwinder;

    @BeforeEach
    void reserve() {
        space = AddressSpace.reserve();
        layout = AddressLayout.of(space.number(), Target.LINUX_AMD64);
        pool = new StackPool(space, layout, Target.LINUX_AMD64);
        var table =
                new PcTable(
                        List.of(
                                new FuncInfo(
                                        "main.main", "/src/a.go", 3, 32, -1, false, ".", List.of()),
                                new FuncInfo(
                                        "main.f", "/src/a.go", 10, 512, 0, false, ".", List.of()),
                                new FuncInfo(
                                        "main.f-wrap",
                                        "/src/a.go",
                                        10,
                                        16,
                                        -1,
                                        true,
                                        ".",
                                        List.of()),
                                new FuncInfo(
                                        "runtime.secret",
                                        "/rt/b.go",
                                        1,
                                        16,
                                        -1,
                                        false,
                                        ".",
                                        List.of())),
                        new int[] {0, 0, 1, 1, 2, 3},
                        new int[] {4, 5, 11, 12, 10, 2},
                        new int[6],
                        new long[][] {{0}},
                        new int[] {1});
        funcs = new FuncTable(table, layout);
        unwinder = new Unwinder(funcs);
    }

    @AfterEach
    void release() {
        space.close();
    }

    private long push(long sp, int site) {
        Mem.st64(sp, funcs.pcOf(site));
        return sp + funcs.frameBytesAt(site);
    }

    @Test
    void aWalkFindsEachFrameFromTheBaseOn() {
        var stack = new ShadowStack(pool);
        long a = stack.base();
        long b = push(a, 1);
        push(b, 3);
        var seen = new ArrayList<Long>();
        unwinder.walk(stack, b, (sp, pc) -> seen.add(sp));
        assertEquals(List.of(a, b), seen);
        assertArrayEquals(new long[] {funcs.pcOf(3), funcs.pcOf(1)}, unwinder.pcs(stack, b));
    }

    @Test
    void aWalkFollowsTheStackToItsNextSegment() {
        var stack = new ShadowStack(pool);
        long sp = push(stack.base(), 0);
        List<Long> frames = new ArrayList<>(List.of(stack.base()));
        for (int i = 0; i < 40; i++) {
            Mem.st64(sp, funcs.pcOf(2)); // the function stores its pc before it asks for room
            if (!stack.hasRoom(sp, 512)) {
                sp = stack.grow(sp, 512);
            }
            frames.add(sp);
            sp = push(sp, 2);
        }
        var seen = new ArrayList<Long>();
        unwinder.walk(stack, frames.getLast(), (at, pc) -> seen.add(at));
        assertEquals(frames, seen);
        assertTrue(stack.bytes() > 40 * 512);
    }

    @Test
    void returningToTheSegmentBelowKeepsTheOneAboveForTheNextCall() {
        var stack = new ShadowStack(pool);
        long sp = stack.limit() + 8;
        assertFalse(stack.hasRoom(sp, 64));
        long up = stack.grow(sp, 64);
        Mem.st64(up + 8, 99);
        stack.shrink(sp, up);
        assertEquals(99, Mem.ld64(sp + 8), "results beyond registers are carried over");
        assertTrue(stack.hasRoom(stack.base(), 64));
        assertEquals(up, stack.grow(sp, 64));
        stack.shrink(sp, up);
        stack.trim();
        assertEquals(2048, stack.bytes());
    }

    @Test
    void stacksBeginSmallerWhereThereAreVeryMany() {
        var stacks = new ArrayList<ShadowStack>();
        for (int i = 0; i < 5000; i++) {
            stacks.add(new ShadowStack(pool));
        }
        assertEquals(2048, stacks.getFirst().bytes());
        assertEquals(1024, stacks.getLast().bytes());
        var last = stacks.getLast();
        long up = last.grow(last.limit() + 8, 64);
        assertEquals(
                1024 + 2048,
                last.bytes(),
                "a function with a larger frame finds room all the same");
        last.shrink(last.limit() + 8, up);
        stacks.forEach(ShadowStack::free);
        assertEquals(0, pool.inUseBytes());
        assertEquals(2048, new ShadowStack(pool).bytes());
    }

    @Test
    void aLargeFrameGetsASegmentThatHoldsIt() {
        var stack = new ShadowStack(pool);
        assertFalse(stack.hasRoom(stack.base(), 100_000));
        long up = stack.grow(stack.base(), 100_000);
        assertTrue(stack.hasRoom(up, 100_000));
    }

    @Test
    void endlessRecursionEndsInGosReport() {
        var stack = new ShadowStack(pool);
        var e =
                assertThrows(
                        StackExceeded.class,
                        () -> {
                            for (int i = 0; i < 3000; i++) {
                                stack.grow(stack.limit() + 8, 64);
                            }
                        });
        long sp = stack.limit() + 8;
        long end = stack.limit() + FrameLayout.GUARD;
        assertEquals(
                "runtime: goroutine stack exceeds 1000000000-byte limit\nruntime: sp=%#x stack=[%#x, %#x]\n"
                        .formatted(sp, end - (256 << 10), end),
                e.report(sp));
        // Go doubles, so 512 MiB is the largest stack within its billion bytes
        assertTrue(stack.bytes() <= 1L << 29 && stack.bytes() > (1L << 29) - (256 << 10));
        stack.free();
        assertEquals(0, pool.inUseBytes());
    }

    @Test
    void theLimitThatAProgramSetsHoldsForTheNextSegment() {
        pool.setMaxStackBytes(100_000);
        var stack = new ShadowStack(pool);
        assertThrows(
                StackExceeded.class,
                () -> {
                    for (int i = 0; i < 100; i++) {
                        stack.grow(stack.limit() + 8, 64);
                    }
                });
        assertEquals(62 << 10, stack.bytes(), "2 + 4 + 8 + 16 + 32 KiB");
    }

    @Test
    void framesInASegmentBelowTheFirstAreFound() {
        var before = new ShadowStack(pool);
        long second = before.grow(before.limit() + 8, 64);
        var stack = new ShadowStack(pool);
        before.reset();
        Mem.st64(stack.base(), funcs.pcOf(0));
        long sp = stack.grow(stack.limit() + 8, 64);
        assertEquals(second, sp);
        assertTrue(sp < stack.base());
        Mem.st64(sp, funcs.pcOf(1));
        assertArrayEquals(new long[0], unwinder.pcs(stack, stack.noFrame()));
        assertEquals(funcs.pcOf(1), unwinder.pcs(stack, sp, 1)[0]);
    }

    @Test
    void theInnermostFramesOfADeepStackAreFoundFromTheTopDown() {
        var stack = new ShadowStack(pool);
        long sp = push(stack.base(), 0);
        long last = 0;
        int depth = 100_000;
        for (int i = 0; i < depth; i++) {
            Mem.st64(sp, funcs.pcOf(i % 2 + 4)); // 16 bytes each, every second a wrapper
            if (!stack.hasRoom(sp, 16)) {
                sp = stack.grow(sp, 16);
            }
            last = sp;
            sp = push(sp, i % 2 + 4);
        }
        assertEquals(1 + depth / 2, unwinder.pcs(stack, last).length);
        // the base of the stack is not looked at: it could not be
        Mem.st64(stack.base(), 12345678);
        long[] top = unwinder.pcs(stack, last, 1000);
        assertEquals(1000, top.length);
        for (long pc : top) {
            assertEquals(funcs.pcOf(5), pc);
        }
    }

    @Test
    void freeSegmentsAreUsedAgain() {
        var a = new ShadowStack(pool);
        long base = a.base();
        a.free();
        assertEquals(base, new ShadowStack(pool).base());
        assertNotEquals(base, new ShadowStack(pool).base());
    }

    @Test
    void cuttingBackAfterAPanicLeavesTheSegmentsAbove() {
        var stack = new ShadowStack(pool);
        long limit = stack.limit();
        long sp = limit + 8;
        stack.grow(sp, 64);
        stack.cutTo(sp);
        assertEquals(limit, stack.limit());
    }

    @Test
    void framesOfNativeCodeAreWalkedAndHiddenOnesLeftOut() {
        var stack = new ShadowStack(pool);
        long a = push(stack.base(), 0);
        Mem.st64(a, NativeFrame.HIDDEN.pc(3));
        long b = a + NativeFrame.bytes(3);
        push(b, 2);
        assertArrayEquals(new long[] {funcs.pcOf(2), funcs.pcOf(0)}, unwinder.pcs(stack, b));
    }

    @Test
    void garbageInPlaceOfAPcIsABugOfTheEngine() {
        var stack = new ShadowStack(pool);
        Mem.st64(stack.base(), 12345678);
        assertThrows(EngineBug.class, () -> unwinder.pcs(stack, stack.base()));
    }

    /// Frames, the innermost first; each 32 bytes above the one before.
    private TracebackFrames frames(boolean showRuntime, long... pcs) {
        var frames = new TracebackFrames(funcs, showRuntime);
        for (int i = pcs.length - 1; i >= 0; i--) {
            frames.frame(0x9000 + 32L * (pcs.length - 1 - i), pcs[i]);
        }
        return frames;
    }

    @Test
    void tracebacksReadAsGosDo() {
        var out = new StringBuilder();
        var t = new Traceback(funcs);
        Traceback.header(out, 7, "chan receive", 2, true);
        long panic = NativeFrame.PANIC.pc(2);
        t.frames(
                out,
                frames(
                        false,
                        panic,
                        funcs.pcOf(5),
                        funcs.pcOf(3),
                        panic,
                        funcs.pcOf(4),
                        funcs.pcOf(1)),
                false);
        t.createdBy(out, funcs.pcOf(0), 1);
        assertEquals(
                """
                goroutine 7 [chan receive, 2 minutes, locked to thread]:
                main.f(...)
                \t/src/a.go:12 +0x2
                panic(...)
                \truntime/panic.go
                main.main(...)
                \t/src/a.go:5 +0x2
                created by main.main in goroutine 1
                \t/src/a.go:4 +0x1
                """,
                out.toString());
    }

    @Test
    void whereTheRuntimeItselfFailedTheFramesHaveTheirPlaces() {
        var out = new StringBuilder();
        new Traceback(funcs).frames(out, frames(false, funcs.pcOf(1)), true);
        assertEquals(
                "main.main(...)\n\t/src/a.go:5 +0x2 fp=0x9020 sp=0x9000 pc=%#x\n"
                        .formatted(funcs.pcOf(1)),
                out.toString());
    }

    @Test
    void argumentsAreShownWhereTheFrameHoldsThem() {
        char slot = FuncInfo.ARGS_SLOT;
        var args = "{" + (char) (slot + 1) + "_}" + slot + "_{}.";
        var table =
                new PcTable(
                        List.of(
                                new FuncInfo("main.f", "f.go", 1, 32, -1, false, args, List.of()),
                                new FuncInfo("main.g", "f.go", 5, 32, -1, false, "", List.of())),
                        new int[] {0, 0, 1},
                        new int[] {2, 3, 6},
                        new int[] {0, 1, 0},
                        new long[][] {{3}, {1}},
                        new int[0]);
        var stack = new ShadowStack(pool);
        Mem.st64(stack.base() + 8, 0xc000001234L);
        Mem.st64(stack.base() + 16, 0xc000005678L);
        assertEquals("main.f({0xc000005678, _}, 0xc000001234, _, {}, ...)", shown(table, stack, 0));
        assertEquals("main.f({_, _}, 0xc000001234, _, {}, ...)", shown(table, stack, 1));
        assertEquals("main.g()", shown(table, stack, 2));
    }

    private String shown(PcTable table, ShadowStack stack, int site) {
        var functions = new FuncTable(table, layout);
        var frames = new TracebackFrames(functions, false);
        frames.frame(stack.base(), functions.pcOf(site));
        var out = new StringBuilder();
        new Traceback(functions).frames(out, frames, false);
        return out.substring(0, out.indexOf("\n"));
    }

    @Test
    void longTracebacksLeaveOutTheMiddle() {
        long[] pcs = new long[250];
        java.util.Arrays.fill(pcs, funcs.pcOf(3));
        pcs[49] = funcs.pcOf(0);
        pcs[200] = funcs.pcOf(1);
        var out = new StringBuilder();
        new Traceback(funcs).frames(out, frames(false, pcs), false);
        var lines = out.toString().lines().toList();
        assertEquals(201, lines.size());
        assertEquals("\t/src/a.go:4 +0x1", lines.get(99));
        assertEquals("...150 frames elided...", lines.get(100));
        assertEquals("\t/src/a.go:5 +0x2", lines.get(102));
    }

    @Test
    void aHundredFramesAreShownAll() {
        long[] pcs = new long[100];
        java.util.Arrays.fill(pcs, funcs.pcOf(3));
        var out = new StringBuilder();
        new Traceback(funcs).frames(out, frames(false, pcs), false);
        assertEquals(200, out.toString().lines().count());
    }

    @Test
    void theAddressBeforeAPcIsInTheSameFunction() {
        for (int site = 0; site < 6; site++) {
            int f = funcs.functionAt(site);
            assertEquals(f, funcs.functionOf(funcs.pcOf(site)));
            assertEquals(f, funcs.functionOf(funcs.pcOf(site) - 1));
        }
        assertEquals(-1, funcs.functionOf(funcs.pcOf(5) + 1));
    }

    @Test
    void aFuncValueNamesItsFunctionByItsThunk() {
        assertEquals(1, funcs.functionOf(layout.text()));
        assertEquals(10, funcs.lineOf(layout.text()));
        assertEquals(layout.text(), funcs.entryOf(1));
        assertEquals(-1, funcs.functionOf(layout.text() + 16));
    }
}
