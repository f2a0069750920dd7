package org.gorrery.compiler.escape;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Value;
import org.jspecify.annotations.Nullable;

/// What the runtime does with what its entry points are given.
final class EntryFlows {
    /// Entries that keep nothing of what they are given, and whose results lead to none of it.
    private static final Set<Entry> KEEPING_NOTHING =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Entry.CMPSTRING,
                            Entry.EQMEM,
                            Entry.INDEX_BYTE,
                            Entry.COUNT_BYTE,
                            Entry.INDEX,
                            Entry.FMA,
                            Entry.ROUND_TO_EVEN,
                            Entry.RUNES_TO_STRING,
                            Entry.STRING_TO_RUNES,
                            Entry.DECODE_RUNE,
                            Entry.RUNE_WIDTH,
                            Entry.ASSERT_I,
                            Entry.ASSERT_I2,
                            Entry.PANIC_ASSERT,
                            Entry.EFACE_EQ,
                            Entry.TYPE_EQ,
                            Entry.MAKEMAP,
                            Entry.MAPACCESS,
                            Entry.MAPACCESS64,
                            Entry.MAPACCESS32,
                            Entry.MAPACCESS_STR,
                            Entry.MAPDELETE,
                            Entry.MAPDELETE64,
                            Entry.MAPDELETE32,
                            Entry.MAPDELETE_STR,
                            Entry.MAPCLEAR,
                            Entry.MAPLEN,
                            Entry.MAPITERINIT,
                            Entry.MAPITERNEXT,
                            Entry.MAKECHAN,
                            Entry.CHANRECV,
                            Entry.CHANRECV_WORD,
                            Entry.CLOSECHAN,
                            Entry.CHANLEN,
                            Entry.CHANCAP,
                            Entry.BLOCK,
                            Entry.DEBUG_STATEMENT,
                            Entry.DEFERPOP,
                            Entry.DEFERRETURN,
                            Entry.HANDLE_PANIC,
                            Entry.GORECOVER,
                            Entry.GORECOVER_DEFERRED,
                            Entry.PANIC_WRAP,
                            Entry.WRAPPER_CALL,
                            Entry.PANIC_NIL,
                            Entry.CHECK_ACCESS,
                            Entry.PANIC_INDEX,
                            Entry.PANIC_INDEX_U,
                            Entry.PANIC_SLICE,
                            Entry.PANIC_SLICE_CONVERT,
                            Entry.PANIC_DIVIDE,
                            Entry.PANIC_SHIFT,
                            Entry.PANIC_UNSAFE,
                            Entry.PANIC_HEADER,
                            Entry.PANIC_RANGE,
                            Entry.MORESTACK,
                            Entry.LESSSTACK,
                            Entry.POLL,
                            Entry.REFILL,
                            Entry.PRINT_BOOL,
                            Entry.PRINT_INT,
                            Entry.PRINT_UINT,
                            Entry.PRINT_FLOAT,
                            Entry.PRINT_FLOAT32,
                            Entry.PRINT_COMPLEX64,
                            Entry.PRINT_COMPLEX,
                            Entry.PRINT_STRING,
                            Entry.PRINT_POINTER,
                            Entry.PRINT_SLICE,
                            Entry.PRINT_IFACE,
                            Entry.PRINT_LOCK,
                            Entry.PRINT_UNLOCK));

    private final FlowBuilder flows;

    EntryFlows(FlowBuilder flows) {
        this.flows = flows;
    }

    /// Adds the flows of a call of `entry`.
    void call(Unit unit, Statement.Call call, Entry entry) {
        if (KEEPING_NOTHING.contains(entry)) {
            return;
        }
        var args = call.args();
        switch (entry) {
            case NEWOBJECT, NEWSMALL, NEWARRAY, MAKESLICE -> made(unit, call);
            case CONV_T -> {
                int copy = nodeOf(made(unit, call));
                if (mayHavePointers(args.getFirst())) {
                    flows.flow(unit, args.get(1), 1, copy);
                }
            }
            case CONV_T_WORD -> {
                made(unit, call);
                flows.flow(unit, args.get(1), 0, FlowGraph.HEAP);
            }
            case CONV_T_STRING, CONV_T_SLICE ->
                    flows.flow(unit, args.getFirst(), 0, nodeOf(made(unit, call)));
            case GROWSLICE -> {
                if (mayHavePointers(args.getFirst())) {
                    flows.flow(unit, args.get(1), 1, FlowGraph.HEAP);
                }
            }
            // A concatenation may be one of its parts.
            case CONCAT2, CONCAT3 -> {
                made(unit, call);
                toResult(unit, call, 0, args.toArray(Value[]::new));
            }
            case CONCAT_N -> {
                made(unit, call);
                toResult(unit, call, 1, args.getFirst());
            }
            case BYTES_TO_STRING, STRING_TO_BYTES, INT_TO_STRING -> made(unit, call);
            case MAPASSIGN -> flows.flow(unit, args.get(2), 1, FlowGraph.HEAP);
            case MAPASSIGN64, MAPASSIGN32, MAPASSIGN_STR ->
                    flows.flow(unit, args.get(2), 0, FlowGraph.HEAP);
            case CHANSEND -> flows.flow(unit, args.get(1), 1, FlowGraph.HEAP);
            case CHANSEND_WORD -> flows.flow(unit, args.get(1), 0, FlowGraph.HEAP);
            // The list of cases holds the addresses of the elements.
            case SELECTGO -> flows.flow(unit, args.getFirst(), 2, FlowGraph.HEAP);
            case DEFERPROC, DEFERRANGE -> flows.flow(unit, args.getFirst(), 0, unit.deferred);
            // NEWPROC, GOPANIC, and whatever comes new: it keeps what it is given.
            default -> args.forEach(a -> flows.flow(unit, a, 0, FlowGraph.HEAP));
        }
    }

    private static int nodeOf(@Nullable Site site) {
        return site == null ? FlowGraph.HEAP : site.node;
    }

    private boolean mayHavePointers(Value typeAddress) {
        var type = Objects.described(typeAddress);
        return type == null || flows.sizes().hasPointers(type);
    }

    private @Nullable Site made(Unit unit, Statement.Call call) {
        var site = flows.site(unit, call);
        if (site != null) {
            flows.made(unit, call.results().getFirst(), site);
        }
        return site;
    }

    private void toResult(Unit unit, Statement.Call call, int derefs, Value... parts) {
        int to = unit.node(call.results().getFirst());
        for (var p : parts) {
            flows.flow(unit, p, derefs, to);
        }
    }
}
