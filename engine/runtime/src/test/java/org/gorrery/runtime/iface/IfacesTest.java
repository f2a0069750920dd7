package org.gorrery.runtime.iface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gorrery.runtime.heap.TypeImageBuilder;
import org.gorrery.runtime.heap.TypeImageBuilder.Field;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.TestRun;
import org.gorrery.target.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IfacesTest {
    private TestRun run;
    private Ifaces ifaces;
    private long reader;
    private long writer;
    private long any;
    private long file;
    private long number;
    private long record;
    private long slice;
    private long floats;
    private int itab;

    @BeforeEach
    void types() {
        var b = new TypeImageBuilder(Target.LINUX_AMD64);
        int int64 = b.integer("int64", TypeTable.INT64, 8);
        int int32 = b.integer("int32", TypeTable.INT32, 4);
        int float64 = b.floating("float64", TypeTable.FLOAT64, 8);
        int string = b.string();
        int anyType = b.iface("interface {}", 0);
        int func = b.type("func()", TypeTable.FUNC, 8, 8, 4, true);
        int r = b.iface("main.Reader", 0);
        b.methods(r, true, func, "Close", "Read");
        int w = b.iface("main.Writer", 0);
        b.methods(w, true, func, "Close", "Write");
        int f = b.struct("main.File", new Field("fd", int64));
        b.methods(f, false, func, "Close", "Read");
        int rec =
                b.struct(
                        "main.Record",
                        new Field("id", int32),
                        new Field("_", int32),
                        new Field("name", string),
                        new Field("value", anyType),
                        new Field("weight", float64));
        int s = b.slice("[]int64", int64);
        int fl = b.array("[2]float64", float64, 2);
        b.itab(w, rec);
        itab = b.itab(r, f);
        run = new TestRun(b, 1 << 24, List.of());
        ifaces = run.ifaces;
        reader = run.type(r);
        writer = run.type(w);
        any = run.type(anyType);
        file = run.type(f);
        number = run.type(int64);
        record = run.type(rec);
        slice = run.type(s);
        floats = run.type(fl);
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void theMethodTableOfAPairIsFound() {
        assertEquals(run.layout.itabs() + 64L * itab, ifaces.itabs().find(reader, file));
        assertEquals(0, ifaces.itabs().find(writer, file));
        assertEquals(0, ifaces.itabs().find(reader, 0));
        assertEquals(
                file,
                ifaces.itabs().find(any, file),
                "an interface without methods holds the type itself");
    }

    @Test
    void failedAssertionsSayWhatGoSays() {
        var t = ifaces.assertions();
        assertEquals(
                "interface conversion: interface {} is int64, not main.File",
                t.of(number, file, any));
        assertEquals(
                "interface conversion: main.Reader is nil, not main.File", t.of(0, file, reader));
        assertEquals("interface conversion: interface is nil, not main.Writer", t.of(0, writer, 0));
        assertEquals(
                "interface conversion: main.File is not main.Writer: missing method Write",
                t.of(file, writer, any));
        assertEquals(
                "interface conversion: int64 is not main.Reader: missing method Close",
                t.of(number, reader, any));
        assertEquals(
                "interface conversion: interface {} is main.File, not main.File (types from different scopes)",
                t.of(file, file, any));
    }

    private long newRecord(int id, int blank, String name, long type, long data, double weight) {
        long at = run.heap.newMcache().allocate(56, false, (int) record);
        byte[] b = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        long text = run.heap.newMcache().allocate(Math.max(1, b.length), true, 0);
        Mem.put(b, 0, text, b.length);
        Mem.st32(at, id);
        Mem.st32(at + 4, blank);
        Mem.st64(at + 8, text);
        Mem.st64(at + 16, b.length);
        Mem.st64(at + 24, type);
        Mem.st64(at + 32, data);
        Mem.stF64(at + 40, weight);
        return at;
    }

    private boolean same(long p, long q) {
        boolean equal = ifaces.equality().equal(record, p, q);
        if (equal) {
            assertEquals(ifaces.hash().of(record, p, 5, 1), ifaces.hash().of(record, q, 5, 2));
        }
        return equal;
    }

    @Test
    void structsAreEqualFieldByFieldAndHashAlike() {
        long one = run.types.byteAt(1);
        long base = newRecord(1, 0, "abc", number, one, 0.0);
        long copyOfOne = run.heap.newMcache().allocate(8, true, 0);
        Mem.st64(copyOfOne, 1);
        assertTrue(
                same(base, newRecord(1, 99, "abc", number, copyOfOne, -0.0)),
                "blank fields, addresses and the sign of zero do not count");
        long other = newRecord(1, 0, "abd", number, one, 0.0);
        assertNotEquals(
                ifaces.hash().of(record, base, 5, 1), ifaces.hash().of(record, other, 5, 1));
        assertFalse(same(base, newRecord(2, 0, "abc", number, one, 0.0)));
        assertFalse(same(base, newRecord(1, 0, "abd", number, one, 0.0)));
        assertFalse(same(base, newRecord(1, 0, "abc", 0, 0, 0.0)));
        assertFalse(same(base, newRecord(1, 0, "abc", number, run.types.byteAt(2), 0.0)));
        assertFalse(same(base, newRecord(1, 0, "abc", number, one, Double.NaN)));
        long nan = newRecord(1, 0, "abc", number, one, Double.NaN);
        assertFalse(same(nan, nan));
        assertNotEquals(ifaces.hash().of(record, nan, 5, 1), ifaces.hash().of(record, nan, 5, 2));
    }

    @Test
    void comparingWhatCannotBeComparedPanicsWithTheTypeInside() {
        long a = newRecord(1, 0, "", slice, run.types.zeroBase(), 0);
        var e = assertThrows(UncomparableException.class, () -> same(a, a));
        assertEquals("comparing uncomparable type []int64", e.text());
        var h = assertThrows(UncomparableException.class, () -> ifaces.hash().of(record, a, 0, 0));
        assertEquals("hash of unhashable type []int64", h.text());
    }

    @Test
    void interfacesWithMethodsCompareByTheTypeBehindTheirTable() {
        long p = run.layout.data();
        long tab = ifaces.itabs().find(reader, file);
        Mem.st64(p, tab);
        Mem.st64(p + 8, run.types.byteAt(3));
        Mem.st64(p + 16, tab);
        Mem.st64(p + 24, run.types.byteAt(3));
        assertTrue(ifaces.equality().equal(reader, p, p + 16));
        Mem.st64(p + 24, run.types.byteAt(4));
        assertFalse(ifaces.equality().equal(reader, p, p + 16));
        assertTrue(ifaces.equality().equalDynamic(0, 0, 0), "nil is nil");
    }

    @Test
    void arraysAreEqualElementByElement() {
        long p = run.layout.data();
        Mem.stF64(p + 16, -0.0);
        assertTrue(ifaces.equality().equal(floats, p, p + 16));
        Mem.stF64(p + 24, 1);
        assertFalse(ifaces.equality().equal(floats, p, p + 16));
    }
}
