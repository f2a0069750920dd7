package org.gorrery.compiler.escape;

import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Value;

/// What the runtime does with what its entry points are given.
final class EntryFlows {
    private final FlowBuilder flows;

    EntryFlows(FlowBuilder flows) {
        this.flows = flows;
    }

    /// Adds the flows of a call of `entry`.
    void call(Unit unit, Statement.Call call, Entry entry) {
        var args = call.args();
        switch (entry) {
            case NEWOBJECT, NEWSMALL, NEWARRAY, MAKESLICE -> made(unit, call);
            case CONV_T -> {
                var site = made(unit, call);
                var type = Objects.described(args.getFirst());
                if (type == null || flows.sizes().hasPointers(type)) {
                    flows.flow(unit, args.get(1), 1, site == null ? FlowGraph.HEAP : site.node);
                }
            }
            case CONV_T_WORD -> {
                made(unit, call);
                flows.flow(unit, args.get(1), 0, FlowGraph.HEAP);
            }
            case CONV_T_STRING, CONV_T_SLICE -> {
                var site = made(unit, call);
                flows.flow(unit, args.getFirst(), 0, site == null ? FlowGraph.HEAP : site.node);
            }
            case GROWSLICE -> {
                var elem = Objects.described(args.getFirst());
                if (elem == null || flows.sizes().hasPointers(elem)) {
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
            case CMPSTRING,
                    EQMEM,
                    INDEX_BYTE,
                    COUNT_BYTE,
                    INDEX,
                    FMA,
                    ROUND_TO_EVEN,
                    RUNES_TO_STRING,
                    STRING_TO_RUNES,
                    DECODE_RUNE,
                    RUNE_WIDTH,
                    ASSERT_I,
                    ASSERT_I2,
                    PANIC_ASSERT,
                    EFACE_EQ,
                    TYPE_EQ,
                    MAKEMAP,
                    MAPACCESS,
                    MAPACCESS64,
                    MAPACCESS32,
                    MAPACCESS_STR,
                    MAPDELETE,
                    MAPDELETE64,
                    MAPDELETE32,
                    MAPDELETE_STR,
                    MAPCLEAR,
                    MAPLEN,
                    MAPITERINIT,
                    MAPITERNEXT,
                    MAKECHAN,
                    CHANRECV,
                    CHANRECV_WORD,
                    CLOSECHAN,
                    CHANLEN,
                    CHANCAP,
                    BLOCK,
                    DEBUG_STATEMENT,
                    DEFERPOP,
                    DEFERRETURN,
                    HANDLE_PANIC,
                    GORECOVER,
                    GORECOVER_DEFERRED,
                    PANIC_WRAP,
                    WRAPPER_CALL,
                    PANIC_NIL,
                    CHECK_ACCESS,
                    PANIC_INDEX,
                    PANIC_INDEX_U,
                    PANIC_SLICE,
                    PANIC_SLICE_CONVERT,
                    PANIC_DIVIDE,
                    PANIC_SHIFT,
                    PANIC_UNSAFE,
                    PANIC_HEADER,
                    PANIC_RANGE,
                    MORESTACK,
                    LESSSTACK,
                    POLL,
                    REFILL,
                    PRINT_BOOL,
                    PRINT_INT,
                    PRINT_UINT,
                    PRINT_FLOAT,
                    PRINT_FLOAT32,
                    PRINT_COMPLEX64,
                    PRINT_COMPLEX,
                    PRINT_STRING,
                    PRINT_POINTER,
                    PRINT_SLICE,
                    PRINT_IFACE,
                    PRINT_LOCK,
                    PRINT_UNLOCK -> {}
            // NEWPROC, GOPANIC, and whatever comes new: it keeps what it is given.
            default -> args.forEach(a -> flows.flow(unit, a, 0, FlowGraph.HEAP));
        }
    }

    private @org.jspecify.annotations.Nullable Site made(Unit unit, Statement.Call call) {
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
