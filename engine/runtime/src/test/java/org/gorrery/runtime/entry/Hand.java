package org.gorrery.runtime.entry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.FuncInfo;
import org.gorrery.abi.PcTable;
import org.gorrery.abi.ProgramImage;
import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.diag.Console;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.AddressSpace;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.target.Target;

/// A program written by hand in the shape of generated code: functions are declared with their frames and call sites, bodies are Java.
/// What tests check is the runtime, so bodies follow the calling convention to the letter.
final class Hand {
    /// Body of a func() closure.
    interface Body {
        void run(G g, long sp, long closure);
    }

    /// Body of a func() closure that makes calls.
    interface PlacedBody {
        void run(Sites at, G g, long sp, long closure);
    }

    /// What the main goroutine does, from the only call site of its function.
    interface Main {
        void run(G g, long sp);
    }

    /// What the main goroutine does that makes calls.
    interface PlacedMain {
        void run(Sites at, G g, long sp);
    }

    /// The call sites of a function, for its body.
    ///
    /// @param function its index
    record Sites(Hand program, int function) {
        /// What stands before each call: from here on the frame is at that site.
        void call(long sp, int site) {
            Mem.st64(sp, pc(site));
        }

        long pc(int site) {
            return program.pc(function, site);
        }

        /// A loop without calls, as compiled: it looks at the flag in every turn.
        ///
        /// @param site where it stands while others run
        void spin(G g, long sp, int site, BooleanSupplier until) {
            while (!until.getAsBoolean()) {
                if (g.preemptOpaque()) {
                    call(sp, site);
                    SchedEntry.poll(g, sp);
                }
            }
        }

        /// The site number for entries that take one.
        int number(int site) {
            return program.site(function, site);
        }
    }

    private static final int CLOSURES = 1 << 19;
    private static final int MAIN_FRAME = 256;
    private static final int PARKED_FRAME = 32;

    final AddressSpace space = AddressSpace.reserve();
    final AddressLayout layout = AddressLayout.of(space.number(), Target.LINUX_AMD64);
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<FuncInfo> functions = new ArrayList<>();
    private final List<Body> bodies = new ArrayList<>();
    private final List<Integer> siteFunction = new ArrayList<>();
    private final List<Integer> siteLine = new ArrayList<>();
    private final List<Integer> firstSite = new ArrayList<>();
    private final Map<String, Integer> types = new HashMap<>();
    private final byte[] rodata = new byte[1 << 16];
    private int rodataUsed = 64;
    private long nextClosure = layout.data();
    private long nextData = layout.data() + CLOSURES;
    private UnaryOperator<ProgramOptions> options = o -> o;

    Hand() {
        type("int", TypeTable.INT, 8, 0, 0);
        type("int8", TypeTable.INT8, 1, 0, 0);
        type("uint16", TypeTable.UINT16, 2, 0, 0);
        type("float64", TypeTable.FLOAT64, 8, 0, 0);
        type("struct {}", TypeTable.STRUCT, 0, 0, 0);
        type("[3]int", TypeTable.ARRAY, 24, 0, 0);
        type("string", TypeTable.STRING_KIND, 16, 1, 0);
        type("*int", TypeTable.POINTER, 8, 1, 0);
        for (String name : List.of("errorString", "plainError")) {
            type("runtime." + name, TypeTable.STRING_KIND, 16, 1, TypeLayout.FLAG_NAMED);
        }
        type("runtime.boundsError", TypeTable.STRUCT, 24, 0, TypeLayout.FLAG_NAMED);
        type("*runtime.TypeAssertionError", TypeTable.POINTER, 8, 1, 0);
        type("*runtime.PanicNilError", TypeTable.POINTER, 8, 1, 0);
        for (String elem : List.of("int", "int8", "uint16", "struct {}", "[3]int", "*int")) {
            int chan = type("chan " + elem, TypeTable.CHAN, 8, 1, 0);
            put32(chan + TypeLayout.ELEM, types.get(elem));
        }
    }

    /// Adds a type descriptor.
    ///
    /// @param pointers bitmap of pointer words
    int type(String name, int kind, int size, int pointers, int flags) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        int at = rodataUsed;
        int mask = at + TypeLayout.BYTES;
        int string = mask + 8;
        rodataUsed = string + text.length + 7 & -8;
        put64(at + TypeLayout.SIZE, size);
        put64(
                at + TypeLayout.PTR_BYTES,
                pointers == 0 ? 0 : 8L * (32 - Integer.numberOfLeadingZeros(pointers)));
        rodata[at + TypeLayout.KIND] = (byte) kind;
        rodata[at + TypeLayout.ALIGN] = 8;
        rodata[at + TypeLayout.FLAGS] = (byte) flags;
        put32(at + TypeLayout.STRING, string);
        put32(at + TypeLayout.STRING + 4, text.length);
        put32(at + TypeLayout.GC_MASK, pointers == 0 ? 0 : mask);
        put64(mask, pointers);
        System.arraycopy(text, 0, rodata, string, text.length);
        types.put(name, at);
        return at;
    }

    /// Gives a type one method `func() string` under that name.
    void method(String type, String name, int function) {
        int signature = types.getOrDefault("func() string", 0);
        if (signature == 0) {
            signature = type("func() string", TypeTable.FUNC, 8, 1, 0);
        }
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        int list = rodataUsed;
        int string = list + 8 + TypeLayout.METHOD_BYTES;
        rodataUsed = string + text.length + 7 & -8;
        put32(list, 1);
        put32(list + 8, string);
        put32(list + 12, text.length);
        put32(list + 8 + TypeLayout.METHOD_TYPE, signature);
        put32(list + 8 + TypeLayout.METHOD_IFN, function);
        System.arraycopy(text, 0, rodata, string, text.length);
        put32(types.get(type) + TypeLayout.METHODS, list);
    }

    private void put32(int at, int v) {
        for (int i = 0; i < 4; i++) {
            rodata[at + i] = (byte) (v >>> 8 * i);
        }
    }

    private void put64(int at, long v) {
        put32(at, (int) v);
        put32(at + 4, (int) (v >>> 32));
    }

    /// Declares a function.
    ///
    /// @return its index, which is its thunk's too
    int declare(String name, int frameBytes, int sites, Body body) {
        int f = functions.size();
        functions.add(
                new FuncInfo(
                        name, "/src/x.go", 10 * (f + 1), frameBytes, f, false, ".", List.of()));
        bodies.add(body);
        firstSite.add(siteFunction.size());
        for (int i = 0; i < sites; i++) {
            siteFunction.add(f);
            siteLine.add(10 * (f + 1) + i + 1);
        }
        return f;
    }

    /// Declares a function whose body names its own call sites.
    ///
    /// @return its index, which is its thunk's too
    int function(String name, int frameBytes, int sites, PlacedBody body) {
        var at = new Sites(this, functions.size());
        return declare(name, frameBytes, sites, (g, sp, closure) -> body.run(at, g, sp, closure));
    }

    /// Declares main.main, with one call site.
    Hand main(Main main) {
        return main(
                1,
                (at, g, sp) -> {
                    at.call(sp, 0);
                    main.run(g, sp);
                });
    }

    /// Declares main.main, whose body names its own call sites.
    Hand main(int sites, PlacedMain main) {
        function("main.main", MAIN_FRAME, sites, (at, g, sp, c) -> main.run(at, g, sp));
        return this;
    }

    /// Declares a function that parks for ever, as `select {}` does.
    ///
    /// @return its index
    int parked(String name) {
        return function(
                name,
                PARKED_FRAME,
                1,
                (at, g, sp, c) -> {
                    at.call(sp, 0);
                    ChanEntry.block(g, sp);
                });
    }

    /// The pc of a call site of a function.
    long pc(int function, int site) {
        return layout.pcOf(firstSite.get(function) + site);
    }

    /// The site number for entries that take one.
    int site(int function, int site) {
        return firstSite.get(function) + site;
    }

    long typeAddress(String name) {
        return layout.rodata() + types.get(name);
    }

    /// A closure object in the data region, with captured words.
    synchronized long closure(int function, long... captured) {
        long at = nextClosure;
        nextClosure += 8 + 8L * captured.length;
        Mem.st64(at, layout.text() + 16L * function);
        for (int i = 0; i < captured.length; i++) {
            Mem.st64(at + 8 + 8L * i, captured[i]);
        }
        return at;
    }

    /// Zeroed words in the data region.
    synchronized long global(int bytes) {
        long at = nextData;
        nextData += bytes + 15 & -16;
        return at;
    }

    Hand with(UnaryOperator<ProgramOptions> change) {
        UnaryOperator<ProgramOptions> before = options;
        options = o -> change.apply(before.apply(o));
        return this;
    }

    Hand procs(int n) {
        return with(o -> o.withGomaxprocs(n));
    }

    /// The program, with the last declared function as main.
    GoProgram program() {
        var image =
                new ProgramImage(
                        Target.LINUX_AMD64,
                        layout,
                        Map.of(),
                        "none",
                        rodata,
                        new byte[0],
                        new byte[0],
                        new byte[0],
                        1 << 20,
                        List.of(),
                        types.values().stream().mapToInt(i -> i).toArray(),
                        types,
                        new PcTable(
                                functions,
                                ints(siteFunction),
                                ints(siteLine),
                                new int[siteFunction.size()],
                                new long[][] {{0}},
                                java.util.stream.IntStream.range(0, functions.size()).toArray()));
        return new GoProgram(image, space, options.apply(ProgramOptions.of(console())));
    }

    private Console console() {
        return new Console() {
            @Override
            public void out(byte[] bytes, int from, int count) {
                synchronized (out) {
                    out.write(bytes, from, count);
                }
            }

            @Override
            public void err(byte[] bytes, int from, int count) {
                synchronized (err) {
                    err.write(bytes, from, count);
                }
            }
        };
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(i -> i).toArray();
    }

    GoCode code() {
        int main = functions.size() - 1;
        Body[] table = bodies.toArray(Body[]::new);
        long text = layout.text();
        return new GoCode() {
            @Override
            public void main(G g, long sp) {
                table[main].run(g, sp, 0);
            }

            @Override
            public void call(G g, long sp, long closure) {
                table[(int) (Mem.ld64(closure) - text >>> 4)].run(g, sp, closure);
            }

            @Override
            public void callPointer(G g, long sp, long closure, long argument) {
                g.r1 = argument;
                call(g, sp, closure);
            }

            @Override
            public void callWords(G g, long sp, long closure, long arguments, long results) {
                g.r1 = arguments;
                g.r2 = results;
                call(g, sp, closure);
            }
        };
    }

    /// Runs to the end.
    RunOutcome run() {
        return awaitEnd(start());
    }

    /// Starts it.
    GoProgram start() {
        GoProgram p = program();
        p.start(code());
        return p;
    }

    /// Stops a program from outside, and tells how it has ended.
    static RunOutcome stop(GoProgram p) {
        p.stop();
        return awaitEnd(p);
    }

    /// Gives the goroutines that wait for the only P their turn, before the caller goes on.
    static void letOthersRun(G g, long sp) {
        for (int i = 0; i < 3; i++) {
            g.p.sched.gosched(g, sp);
        }
    }

    static RunOutcome awaitEnd(GoProgram p) {
        try {
            RunOutcome o = p.await();
            if (o instanceof RunOutcome.Broken b) {
                throw new AssertionError(b.cause());
            }
            return o;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /// Writes a line with a number to standard error.
    static void println(G g, long sp, long v) {
        PrintEntry.printLock(g, sp);
        PrintEntry.printInt(g, sp, v);
        PrintEntry.printString(g, sp, 0, 0);
        GoProgram.of(g).print(g).text("\n");
        PrintEntry.printUnlock(g, sp);
    }
}
