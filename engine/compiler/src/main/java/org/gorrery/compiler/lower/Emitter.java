package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.Allocation;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.FrameObject;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Shape;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.Types;

/// Appends to one function: blocks, statements, and the moves of whole Go values between words and memory.
final class Emitter {
    private final IrFunction function;
    private final WordLayout layout;
    private final Types types;
    private final boolean is64Bit;
    private Block block;
    private boolean open = true;
    private int pos;

    Emitter(IrFunction function, WordLayout layout, Types types, boolean is64Bit) {
        this.function = function;
        this.layout = layout;
        this.types = types;
        this.is64Bit = is64Bit;
        this.block = function.newBlock();
    }

    IrFunction function() {
        return function;
    }

    /// Source position of what is emitted from now on.
    void at(int position) {
        if (position > 0) {
            pos = position;
        }
    }

    int pos() {
        return pos;
    }

    // ---- control flow ----

    Block newBlock() {
        return function.newBlock();
    }

    /// Goes on in `next`; falls into it where the current block is open.
    void start(Block next) {
        if (open) {
            block.setTerminator(new Terminator.Jump(next, pos));
        }
        block = next;
        open = true;
    }

    void jump(Block target) {
        end(new Terminator.Jump(target, pos));
    }

    void branch(Value condition, Block yes, Block no) {
        end(new Terminator.Branch(condition, yes, no, pos));
    }

    /// Ends the current block; what follows is unreachable until the next [#start].
    void end(Terminator terminator) {
        if (open) {
            block.setTerminator(terminator);
            open = false;
        }
    }

    /// Whether control can reach here.
    boolean isOpen() {
        return open;
    }

    private void add(Statement s) {
        if (!open) {
            block = newBlock();
            open = true;
        }
        block.statements().add(s);
    }

    // ---- statements ----

    void set(Local local, Value value) {
        add(new Statement.Set(local, value, pos));
    }

    void eval(Value value) {
        add(new Statement.Eval(value, pos));
    }

    void store(MemKind kind, Value address, long offset, Value value) {
        add(new Statement.Store(kind, address, offset, value, pos));
    }

    void copyBytes(Value to, Value from, Value bytes, boolean hasPointers) {
        add(new Statement.Copy(to, from, bytes, hasPointers, pos));
    }

    void clear(Value at, long bytes, boolean hasPointers) {
        if (bytes > 0) {
            add(new Statement.Clear(at, longConst(bytes), hasPointers, pos));
        }
    }

    void clearBytes(Value at, Value bytes, boolean hasPointers) {
        add(new Statement.Clear(at, bytes, hasPointers, pos));
    }

    void call(Callee callee, List<Value> args, List<Local> results) {
        add(new Statement.Call(callee, args, results, pos));
    }

    /// Calls an entry point without result.
    void runtime(Entry entry, Value... args) {
        call(new Callee.Runtime(entry), List.of(args), List.of());
    }

    /// Calls an entry point with results of the given words.
    List<Local> runtime(Entry entry, List<Word> results, Value... args) {
        var locals = new ArrayList<Local>();
        for (var w : results) {
            locals.add(temp(w));
        }
        call(new Callee.Runtime(entry), List.of(args), locals);
        return locals;
    }

    /// Calls an entry point with one result.
    Value runtime(Entry entry, Word result, Value... args) {
        return new Value.Read(runtime(entry, List.of(result), args).getFirst());
    }

    /// Calls an entry point that makes an object, and notes what for.
    Value allocate(Allocation allocation, Entry entry, Value... args) {
        var result = runtime(entry, List.of(Word.P), args).getFirst();
        function.noteAllocation(result, allocation);
        return new Value.Read(result);
    }

    /// Calls an entry point that makes a text: where that does not escape and is short, it will lie in the frame.
    List<Local> text(Entry entry, List<Word> results, Value... args) {
        var made = runtime(entry, results, args);
        var what = new Allocation(Allocation.Kind.HIDDEN, pos, () -> "", null);
        function.noteAllocation(made.getFirst(), what);
        return made;
    }

    /// A zeroed object of a type.
    Value newObject(Allocation.Kind kind, int at, Supplier<String> text, Type type) {
        return allocate(new Allocation(kind, at, text, null), Entry.NEWOBJECT, typeAddress(type));
    }

    void throwing(Entry entry, Value... args) {
        end(new Terminator.Throw(entry, List.of(args), pos));
    }

    // ---- values ----

    Local temp(Word word) {
        return function.newLocal(word, "");
    }

    /// `value` in a form that may be used several times and later: constants and reads stay, all else goes to a local.
    Value stable(Value value) {
        return switch (value) {
            case Value.IntConst c -> c;
            case Value.LongConst c -> c;
            case Value.FloatConst c -> c;
            case Value.DoubleConst c -> c;
            case Value.Address a -> a;
            case Value.FrameAddress a -> a;
            case Value.Read r when r.local().name().isEmpty() -> r;
            default -> {
                var local = temp(value.word());
                set(local, value);
                yield new Value.Read(local);
            }
        };
    }

    /// All words stable; memory that is not fresh is copied to a temporary.
    Rvalue stable(Rvalue v) {
        if (v.address() != null) {
            return v.fresh() ? v : copyOf(v);
        }
        return Rvalue.ofWords(v.type(), v.words().stream().map(this::stable).toList());
    }

    /// The value in memory of its own.
    Rvalue copyOf(Rvalue v) {
        var object = tempObject(v.type());
        var to = new Value.FrameAddress(object, 0);
        storeValue(v, to, 0);
        return Rvalue.inMemory(v.type(), to, true);
    }

    FrameObject tempObject(Type type) {
        return function.newFrameObject("", type, types.sizeof(type));
    }

    /// An address in the frame that holds the value: its own memory, or a temporary.
    Value addressOf(Rvalue v) {
        if (v.address() != null) {
            return v.address();
        }
        return copyOf(v).memory();
    }

    static Value.LongConst longConst(long v) {
        return new Value.LongConst(v, Word.J);
    }

    static Value.LongConst nil() {
        return new Value.LongConst(0, Word.P);
    }

    static Value intConst(int v) {
        return new Value.IntConst(v);
    }

    static Value bin(BinaryOp op, Value x, Value y) {
        return new Value.Binary(op, x, y);
    }

    static Value un(UnaryOp op, Value x) {
        return new Value.Unary(op, x);
    }

    static Value not(Value x) {
        return x instanceof Value.IntConst c ? intConst(1 - c.value()) : un(UnaryOp.NOT, x);
    }

    static Value and(Value x, Value y) {
        return bin(BinaryOp.AND, x, y);
    }

    Value typeAddress(Type type) {
        return new Value.Address(new Symbol.TypeDescriptor(type), 0);
    }

    /// `address + bytes`.
    static Value plus(Value address, long bytes) {
        if (bytes == 0) {
            return address;
        }
        return switch (address) {
            case Value.Address a -> new Value.Address(a.symbol(), a.offset() + bytes);
            case Value.FrameAddress a -> new Value.FrameAddress(a.object(), a.offset() + bytes);
            default -> bin(BinaryOp.ADD, address, longConst(bytes));
        };
    }

    // ---- whole Go values ----

    /// The zero value.
    Rvalue zero(Type type) {
        if (!layout.inWords(type)) {
            var object = tempObject(type);
            var at = new Value.FrameAddress(object, 0);
            clear(at, object.bytes(), layout.hasPointers(type));
            return Rvalue.inMemory(type, at, true);
        }
        return Rvalue.ofWords(
                type, layout.slots(type).stream().map(s -> zeroWord(s.word())).toList());
    }

    static Value zeroWord(Word w) {
        return switch (w) {
            case I -> intConst(0);
            case J -> longConst(0);
            case P -> nil();
            case F -> new Value.FloatConst(0);
            case D -> new Value.DoubleConst(0);
        };
    }

    /// One word from memory at `address + offset + slot.offset`.
    Value load(WordLayout.Slot slot, Value address, long offset) {
        var load = new Value.Load(slot.mem(), address, offset + slot.offset());
        return slot.length() && !is64Bit ? un(UnaryOp.U_TO_J, load) : load;
    }

    /// One word to memory.
    void store(WordLayout.Slot slot, Value address, long offset, Value word) {
        store(
                slot.mem(),
                address,
                offset + slot.offset(),
                slot.length() && !is64Bit ? un(UnaryOp.J_TO_I, word) : word);
    }

    /// The value of `type` at `address + offset` (valid memory). Headers of slices and strings are checked in full.
    /// Words are loads, so use or settle them before the memory changes.
    Rvalue loadValue(Type type, Value address, long offset) {
        if (!layout.inWords(type)) {
            return Rvalue.inMemory(type, plus(address, offset), false);
        }
        var slots = layout.slots(type);
        if (slots.isEmpty()) { // nothing to load, but its place may be out of range
            eval(address);
        }
        var base = slots.size() > 1 ? stable(address) : address;
        var words = new ArrayList<Value>();
        for (var slot : slots) {
            words.add(load(slot, base, offset));
        }
        checkHeaders(type, 0, words);
        return Rvalue.ofWords(type, words);
    }

    /// Puts the full header check around pointer words of strings and slices.
    private int checkHeaders(Type type, int at, List<Value> words) {
        int log = HeaderLog.of(type, types);
        if (log >= 0) {
            var length = stable(words.get(at + 1));
            words.set(at + 1, length);
            words.set(at, stable(new Value.HeaderChecked(words.get(at), length, log, pos)));
            return at + layout.slots(type).size();
        }
        if (type.underlying() instanceof org.gorrery.compiler.types.StructType s) {
            int i = at;
            for (var f : s.fields()) {
                i = checkHeaders(f.type(), i, words);
            }
            return i;
        }
        if (type.underlying() instanceof org.gorrery.compiler.types.ArrayType a) {
            return a.length() > 0 && types.sizeof(a.elem()) > 0
                    ? checkHeaders(a.elem(), at, words)
                    : at;
        }
        return at + layout.slots(type).size();
    }

    /// Puts a value to `address + offset` (valid memory).
    void storeValue(Rvalue v, Value address, long offset) {
        if (v.address() != null) {
            long bytes = types.sizeof(v.type());
            if (bytes > 0) {
                copyBytes(
                        plus(address, offset),
                        v.address(),
                        longConst(bytes),
                        layout.hasPointers(v.type()));
            }
            return;
        }
        var slots = layout.slots(v.type());
        var base = slots.size() > 1 ? stable(address) : address;
        var words = slots.size() > 1 ? stable(v) : v;
        for (int i = 0; i < slots.size(); i++) {
            store(slots.get(i), base, offset, words.word(i));
        }
    }

    /// Puts the words of a value into locals, all read before any is written.
    void setLocals(List<Local> locals, Rvalue v) {
        if (locals.size() == 1) {
            set(locals.getFirst(), v.word());
            return;
        }
        var words = v.words().stream().map(this::stable).toList();
        for (int i = 0; i < locals.size(); i++) {
            set(locals.get(i), words.get(i));
        }
    }

    /// As [#setLocals] for locals that no word of the value reads.
    void fillLocals(List<Local> locals, Rvalue v) {
        for (int i = 0; i < locals.size(); i++) {
            set(locals.get(i), v.word(i));
        }
    }

    /// New locals for the words of a type.
    List<Local> newLocals(Type type, String name) {
        var locals = new ArrayList<Local>();
        for (var slot : layout.slots(type)) {
            locals.add(function.newLocal(slot.word(), name));
        }
        return locals;
    }

    static List<Value> reads(List<Local> locals) {
        return locals.stream().<Value>map(Value.Read::new).toList();
    }

    /// The words that a parameter or result of the type takes in a call.
    List<Word> callWords(Type type) {
        if (!layout.inWords(type)) {
            return List.of(Word.J);
        }
        return layout.slots(type).stream().map(WordLayout.Slot::word).toList();
    }

    static Shape shape(List<Word> params, List<Word> results) {
        return new Shape(params, results);
    }
}
