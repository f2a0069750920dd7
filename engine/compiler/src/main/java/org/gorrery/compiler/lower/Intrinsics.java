package org.gorrery.compiler.lower;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.types.FuncObject;

/// Library functions that are one or a few machine operations. They must be marked `//gorrery:intrinsic` in the library's source, where they have
/// a plain body with the same meaning for readers and for real Go.
final class Intrinsics {
    private final Map<String, BiFunction<Fn, List<Value>, List<Value>>> table =
            Map.ofEntries(
                    unary("math.Sqrt", UnaryOp.SQRT),
                    unary("math.sqrt", UnaryOp.SQRT),
                    unary("math.Floor", UnaryOp.FLOOR),
                    unary("math.Ceil", UnaryOp.CEIL),
                    unary("math.Trunc", UnaryOp.TRUNC),
                    unary("math.Abs", UnaryOp.ABS),
                    unary("math.Float64bits", UnaryOp.D_BITS),
                    unary("math.Float64frombits", UnaryOp.BITS_D),
                    unary("math.Float32bits", UnaryOp.F_BITS),
                    unary("math.Float32frombits", UnaryOp.BITS_F),
                    count("math/bits.LeadingZeros64", UnaryOp.LEADING_ZEROS),
                    count("math/bits.TrailingZeros64", UnaryOp.TRAILING_ZEROS),
                    count("math/bits.OnesCount64", UnaryOp.POP_COUNT),
                    count("math/bits.LeadingZeros32", UnaryOp.LEADING_ZEROS),
                    count("math/bits.TrailingZeros32", UnaryOp.TRAILING_ZEROS),
                    count("math/bits.OnesCount32", UnaryOp.POP_COUNT),
                    unary("math/bits.ReverseBytes64", UnaryOp.REVERSE_BYTES),
                    unary("math/bits.ReverseBytes32", UnaryOp.REVERSE_BYTES),
                    unary("math/bits.Reverse64", UnaryOp.REVERSE_BITS),
                    unary("math/bits.Reverse32", UnaryOp.REVERSE_BITS),
                    entry("math.FMA", Entry.FMA, Word.D, 0, 1, 2),
                    entry("math.RoundToEven", Entry.ROUND_TO_EVEN, Word.D, 0),
                    Map.entry("math.Copysign", (fn, a) -> List.of(copysign(a.get(0), a.get(1)))),
                    search("internal/bytealg.IndexByte", Entry.INDEX_BYTE, 0, 1, 3),
                    search("internal/bytealg.IndexByteString", Entry.INDEX_BYTE, 0, 1, 2),
                    search("internal/bytealg.Count", Entry.COUNT_BYTE, 0, 1, 3),
                    search("internal/bytealg.CountString", Entry.COUNT_BYTE, 0, 1, 2),
                    Map.entry("internal/bytealg.Index", (fn, a) -> index(fn, a)),
                    compare("internal/bytealg.Compare", 0, 1, 3, 4),
                    compare("internal/bytealg.CompareString", 0, 1, 2, 3),
                    Map.entry(
                            "math/bits.Len64",
                            (fn, a) ->
                                    List.of(
                                            integer(
                                                    fn,
                                                    Emitter.bin(
                                                            BinaryOp.SUB,
                                                            Emitter.intConst(64),
                                                            Emitter.un(
                                                                    UnaryOp.LEADING_ZEROS,
                                                                    a.getFirst()))))),
                    Map.entry(
                            "math/bits.Len32",
                            (fn, a) ->
                                    List.of(
                                            integer(
                                                    fn,
                                                    Emitter.bin(
                                                            BinaryOp.SUB,
                                                            Emitter.intConst(32),
                                                            Emitter.un(
                                                                    UnaryOp.LEADING_ZEROS,
                                                                    a.getFirst()))))),
                    Map.entry(
                            "math/bits.Mul64",
                            (fn, a) ->
                                    List.of(
                                            Emitter.bin(BinaryOp.UMUL_HIGH, a.get(0), a.get(1)),
                                            Emitter.bin(BinaryOp.MUL, a.get(0), a.get(1)))),
                    Map.entry(
                            "math/bits.RotateLeft64",
                            (fn, a) ->
                                    List.of(
                                            Emitter.bin(
                                                    BinaryOp.ROTL,
                                                    a.get(0),
                                                    Emitter.and(
                                                            asInt(a.get(1)),
                                                            Emitter.intConst(63))))),
                    Map.entry(
                            "math/bits.RotateLeft32",
                            (fn, a) ->
                                    List.of(
                                            Emitter.bin(
                                                    BinaryOp.ROTL,
                                                    a.get(0),
                                                    Emitter.and(
                                                            asInt(a.get(1)),
                                                            Emitter.intConst(31))))));

    private static Map.Entry<String, BiFunction<Fn, List<Value>, List<Value>>> unary(
            String name, UnaryOp op) {
        return Map.entry(name, (fn, a) -> List.of(Emitter.un(op, a.getFirst())));
    }

    private static Map.Entry<String, BiFunction<Fn, List<Value>, List<Value>>> count(
            String name, UnaryOp op) {
        return Map.entry(name, (fn, a) -> List.of(integer(fn, Emitter.un(op, a.getFirst()))));
    }

    private static Map.Entry<String, BiFunction<Fn, List<Value>, List<Value>>> entry(
            String name, Entry entry, Word result, int... words) {
        return Map.entry(name, (fn, a) -> List.of(fn.e.runtime(entry, result, choose(a, words))));
    }

    /// An entry whose result is a place or a number of bytes.
    private static Map.Entry<String, BiFunction<Fn, List<Value>, List<Value>>> search(
            String name, Entry entry, int... words) {
        return Map.entry(
                name,
                (fn, a) -> List.of(length(fn, fn.e.runtime(entry, Word.J, choose(a, words)))));
    }

    /// Strings have two words each, slices three.
    private static List<Value> index(Fn fn, List<Value> a) {
        int second = a.size() / 2;
        var words = choose(a, 0, 1, second, second + 1);
        return List.of(length(fn, fn.e.runtime(Entry.INDEX, Word.J, words)));
    }

    private static Map.Entry<String, BiFunction<Fn, List<Value>, List<Value>>> compare(
            String name, int... words) {
        return Map.entry(
                name,
                (fn, a) -> {
                    var order = fn.e.runtime(Entry.CMPSTRING, Word.I, choose(a, words));
                    var zero = Emitter.intConst(0);
                    var sign =
                            Emitter.bin(
                                    BinaryOp.SUB,
                                    Emitter.bin(BinaryOp.GT, order, zero),
                                    Emitter.bin(BinaryOp.LT, order, zero));
                    return List.of(integer(fn, sign));
                });
    }

    private static Value[] choose(List<Value> values, int... indices) {
        return Arrays.stream(indices).mapToObj(values::get).toArray(Value[]::new);
    }

    private static Value copysign(Value f, Value sign) {
        var mask = Emitter.longConst(Long.MIN_VALUE);
        var magnitude = Emitter.bin(BinaryOp.AND_NOT, Emitter.un(UnaryOp.D_BITS, f), mask);
        var bit = Emitter.bin(BinaryOp.AND, Emitter.un(UnaryOp.D_BITS, sign), mask);
        return Emitter.un(UnaryOp.BITS_D, Emitter.bin(BinaryOp.OR, magnitude, bit));
    }

    /// A J as Go's int of the target.
    private static Value length(Fn fn, Value j) {
        return fn.program.target().is64Bit() ? j : Emitter.un(UnaryOp.J_TO_I, j);
    }

    private static Value asInt(Value v) {
        return v.word() == Word.J ? Emitter.un(UnaryOp.J_TO_I, v) : v;
    }

    /// An I as Go's int of the target.
    private static Value integer(Fn fn, Value i) {
        return fn.program.target().is64Bit() ? Emitter.un(UnaryOp.I_TO_J, i) : i;
    }

    /// Lowers the body of `f`, whose parameters are declared, if it is one of these.
    boolean lower(Fn fn, FuncObject f) {
        var decl = f.decl();
        if (decl == null || !decl.pragmas().contains("gorrery:intrinsic")) {
            return false;
        }
        var rule = table.get(ProgramLowering.path(f.pkg()) + "." + f.name());
        if (rule == null) {
            return false;
        }
        var args = fn.ir().params().stream().<Value>map(Value.Read::new).toList();
        fn.e.end(new Terminator.Return(rule.apply(fn, args), fn.e.pos()));
        return true;
    }
}
