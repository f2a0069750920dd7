package org.gorrery.compiler.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gorrery.abi.TypeLayout;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.IrGlobal;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.StaticData;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.GoPackage;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.NamedType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.TupleType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.TypeObject;
import org.gorrery.compiler.types.VarObject;
import org.gorrery.runtime.memory.Mem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Descriptors, relocations and package variables in the image.
class ImageTest {
    private static final GoPackage MAIN = new GoPackage("example.com/main", "main");

    private static VarObject field(String name, Type type) {
        return new VarObject(MAIN, name, 0, type, VarObject.Kind.FIELD, false);
    }

    /// `type T struct { A int8; b *T; s []string; m map[string]any; e [3]float64 }`.
    private static NamedType struct() {
        var object = new TypeObject(MAIN, "T", 0, false);
        var t = new NamedType(object);
        object.setType(t);
        var any = new InterfaceType();
        any.define(List.of(), List.of(), false);
        t.setUnderlying(
                new StructType(
                        List.of(
                                field("A", BasicType.INT8),
                                field("b", new PointerType(t)),
                                field("s", new SliceType(BasicType.STRING)),
                                field("m", new MapType(BasicType.STRING, any)),
                                field("e", new ArrayType(BasicType.FLOAT64, 3))),
                        List.of("json:\"a\"", "", "", "", "")));
        return t;
    }

    private record Descriptor(ByteBuffer rodata, int at) {
        int i32(int offset) {
            return rodata.getInt(at + offset);
        }

        long i64(int offset) {
            return rodata.getLong(at + offset);
        }

        int u8(int offset) {
            return rodata.get(at + offset) & 255;
        }

        String text(int offset) {
            byte[] b = new byte[i32(offset + 4)];
            rodata.get(i32(offset), b);
            return new String(b, StandardCharsets.UTF_8);
        }

        Descriptor ref(int offset) {
            return new Descriptor(rodata, i32(offset));
        }
    }

    private static Descriptor descriptor(GeneratedProgram program, String universe) {
        var b = ByteBuffer.wrap(program.image().rodata()).order(ByteOrder.LITTLE_ENDIAN);
        return new Descriptor(b, program.image().universeTypes().get(universe));
    }

    /// Figures by `unsafe.Sizeof`, `Offsetof` and `reflect` of a program compiled by Go for that architecture.
    @Test
    void aStructIsDescribedAsReflectWould() {
        for (boolean wide : new boolean[] {true, false}) {
            var f = Ir.function("f", List.of(), List.of());
            f.blocks().getFirst().setTerminator(Ir.ret());
            var program =
                    new GeneratedProgram.Builder()
                            .target(wide ? "amd64" : "386")
                            .add(f)
                            .universe("T", struct())
                            .build();
            var t = descriptor(program, "T");
            assertEquals(wide ? 72 : 48, t.i64(TypeLayout.SIZE));
            assertEquals(wide ? 48 : 24, t.i64(TypeLayout.PTR_BYTES));
            assertEquals(25, t.u8(TypeLayout.KIND));
            assertEquals(wide ? 8 : 4, t.u8(TypeLayout.ALIGN));
            assertEquals("main.T", t.text(TypeLayout.STRING));
            assertEquals("T", t.text(TypeLayout.NAME));
            assertEquals("example.com/main", t.text(TypeLayout.PKG_PATH));
            assertEquals(5, t.i32(TypeLayout.AUX));
            // words: A, b, s.ptr, s.len, s.cap, m
            assertEquals(0b100110, t.ref(TypeLayout.GC_MASK).u8(0));
            var fields = t.ref(TypeLayout.LIST);
            assertEquals("A", fields.text(0));
            assertEquals("json:\"a\"", fields.text(TypeLayout.FIELD_TAG));
            assertEquals(2, fields.i32(TypeLayout.FIELD_FLAGS));
            var b = new Descriptor(fields.rodata, fields.at + TypeLayout.FIELD_BYTES);
            assertEquals("b", b.text(0));
            assertEquals("example.com/main", b.text(8));
            assertEquals(wide ? 8 : 4, b.i64(TypeLayout.FIELD_OFFSET));
            var pointer = b.ref(TypeLayout.FIELD_TYPE);
            assertEquals("*main.T", pointer.text(TypeLayout.STRING));
            assertEquals(t.at, pointer.i32(TypeLayout.ELEM));
            assertEquals(pointer.at, t.i32(TypeLayout.PTR_TO_THIS));
            assertEquals(
                    TypeLayout.FLAG_COMPARABLE
                            | TypeLayout.FLAG_DIRECT
                            | TypeLayout.FLAG_REGULAR_MEMORY
                            | TypeLayout.FLAG_INTEGER_LIKE,
                    pointer.u8(TypeLayout.FLAGS));
            assertEquals(TypeLayout.FLAG_NAMED, t.u8(TypeLayout.FLAGS));
        }
    }

    @Test
    void identicalTypesShareADescriptorAndOthersDoNot() {
        var f = Ir.function("f", List.of(), List.of());
        f.blocks().getFirst().setTerminator(Ir.ret());
        var one = struct();
        var other = struct();
        var program =
                new GeneratedProgram.Builder()
                        .add(f)
                        .universe("a", new SliceType(new PointerType(one)))
                        .universe("b", new SliceType(new PointerType(one)))
                        .universe("c", new SliceType(new PointerType(other)))
                        .build();
        var types = program.image().universeTypes();
        assertEquals(types.get("a"), types.get("b"));
        assertNotEquals(types.get("a"), types.get("c"), "two declarations, two types");
    }

    @Test
    void typesAreNamedAsReflectNamesThem() {
        var names = new TypeNames(new TypeIdentity(), _ -> 0);
        var t = struct();
        assertEquals(
                "map[string]*main.T",
                names.string(new MapType(BasicType.STRING, new PointerType(t))));
        assertEquals(
                "func(int, ...string) (bool, *main.T)",
                names.string(
                        new Signature(
                                null,
                                List.of(),
                                List.of(),
                                new TupleType(
                                        List.of(
                                                field("x", BasicType.INT),
                                                field("y", new SliceType(BasicType.STRING)))),
                                new TupleType(
                                        List.of(
                                                field("", BasicType.BOOL),
                                                field("", new PointerType(t)))),
                                true)));
        assertEquals(
                "struct { A int8; b *main.T; s []string; m map[string]interface {}; e [3]float64 }"
                        .replace("A int8", "A int8 \"json:\\\"a\\\"\""),
                names.string(t.underlying()));
    }

    /// A package variable with a pointer to a string table, read back through generated code.
    @ParameterizedTest
    @ValueSource(strings = {"amd64", "386"})
    void pointersInDataAreOfTargetWidth(String arch) {
        boolean wide = arch.equals("amd64");
        int word = wide ? 8 : 4;
        var hello = new Symbol.Bytes("hello", 1);
        var table =
                new StaticData(
                        new byte[2 * word],
                        word,
                        List.of(
                                new StaticData.Relocation(0, hello, 0),
                                new StaticData.Relocation(word, hello, 2)));
        var g = new IrGlobal("main.g", new PointerType(BasicType.STRING));
        g.setInitial(
                new StaticData(
                        new byte[word],
                        word,
                        List.of(new StaticData.Relocation(0, new Symbol.Blob(table), word))));
        var f = Ir.function("f", List.of(), List.of(Word.I));
        Value second = new Value.Load(MemKind.PTR, new Value.Address(new Symbol.Global(g), 0), 0);
        f.blocks()
                .getFirst()
                .setTerminator(
                        Ir.ret(
                                new Value.Load(
                                        MemKind.U8, new Value.Load(MemKind.PTR, second, 0), 1)));
        var program = new GeneratedProgram.Builder().target(arch).add(f).global(g).build();
        assertEquals((int) 'l', program.call("f"));
        assertEquals("main.g", program.image().globals().getFirst().name());
    }

    @Test
    void on32BitTargetsPointersAreStoredByTheirLowHalf() {
        var f = Ir.function("f", List.of(Word.P, Word.P), List.of(Word.P));
        f.blocks()
                .getFirst()
                .statements()
                .add(new Statement.Store(MemKind.PTR, Ir.param(f, 0), 4, Ir.param(f, 1), 0));
        f.blocks().getFirst().setTerminator(Ir.ret(new Value.Load(MemKind.PTR, Ir.param(f, 0), 4)));
        var program = new GeneratedProgram.Builder().target("386").add(f).build();
        long at = (1L << 39) + 0x8000_0000L;
        Mem.st32(at, 0x1234);
        Mem.st32(at + 8, 0x5678);
        assertEquals(at + 64, program.call("f", at, at + 64));
        assertEquals(0x1234, Mem.ld32(at));
        assertEquals(0x5678, Mem.ld32(at + 8));
        assertEquals((int) (at + 64), Mem.ld32(at + 4));
        assertEquals(0L, program.call("f", at, 0L), "nil stays nil");
    }

    @Test
    void methodsAreListedWithThunksOnlyWhereReflectionMayCallThem() {
        for (boolean reflection : new boolean[] {false, true}) {
            var m = Ir.function("m", List.of(Word.P), List.of());
            m.blocks().getFirst().setTerminator(Ir.ret());
            var type = struct();
            var signature =
                    new Signature(
                            null, List.of(), List.of(), TupleType.EMPTY, TupleType.EMPTY, false);
            var builder =
                    new GeneratedProgram.Builder()
                            .add(m)
                            .type(type, new IrProgram.Method("M", "", signature, m, m))
                            .universe("T", type);
            if (reflection) {
                var by =
                        new org.gorrery.compiler.ir.IrFunction(
                                "reflect.Value.Method",
                                "reflect",
                                new org.gorrery.compiler.ir.Shape(List.of(), List.of()),
                                false);
                by.newBlock().setTerminator(Ir.ret());
                builder.add(by);
            }
            var program = builder.build();
            var list = descriptor(program, "T").ref(TypeLayout.METHODS);
            assertEquals(1, list.i32(0));
            var entry = new Descriptor(list.rodata, list.at + 8);
            assertEquals("M", entry.text(0));
            assertEquals(reflection ? 0 : -1, entry.i32(TypeLayout.METHOD_IFN));
            assertEquals(reflection ? 1 : 0, program.pcs().thunkFunction().length);
        }
    }

    @Test
    void equalStringsShareAPlace() {
        var f = Ir.function("f", List.of(), List.of(Word.I));
        Value a = new Value.Address(new Symbol.Bytes("same", 1), 0);
        Value b = new Value.Address(new Symbol.Bytes("same", 1), 0);
        f.blocks().getFirst().setTerminator(Ir.ret(Ir.op(BinaryOp.EQ, a, b)));
        assertEquals(1, new GeneratedProgram.Builder().add(f).build().call("f"));
    }
}
