package org.gorrery.compiler.codegen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.ProgramImage;
import org.gorrery.abi.TypeLayout;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.IrGlobal;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.ir.Sizes;
import org.gorrery.compiler.ir.StaticData;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.types.Type;

/// Everything with a fixed address: read-only data and type descriptors (placed when first asked for), package variables, method
/// tables, entry thunks.
final class DataImage {
    // The region begins with the address that all values of size zero share, and in interfaces
    // empty strings and nil slices: the words
    // of a slice's header are zeros there.
    private static final int ZERO_BASE_BYTES = 32;
    private static final int LOW_ALIGN = 4096;

    private final AddressLayout layout;
    private final int wordBytes;
    private final Rodata rodata = new Rodata();
    private final Thunks thunks;
    private final Itabs itabs;
    private final TypeDescriptors types;
    private final Map<IrFunction, Integer> closures = new IdentityHashMap<>();
    private final Map<StaticData, Integer> blobs = new IdentityHashMap<>();
    private final Deque<StaticData> unwritten = new ArrayDeque<>();
    private final Map<IrGlobal, Long> globals = new IdentityHashMap<>();
    private final long dataBytes;
    private long lowBytes;
    private final List<IrGlobal> globalOrder;

    DataImage(
            IrProgram program,
            AddressLayout layout,
            Sizes sizes,
            TypeIdentity identity,
            Thunks thunks,
            Itabs itabs) {
        this.layout = layout;
        this.wordBytes = program.target().wordBytes();
        this.thunks = thunks;
        this.itabs = itabs;
        this.types = new TypeDescriptors(rodata, sizes, identity, program, thunks);
        this.globalOrder = program.globals();
        long at = ZERO_BASE_BYTES;
        for (var g : globalOrder) {
            if (sizes.size(g.type()) == 0) {
                globals.put(g, 0L);
                continue;
            }
            if (isLow(g, sizes)) {
                globals.put(g, AddressLayout.LOW + lowBytes - layout.data());
                lowBytes += Sizes.alignUp(sizes.size(g.type()), LOW_ALIGN);
                continue;
            }
            // As Go's linker does: the words of 64-bit atomics on targets of 32 bits rely on it.
            int least = sizes.size(g.type()) >= 8 ? 8 : 1;
            at = Sizes.alignUp(at, Math.max(least, Math.max(sizes.align(g.type()), alignOf(g))));
            globals.put(g, at);
            at += sizes.size(g.type());
        }
        this.dataBytes = at;
    }

    /// Huge variables are outside of the window while there is room, unless the collector or the start of the program has to look at them.
    private boolean isLow(IrGlobal g, Sizes sizes) {
        long bytes = sizes.size(g.type());
        return bytes >= AddressLayout.HUGE_BYTES
                && bytes <= layout.lowBytes() - lowBytes - LOW_ALIGN
                && g.initial() == null
                && !sizes.hasPointers(g.type());
    }

    /// Bytes of variables at low addresses.
    long lowBytes() {
        return lowBytes;
    }

    private static int alignOf(IrGlobal g) {
        var initial = g.initial();
        return initial == null ? 1 : Math.max(1, initial.align());
    }

    /// Descriptor of a type: offset in read-only data.
    int typeOffset(Type type) {
        return types.offset(type);
    }

    /// The host address of a symbol.
    long address(Symbol symbol) {
        return switch (symbol) {
            case Symbol.TypeDescriptor t -> layout.rodata() + types.offset(t.type());
            case Symbol.Itab i -> layout.itabs() + itabs.offset(i.iface(), i.concrete());
            case Symbol.Global g -> layout.data() + offset(g.global());
            case Symbol.FuncValue f -> layout.rodata() + closure(f.function());
            case Symbol.Thunk t -> thunk(t.function());
            case Symbol.Bytes b -> layout.rodata() + rodata.latin1(b.latin1(), b.align());
            case Symbol.Blob b -> layout.rodata() + blob(b.data());
        };
    }

    private long offset(IrGlobal g) {
        var at = globals.get(g);
        if (at == null) {
            throw new IllegalStateException("no such package variable: " + g.name());
        }
        return at;
    }

    private long thunk(IrFunction f) {
        int i = thunks.indexOf(f);
        if (i < 0) {
            throw new IllegalStateException("no entry thunk: " + f.name());
        }
        return layout.text() + (long) i * AddressLayout.THUNK_BYTES;
    }

    private int closure(IrFunction f) {
        var known = closures.get(f);
        if (known == null) {
            known = rodata.place(8, 8);
            rodata.put64(known + TypeLayout.CLOSURE_CODE, inMemory(thunk(f)));
            closures.put(f, known);
        }
        return known;
    }

    /// A pointer as it lies in memory: on 32-bit targets its low half.
    private long inMemory(long address) {
        return wordBytes == 8 ? address : address & 0xffff_ffffL;
    }

    private int blob(StaticData data) {
        var known = blobs.get(data);
        if (known == null) {
            known = rodata.place(Math.max(data.bytes().length, 1), Math.max(data.align(), 1));
            blobs.put(data, known);
            unwritten.add(data);
        }
        return known;
    }

    /// Writes what is still to be written and gives the bytes of read-only data. Call last: addresses asked for later are lost.
    byte[] rodata() {
        while (!unwritten.isEmpty()) {
            var data = unwritten.poll();
            rodata.put(blob(data), relocated(data));
        }
        types.link();
        return rodata.toBytes();
    }

    private byte[] relocated(StaticData data) {
        byte[] bytes = data.bytes().clone();
        for (var r : data.relocations()) {
            Rodata.littleEndian(
                    bytes, r.at(), inMemory(address(r.symbol()) + r.addend()), wordBytes);
        }
        return bytes;
    }

    /// The initial bytes of the data region, up to the last variable with contents.
    byte[] data() {
        long end = 0;
        for (var g : globalOrder) {
            var initial = g.initial();
            if (initial != null) {
                end = Math.max(end, offset(g) + initial.bytes().length);
            }
        }
        byte[] bytes = new byte[Math.toIntExact(end)];
        for (var g : globalOrder) {
            var initial = g.initial();
            if (initial != null) {
                byte[] contents = relocated(initial);
                System.arraycopy(contents, 0, bytes, Math.toIntExact(offset(g)), contents.length);
            }
        }
        return bytes;
    }

    /// Length of the data region.
    long dataBytes() {
        return dataBytes;
    }

    /// Package variables for roots and views.
    List<ProgramImage.Global> globals() {
        var list = new ArrayList<ProgramImage.Global>();
        for (var g : globalOrder) {
            list.add(new ProgramImage.Global(g.name(), offset(g), types.offset(g.type())));
        }
        return list;
    }

    /// The bytes of the method tables.
    byte[] itabs() {
        byte[] bytes = new byte[itabs.all().size() * AddressLayout.ITAB_BYTES];
        for (int i = 0; i < itabs.all().size(); i++) {
            var itab = itabs.all().get(i);
            int at = i * AddressLayout.ITAB_BYTES;
            int concrete = types.offset(itab.concrete());
            Rodata.littleEndian(bytes, at + TypeLayout.ITAB_INTER, types.offset(itab.iface()), 4);
            Rodata.littleEndian(bytes, at + TypeLayout.ITAB_TYPE, concrete, 4);
            Rodata.littleEndian(bytes, at + TypeLayout.ITAB_HASH, types.hash(itab.concrete()), 4);
        }
        return bytes;
    }

    /// Offsets of all descriptors.
    int[] types() {
        return types.all();
    }
}
