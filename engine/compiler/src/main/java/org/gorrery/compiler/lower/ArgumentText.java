package org.gorrery.compiler.lower;

import java.util.Iterator;
import java.util.List;
import org.gorrery.abi.FuncInfo;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.Type;

/// How tracebacks write the arguments of a function: a template of [FuncInfo], with all pointers as [IrFunction#ARGS_POINTER] until it is known which
/// slots of the frame hold them.
///
/// The limits are Go's: ten words, composite values nested five deep.
final class ArgumentText {
    private static final int MOST_WORDS = 10;
    private static final int DEEPEST = 5;

    private final StringBuilder out = new StringBuilder();
    private int words;

    /// Adds a parameter.
    ///
    /// @param slots its words, empty where the function has its address instead
    void add(Type type, List<WordLayout.Slot> slots) {
        write(type, slots.iterator(), 0);
    }

    private void write(Type type, Iterator<WordLayout.Slot> slots, int depth) {
        switch (type.underlying()) {
            case BasicType b when b == BasicType.STRING -> group(slots, 2);
            case BasicType b when b == BasicType.COMPLEX64 || b == BasicType.COMPLEX128 ->
                    group(slots, 2);
            case SliceType s -> group(slots, 3);
            case InterfaceType i -> group(slots, 2);
            case StructType s -> {
                open(depth);
                s.fields().forEach(f -> write(f.type(), slots, depth + 1));
                out.append(FuncInfo.ARGS_CLOSE);
            }
            case ArrayType a -> {
                open(depth);
                for (long i = 0; i < a.length() && words <= MOST_WORDS; i++) {
                    write(a.elem(), slots, depth + 1);
                }
                out.append(FuncInfo.ARGS_CLOSE);
            }
            default -> word(slots);
        }
    }

    private void open(int depth) {
        if (depth >= DEEPEST) {
            words = MOST_WORDS;
        }
        out.append(FuncInfo.ARGS_OPEN);
    }

    private void group(Iterator<WordLayout.Slot> slots, int count) {
        out.append(FuncInfo.ARGS_OPEN);
        for (int i = 0; i < count; i++) {
            word(slots);
        }
        out.append(FuncInfo.ARGS_CLOSE);
    }

    private void word(Iterator<WordLayout.Slot> slots) {
        boolean pointer = slots.hasNext() && slots.next().word() == Word.P;
        if (words < MOST_WORDS) {
            out.append(pointer ? IrFunction.ARGS_POINTER : FuncInfo.ARGS_UNKNOWN);
        } else if (words == MOST_WORDS) {
            out.append(FuncInfo.ARGS_MORE);
        }
        words++;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
