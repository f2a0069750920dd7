package org.gorrery.compiler.codegen;

import org.gorrery.abi.Entry;

/// Which of the entries that make a panic store the pc themselves: those of faults, which are told the site.
final class FaultEntries {
    private FaultEntries() {}

    static boolean takesSite(Entry entry) {
        return switch (entry) {
            case PANIC_NIL,
                    PANIC_INDEX,
                    PANIC_INDEX_U,
                    PANIC_SLICE,
                    PANIC_SLICE_CONVERT,
                    PANIC_DIVIDE,
                    PANIC_SHIFT,
                    PANIC_UNSAFE,
                    PANIC_HEADER ->
                    true;
            default -> false;
        };
    }
}
