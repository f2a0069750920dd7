package org.gorrery.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.gorrery.abi.AddressLayout;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;

class AddressSpaceTest {
    @Test
    void twoRunsHaveWindowsOfTheirOwn() {
        try (var a = AddressSpace.reserve();
                var b = AddressSpace.reserve()) {
            assertNotEquals(a.number(), b.number());
            long at = AddressLayout.of(b.number(), Target.LINUX_AMD64).heap();
            Mem.st64(at, 42);
            assertEquals(42, Mem.ld64(at));
            assertEquals(0, Mem.ld64(AddressLayout.of(a.number(), Target.LINUX_AMD64).heap()));
        }
    }

    @Test
    void aClosedWindowIsTakenAgainAndZero() {
        var a = AddressSpace.reserve();
        int number = a.number();
        long at = AddressLayout.of(number, Target.LINUX_AMD64).data();
        Mem.st64(at, 42);
        a.close();
        try (var b = AddressSpace.reserve()) {
            assertEquals(number, b.number());
            assertEquals(0, Mem.ld64(at));
        }
    }

    @Test
    void theMarginBehindTheWindowIsMapped() {
        try (var a = AddressSpace.reserve()) {
            long end = AddressLayout.of(a.number(), Target.LINUX_AMD64).base() + (2L << 39);
            assertEquals(0, Mem.ld64(end - 8));
        }
    }

    @Test
    void theRoomAtLowAddressesIsOneRunsAloneUntilItEnds() {
        long bytes = 64 << 20;
        boolean free; // else the JVM has something there
        try (var a = AddressSpace.reserve();
                var b = AddressSpace.reserve()) {
            free = a.takeLow(bytes);
            assertFalse(b.takeLow(bytes));
            if (free) {
                Mem.st64(AddressLayout.LOW + bytes - 8, 7);
            }
        }
        try (var c = AddressSpace.reserve()) {
            assertEquals(free, c.takeLow(bytes));
            if (free) {
                assertEquals(0, Mem.ld64(AddressLayout.LOW + bytes - 8));
            }
        }
    }

    @Test
    void pointersOf32BitTargetsAreStoredByTheirLowHalf() {
        var target = Target.of("linux", "386").orElseThrow();
        try (var a = AddressSpace.reserve()) {
            var layout = AddressLayout.of(a.number(), target);
            var memory = new GoMemory(target, layout);
            long at = layout.data();
            Mem.st32(at + 4, 0x1234);
            memory.storePointer(at, layout.heap());
            assertEquals(0x8000_0000, Mem.ld32(at));
            assertEquals(0x1234, Mem.ld32(at + 4));
            assertEquals(layout.heap(), memory.loadPointer(at));
            memory.storePointer(at, 0);
            assertEquals(0, memory.loadPointer(at));
        }
    }

    @Test
    void findingTheCallsOfTheHostTakesNoWindow() {
        int free;
        try (var a = AddressSpace.reserve()) {
            free = a.number();
        }
        AddressSpace.findCalls();
        AddressSpace.findCalls();
        try (var b = AddressSpace.reserve()) {
            assertEquals(free, b.number());
        }
    }
}
