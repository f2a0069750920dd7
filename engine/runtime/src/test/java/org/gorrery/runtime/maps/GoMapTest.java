package org.gorrery.runtime.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gorrery.runtime.entry.MapEntry;
import org.gorrery.runtime.heap.TypeImageBuilder;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.TestRun;
import org.gorrery.target.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoMapTest {
    private TestRun run;
    private G g;
    private long sp;
    private long map64;
    private long map32;
    private long mapString;
    private long mapFloat;
    private long mapAny;
    private long mapEmptyStruct;
    private long mapByte;
    private int sliceType;
    private int int64Type;
    private long it;

    @BeforeEach
    void types() {
        types("amd64");
    }

    private void types(String goarch) {
        if (run != null) {
            run.close();
        }
        var b = new TypeImageBuilder(Target.of("linux", goarch).orElseThrow());
        int64Type = b.integer("int64", TypeTable.INT64, 8);
        int int32 = b.integer("int32", TypeTable.INT32, 4);
        int uint8 = b.integer("uint8", TypeTable.UINT8, 1);
        int string = b.string();
        int float64 = b.floating("float64", TypeTable.FLOAT64, 8);
        int any = b.iface("interface {}", 0);
        int none = b.struct("struct {}");
        sliceType = b.slice("[]int64", int64Type);
        int m64 = b.map("map[int64]int64", int64Type, int64Type);
        int m32 = b.map("map[int32]string", int32, string);
        int ms = b.map("map[string]int64", string, int64Type);
        int mf = b.map("map[float64]int64", float64, int64Type);
        int ma = b.map("map[interface {}]int64", any, int64Type);
        int me = b.map("map[struct {}]struct {}", none, none);
        int mb = b.map("map[uint8]struct {}", uint8, none);
        run = new TestRun(b, 1L << 30, List.of());
        g = run.g;
        sp = run.sp();
        map64 = run.type(m64);
        map32 = run.type(m32);
        mapString = run.type(ms);
        mapFloat = run.type(mf);
        mapAny = run.type(ma);
        mapEmptyStruct = run.type(me);
        mapByte = run.type(mb);
        it = run.layout.data();
    }

    @AfterEach
    void close() {
        run.close();
    }

    private void put(long m, long key, long value) {
        Mem.st64(MapEntry.mapassign64(g, sp, map64, m, key), value);
    }

    private Map<Long, Long> contents(long type, long m) {
        var seen = new HashMap<Long, Long>();
        for (MapIterator.init(g, type, m, it); Mem.ld64(it) != 0; MapIterator.next(g, it)) {
            Long old = seen.put(Mem.ld64(Mem.ld64(it)), Mem.ld64(Mem.ld64(it + 8)));
            assertEquals(null, old, "a key came twice");
        }
        return seen;
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "386"})
    void aMapHoldsWhatAJavaMapHoldsAfterManyRandomSteps(String goarch) {
        types(goarch);
        var random = new Random(42);
        var expected = new HashMap<Long, Long>();
        long m = MapEntry.makemap(g, sp, map64, 0);
        for (int i = 0; i < 200_000; i++) {
            long key = random.nextInt(20_000);
            if (random.nextInt(3) == 0) {
                MapEntry.mapdelete64(g, sp, map64, m, key);
                expected.remove(key);
            } else {
                put(m, key, i);
                expected.put(key, (long) i);
            }
        }
        assertEquals(expected.size(), MapEntry.maplen(m));
        for (long key = 0; key < 20_000; key++) {
            long at = MapEntry.mapaccess64(g, sp, map64, m, key);
            assertEquals(expected.get(key), at == 0 ? null : (Long) Mem.ld64(at));
        }
        assertEquals(expected, contents(map64, m));
    }

    @Test
    void aHintMakesRoomForAllWithoutGrowing() {
        long m = MapEntry.makemap(g, sp, map64, 10_000);
        long before = run.heap.figures().totalAllocBytes();
        for (long k = 0; k < 10_000; k++) {
            put(m, k, k);
        }
        assertEquals(before, run.heap.figures().totalAllocBytes());
        assertEquals(10_000, contents(map64, m).size());
    }

    @Test
    void noInsertionAllocatesMoreThanTwoTables() {
        long m = MapEntry.makemap(g, sp, map64, 0);
        long largest = 0;
        for (long k = 0; k < 100_000; k++) {
            long before = run.heap.figures().totalAllocBytes();
            put(m, k, k);
            largest = Math.max(largest, run.heap.figures().totalAllocBytes() - before);
        }
        assertTrue(
                largest <= 2 * 18432 + 16384,
                "tables of 1,024 slots and the directory, not the whole map: " + largest);
        assertEquals(100_000, contents(map64, m).size());
    }

    @Test
    void deletingAndInsertingAtOneSizeDoesNotGrowTheMap() {
        long m = MapEntry.makemap(g, sp, map64, 0);
        for (long k = 0; k < 100; k++) {
            put(m, k, k);
        }
        for (long k = 100; k < 100_000; k++) {
            put(m, k, k);
            MapEntry.mapdelete64(g, sp, map64, m, k - 100);
        }
        assertEquals(100, MapEntry.maplen(m));
        assertTrue(Mem.ld32(m + MapHeader.TABLE + MapHeader.MASK) < 64);
        assertEquals(100, contents(map64, m).size());
    }

    @Test
    void iterationStartsAtRandom() {
        long m = MapEntry.makemap(g, sp, map64, 0);
        for (long k = 0; k < 8; k++) {
            put(m, k, k);
        }
        var firsts = new HashSet<Long>();
        for (int i = 0; i < 200; i++) {
            MapIterator.init(g, map64, m, it);
            firsts.add(Mem.ld64(Mem.ld64(it)));
        }
        assertEquals(8, firsts.size());
    }

    @Test
    void growthDuringIterationShowsEachOldEntryOnceWithItsNewValue() {
        for (int start : new int[] {5, 100, 900, 5000}) {
            long m = MapEntry.makemap(g, sp, map64, 0);
            for (long k = 0; k < start; k++) {
                put(m, k, 1);
            }
            var seen = new HashSet<Long>();
            int steps = 0;
            for (MapIterator.init(g, map64, m, it); Mem.ld64(it) != 0; MapIterator.next(g, it)) {
                long key = Mem.ld64(Mem.ld64(it));
                assertTrue(seen.add(key), "twice: " + key);
                assertEquals(key < start ? 1 + (steps > 0 ? 1 : 0) : 3, Mem.ld64(Mem.ld64(it + 8)));
                if (steps++ == 0) {
                    for (long k = 0; k < start; k++) {
                        put(m, k, 2);
                    }
                    for (long k = start; k < 4L * start; k++) {
                        put(m, k, 3);
                    }
                }
            }
            for (long k = 0; k < start; k++) {
                assertTrue(seen.contains(k), start + ": lost " + k);
            }
        }
    }

    @Test
    void deletedEntriesDoNotComeEvenAfterGrowth() {
        long m = MapEntry.makemap(g, sp, map64, 0);
        for (long k = 0; k < 500; k++) {
            put(m, k, 1);
        }
        MapIterator.init(g, map64, m, it);
        long first = Mem.ld64(Mem.ld64(it));
        for (long k = 1000; k < 4000; k++) {
            put(m, k, 1);
        }
        for (long k = 0; k < 500; k++) {
            if (k != first) {
                MapEntry.mapdelete64(g, sp, map64, m, k);
            }
        }
        for (MapIterator.next(g, it); Mem.ld64(it) != 0; MapIterator.next(g, it)) {
            assertTrue(Mem.ld64(Mem.ld64(it)) >= 1000);
        }
    }

    @Test
    void clearingDuringIterationEndsIt() {
        long m = MapEntry.makemap(g, sp, map64, 0);
        for (long k = 0; k < 3000; k++) {
            put(m, k, 1);
        }
        MapIterator.init(g, map64, m, it);
        MapEntry.mapclear(g, sp, map64, m);
        MapIterator.next(g, it);
        assertEquals(0, Mem.ld64(it));
        assertEquals(0, MapEntry.maplen(m));
        put(m, 7, 7);
        assertEquals(Map.of(7L, 7L), contents(map64, m));
    }

    private long string(String s) {
        byte[] b = s.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        long at = g.p.mcache.allocate(Math.max(b.length, 1), true, 0);
        Mem.put(b, 0, at, b.length);
        return at;
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "386"})
    void stringsAreKeysByTheirBytes(String goarch) {
        types(goarch);
        long m = MapEntry.makemap(g, sp, mapString, 0);
        for (int i = 0; i < 3000; i++) {
            String s = "key-" + i;
            Mem.st64(MapEntry.mapassignStr(g, sp, mapString, m, string(s), s.length()), i);
        }
        for (int i = 0; i < 3000; i++) {
            String s = "key-" + i;
            assertEquals(
                    i, Mem.ld64(MapEntry.mapaccessStr(g, sp, mapString, m, string(s), s.length())));
        }
        assertEquals(0, MapEntry.mapaccessStr(g, sp, mapString, m, string("key"), 3));
        assertEquals(0, MapEntry.mapaccessStr(g, sp, mapString, m, 0, 0));
        MapEntry.mapdeleteStr(g, sp, mapString, m, string("key-5"), 5);
        assertEquals(2999, MapEntry.maplen(m));
    }

    @Test
    void aKeyInMemoryFindsWhatASpecialisedCallStored() {
        long m = MapEntry.makemap(g, sp, map32, 0);
        Mem.st64(MapEntry.mapassign32(g, sp, map32, m, -5) + 8, 77);
        long key = run.layout.data() + 512;
        Mem.st32(key, -5);
        assertEquals(77, Mem.ld64(MapEntry.mapaccess(g, sp, map32, m, key) + 8));
        MapEntry.mapdelete(g, sp, map32, m, key);
        assertEquals(0, MapEntry.mapaccess32(g, sp, map32, m, -5));
    }

    @Test
    void nanKeysAreNeverFoundButIterated() {
        long m = MapEntry.makemap(g, sp, mapFloat, 0);
        long key = run.layout.data() + 512;
        Mem.stF64(key, Double.NaN);
        for (int i = 0; i < 50; i++) {
            Mem.st64(MapEntry.mapassign(g, sp, mapFloat, m, key), i);
        }
        assertEquals(50, MapEntry.maplen(m));
        assertEquals(0, MapEntry.mapaccess(g, sp, mapFloat, m, key));
        var values = new HashSet<Long>();
        MapIterator.init(g, mapFloat, m, it);
        for (int i = 0; Mem.ld64(it) != 0; MapIterator.next(g, it)) {
            values.add(Mem.ld64(Mem.ld64(it + 8)));
            if (i++ == 0) { // the map grows meanwhile
                for (int k = 100; k < 400; k++) {
                    Mem.stF64(key, k);
                    Mem.st64(MapEntry.mapassign(g, sp, mapFloat, m, key), 1000 + k);
                }
            }
        }
        assertEquals(50, values.stream().filter(v -> v < 50).count());
        MapEntry.mapclear(g, sp, mapFloat, m);
        assertEquals(0, MapEntry.maplen(m));
    }

    @Test
    void zeroAndMinusZeroAreOneKeyAndTheLaterIsKept() {
        long m = MapEntry.makemap(g, sp, mapFloat, 0);
        long key = run.layout.data() + 512;
        Mem.stF64(key, 0.0);
        MapEntry.mapassign(g, sp, mapFloat, m, key);
        Mem.stF64(key, -0.0);
        MapEntry.mapassign(g, sp, mapFloat, m, key);
        assertEquals(1, MapEntry.maplen(m));
        MapIterator.init(g, mapFloat, m, it);
        assertEquals(Double.doubleToRawLongBits(-0.0), Mem.ld64(Mem.ld64(it)));
    }

    @Test
    void anUnhashableKeyPanicsEvenInAnEmptyOrNilMap() {
        long key = run.layout.data() + 512;
        Mem.st64(key, run.type(sliceType));
        Mem.st64(key + 8, run.types.zeroBase());
        for (long m : new long[] {0, MapEntry.makemap(g, sp, mapAny, 0)}) {
            var e = assertThrows(UncheckedText.class, () -> access(m, key));
            assertEquals("hash of unhashable type []int64", e.getMessage());
        }
    }

    private static final class UncheckedText extends RuntimeException {
        private static final long serialVersionUID = 1;

        UncheckedText(String s) {
            super(s);
        }
    }

    private long access(long m, long key) {
        try {
            return GoMap.access(g, mapAny, m, key);
        } catch (org.gorrery.runtime.iface.UncomparableException e) {
            throw new UncheckedText(e.getMessage());
        }
    }

    @Test
    void interfaceKeysDifferByTypeAndValue() {
        long m = MapEntry.makemap(g, sp, mapAny, 0);
        long key = run.layout.data() + 512;
        var slots = new ArrayList<Long>();
        for (int v : new int[] {1, 2, 1}) {
            Mem.st64(key, run.type(int64Type));
            Mem.st64(key + 8, run.types.byteAt(v));
            slots.add(MapEntry.mapassign(g, sp, mapAny, m, key));
        }
        assertEquals(slots.get(0), slots.get(2));
        assertNotEquals(slots.get(0), slots.get(1));
        Mem.st64(key, 0);
        Mem.st64(key + 8, 0);
        MapEntry.mapassign(g, sp, mapAny, m, key);
        assertEquals(3, MapEntry.maplen(m));
    }

    @Test
    void keysAndElementsOfSizeZeroAreOneEntry() {
        long m = MapEntry.makemap(g, sp, mapEmptyStruct, 0);
        long key = run.types.zeroBase();
        MapEntry.mapassign(g, sp, mapEmptyStruct, m, key);
        MapEntry.mapassign(g, sp, mapEmptyStruct, m, key);
        assertEquals(1, MapEntry.maplen(m));
        MapEntry.mapdelete(g, sp, mapEmptyStruct, m, key);
        assertEquals(0, MapEntry.maplen(m));
        assertEquals(0, MapEntry.mapaccess(g, sp, mapEmptyStruct, m, key));
    }

    @Test
    void aSetOfBytesHoldsAll256() {
        long m = MapEntry.makemap(g, sp, mapByte, 0);
        for (int round = 0; round < 2; round++) {
            for (int b = 0; b < 256; b++) {
                MapEntry.mapassign(g, sp, mapByte, m, run.types.byteAt(b));
            }
        }
        assertEquals(256, MapEntry.maplen(m));
    }

    @Test
    void aNilMapReadsAsEmpty() {
        assertEquals(0, MapEntry.maplen(0));
        assertEquals(0, MapEntry.mapaccess64(g, sp, map64, 0, 1));
        MapEntry.mapdelete64(g, sp, map64, 0, 1);
        MapIterator.init(g, map64, 0, it);
        assertEquals(0, Mem.ld64(it));
    }

    @Test
    void aWriteUnderWayShowsToOthers() {
        long m = MapEntry.makemap(g, sp, map64, 0);
        put(m, 1, 1);
        Mem.st32(m + MapHeader.WRITING, 1);
        assertEquals(
                "concurrent map read and map write",
                assertThrows(ConcurrentMapException.class, () -> GoMap.access64(m, 1))
                        .getMessage());
        assertEquals(
                "concurrent map writes",
                assertThrows(ConcurrentMapException.class, () -> GoMap.assign64(g, map64, m, 2))
                        .getMessage());
        Mem.st64(it + 16, m);
        assertEquals(
                "concurrent map iteration and map write",
                assertThrows(ConcurrentMapException.class, () -> MapIterator.next(g, it))
                        .getMessage());
    }
}
