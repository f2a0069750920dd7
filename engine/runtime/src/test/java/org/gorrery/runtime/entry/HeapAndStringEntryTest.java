package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.gorrery.runtime.gc.GcController;
import org.gorrery.runtime.gc.GcOptions;
import org.gorrery.runtime.heap.TypeImageBuilder;
import org.gorrery.runtime.heap.TypeImageBuilder.Field;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.TestRun;
import org.gorrery.target.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapAndStringEntryTest {
    private TestRun run;
    private G g;
    private long sp;
    private long int64;
    private long uint8;
    private long pointer;
    private long triple;
    private long string;

    private void open(String goarch) {
        var b = new TypeImageBuilder(Target.of("linux", goarch).orElseThrow());
        int i64 = b.integer("int64", TypeTable.INT64, 8);
        int u8 = b.integer("uint8", TypeTable.UINT8, 1);
        int p = b.pointer("*int64", i64);
        int t = b.struct("S", new Field("a", i64), new Field("b", i64), new Field("c", i64));
        int s = b.string();
        run = new TestRun(b, 1L << 30, List.of());
        new GcController(run.machine, List.of(), GcOptions.DEFAULT, 1L << 30);
        g = run.g;
        sp = run.sp();
        int64 = run.type(i64);
        uint8 = run.type(u8);
        pointer = run.type(p);
        triple = run.type(t);
        string = run.type(s);
    }

    @AfterEach
    void close() {
        run.close();
    }

    private long type(String name) {
        return switch (name) {
            case "int64" -> int64;
            case "byte" -> uint8;
            case "*int64" -> pointer;
            case "S" -> triple;
            default -> string;
        };
    }

    /// Capacities printed by Go 1.26 for `s = append(s, x)` in a loop.
    @ParameterizedTest
    @CsvSource({
        "amd64, int64, 1 2 4 8 16 32 64 128 256 512 848 1280 1792 2560 3408 5120 7168 9216 12288",
        "amd64, *int64, 1 2 4 8 16 32 64 143 287 607 1023 1535 2303 3071 4095 6144 8192 11264",
        "amd64, byte, 8 16 32 64 128 256 512 896 1408 2048 3072 4096 5376 6912 9472 12288 16384 21760 28672 40960",
        "amd64, S, 1 2 4 8 16 32 64 128 256 512 853 1365 2048 3072 4096 5461",
        "amd64, string, 1 2 4 8 16 32 71 143 303 591 1023 1535 2560 3584",
        "386, int64, 1 2 4 8 16 32 64 128 256 512 848 1280 1792 2560 3408 5120 7168 9216 12288",
        "386, *int64, 2 4 8 16 32 70 142 286 574 1022 1534 2366 3390 4606 6142 8190 12288",
        "386, string, 1 2 4 8 16 35 71 143 287 607 1023 1535 2303 3071"
    })
    void appendGrowsAsInGo(String goarch, String elem, String capacities) {
        open(goarch);
        var caps = new StringJoiner(" ");
        long at = 0;
        long cap = 0;
        int steps = capacities.split(" ").length;
        for (int i = 0; i < steps; i++) {
            at = HeapEntry.growslice(g, sp, type(elem), at, cap, cap, cap + 1, 1);
            run.slot(0, at);
            cap = g.r1;
            caps.add(Long.toString(cap));
        }
        assertEquals(capacities, caps.toString());
    }

    @Test
    void growingCopiesTheElementsAndZeroesTheRest() {
        open("amd64");
        long old = HeapEntry.makeslice(g, sp, int64, 3, 3);
        for (int i = 0; i < 3; i++) {
            Mem.st64(old + 8L * i, i + 1);
        }
        long at = HeapEntry.growslice(g, sp, int64, old, 3, 3, 5, 2);
        assertEquals(6, g.r1);
        assertEquals(3, Mem.ld64(at + 16));
        assertEquals(0, Mem.ld64(at + 24));
        assertEquals(0, Mem.ld64(at + 40));
    }

    @Test
    void appendingManyElementsAtOnceMakesRoomForThem() {
        open("amd64");
        long at = HeapEntry.growslice(g, sp, uint8, 0, 0, 10, 33, 33);
        assertEquals(48, g.r1);
        assertNotEquals(0, at);
    }

    @Test
    void valuesOfSizeZeroShareOneAddress() {
        open("amd64");
        long a = HeapEntry.makeslice(g, sp, int64, 0, 0);
        long b = HeapEntry.newarray(g, sp, int64, 0);
        assertEquals(a, b);
        assertNotEquals(0, a);
    }

    private long[] make(String s) {
        return make(s.getBytes(StandardCharsets.UTF_8));
    }

    private long[] make(byte[] b) {
        long at = g.p.mcache.allocate(Math.max(b.length, 1), true, 0);
        Mem.put(b, 0, at, b.length);
        return new long[] {at, b.length};
    }

    private String text(long at, long n) {
        return new String(Mem.get(at, (int) n), StandardCharsets.UTF_8);
    }

    @Test
    void concatenationJoinsAndSharesWhereItCan() {
        open("amd64");
        long[] a = make("Hello, ");
        long[] b = make("wörld");
        long[] c = make("!");
        assertEquals(
                "Hello, wörld", text(StringEntry.concat2(g, sp, a[0], a[1], b[0], b[1]), g.r1));
        assertEquals(a[0], StringEntry.concat2(g, sp, a[0], a[1], 0, 0));
        assertEquals(
                "Hello, wörld!",
                text(StringEntry.concat3(g, sp, a[0], a[1], b[0], b[1], c[0], c[1]), g.r1));
        assertEquals(
                "wörld!", text(StringEntry.concat3(g, sp, 0, 0, b[0], b[1], c[0], c[1]), g.r1));
        long list = run.layout.data();
        for (int i = 0; i < 4; i++) {
            long[] s = i == 2 ? new long[] {0, 0} : make("<" + i + ">");
            Mem.st64(list + 16L * i, s[0]);
            Mem.st64(list + 16L * i + 8, s[1]);
        }
        assertEquals("<0><1><3>", text(StringEntry.concatN(g, sp, list, 4), g.r1));
        assertEquals(Mem.ld64(list), StringEntry.concatN(g, sp, list, 1));
        assertEquals(3, g.r1);
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abd, -1",
        "abc, abc, 0",
        "abcdefghij, abcdefgh, 1",
        "Z, a, -1",
        "ä, z, 1",
        "12345678x, 12345678y, -1"
    })
    void stringsCompareByBytes(String x, String y, int sign) {
        open("amd64");
        long[] a = make(x);
        long[] b = make(y);
        assertEquals(sign, Integer.signum(StringEntry.cmpstring(a[0], a[1], b[0], b[1])));
        assertEquals(-sign, Integer.signum(StringEntry.cmpstring(b[0], b[1], a[0], a[1])));
    }

    @Test
    void equalityLooksAtEveryByte() {
        open("amd64");
        byte[] bytes = new byte[41];
        long[] a = make(bytes);
        for (int n = 0; n <= 41; n++) {
            for (int i = 0; i < n; i++) {
                byte[] other = new byte[41];
                other[i] = 1;
                assertFalse(
                        StringEntry.eqmem(a[0], make(other)[0], n),
                        n + " bytes, difference at " + i);
            }
            assertTrue(StringEntry.eqmem(a[0], make(bytes)[0], n));
        }
    }

    /// What Go 1.26 prints for `for i, r := range s`.
    @ParameterizedTest
    @CsvSource({
        "61807a, 0:61 1:fffd 2:7a",
        "e4b8ad, 0:4e2d",
        "e4b8, 0:fffd 1:fffd",
        "eda080, 0:fffd 1:fffd 2:fffd",
        "f4908080, 0:fffd 1:fffd 2:fffd 3:fffd",
        "f09f988021, 0:1f600 4:21",
        "c080, 0:fffd 1:fffd",
        "efbfbd, 0:fffd",
        "e08080, 0:fffd 1:fffd 2:fffd",
        "f0808080, 0:fffd 1:fffd 2:fffd 3:fffd",
        "ff, 0:fffd"
    })
    void invalidUtf8DecodesToReplacementsOfOneByte(String hex, String runes) {
        open("amd64");
        byte[] b = java.util.HexFormat.of().parseHex(hex);
        long[] s = make(b);
        var out = new StringJoiner(" ");
        for (long i = 0; i < b.length; ) {
            int r = StringEntry.decodeRune(s[0], s[1], i);
            out.add(i + ":" + Integer.toHexString(r));
            i += StringEntry.runeWidth(s[0], s[1], i, r);
        }
        assertEquals(runes, out.toString());
        long at = StringEntry.stringToRunes(g, sp, s[0], s[1]);
        assertEquals(runes.split(" ").length, g.r1);
        assertEquals(runes.substring(2).split(" ")[0], Integer.toHexString(Mem.ld32(at)));
    }

    /// What Go 1.26 prints for `string(r)`.
    @ParameterizedTest
    @CsvSource({
        "-1, efbfbd",
        "55296, efbfbd",
        "1114111, f48fbfbf",
        "1114112, efbfbd",
        "65, 41",
        "2047, dfbf",
        "2048, e0a080"
    })
    void aCodePointBecomesUtf8(long rune, String hex) {
        open("amd64");
        long at = StringEntry.intToString(g, sp, rune);
        assertEquals(hex, java.util.HexFormat.of().formatHex(Mem.get(at, (int) g.r1)));
        long runes = run.layout.data();
        Mem.st32(runes, (int) rune);
        at = StringEntry.runesToString(g, sp, runes, 1);
        assertEquals(hex, java.util.HexFormat.of().formatHex(Mem.get(at, (int) g.r1)));
    }

    @Test
    void bytesAndStringsAreCopiesOfEachOther() {
        open("amd64");
        long[] s = make("twelve bytes");
        long b = StringEntry.stringToBytes(g, sp, s[0], s[1]);
        assertEquals(16, g.r1);
        Mem.st8(b, (byte) 'T');
        assertEquals("twelve bytes", text(s[0], s[1]));
        assertEquals(0, Mem.ld32(b + 12), "room beyond the length is zero");
        long t = StringEntry.bytesToString(g, sp, b, 12);
        Mem.st8(b, (byte) 'X');
        assertEquals("Twelve bytes", text(t, 12));
    }

    @Test
    void smallNumbersInInterfacesAreSharedAndOthersCopied() {
        open("amd64");
        assertEquals(IfaceEntry.convTWord(g, sp, int64, 7), IfaceEntry.convTWord(g, sp, int64, 7));
        long a = IfaceEntry.convTWord(g, sp, int64, 256);
        assertEquals(256, Mem.ld64(a));
        assertNotEquals(a, IfaceEntry.convTWord(g, sp, int64, 256));
        assertEquals(-1, Mem.ld64(IfaceEntry.convTWord(g, sp, int64, -1)));
        assertEquals(-56, Mem.ld8(IfaceEntry.convTWord(g, sp, uint8, 200)));
    }

    @ParameterizedTest
    @CsvSource({"amd64", "386"})
    void headersInInterfacesHaveTheWordsOfTheTarget(String goarch) {
        open(goarch);
        long[] s = make("text");
        int w = run.memory.wordBytes;
        long h = IfaceEntry.convTString(g, sp, s[0], s[1]);
        assertEquals(s[0], run.memory.loadPointer(h));
        assertEquals(4, run.memory.loadInt(h + w));
        long l = IfaceEntry.convTSlice(g, sp, s[0], 2, 4);
        assertEquals(4, run.memory.loadInt(l + 2L * w));
        assertTrue(
                IfaceEntry.typeEq(
                        g, sp, string, h, IfaceEntry.convTString(g, sp, make("text")[0], 4)));
        assertFalse(
                IfaceEntry.typeEq(
                        g, sp, string, h, IfaceEntry.convTString(g, sp, make("Text")[0], 4)));
    }
}
