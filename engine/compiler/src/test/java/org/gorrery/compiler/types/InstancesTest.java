package org.gorrery.compiler.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;

class InstancesTest {
    private static final String TEXT =
            """
            package p
            type List[T any] struct { head T; next *List[T] }
            func (l *List[T]) Push(v T) {}
            func (l List[T]) Len() int { return 0 }
            type Stringer interface { String() string }
            type Both struct { *List[string]; Named }
            type Named struct { name string }
            func (n Named) String() string { return n.name }
            func Outer[T any]() { type local struct { v T }; var x local; _ = x }
            """;

    private final Types types = new Types(Target.LINUX_AMD64);
    private final CheckedPackage checked = check();

    private CheckedPackage check() {
        var made = CheckedText.of(types, TEXT, CheckOptions.DEFAULT);
        assertEquals(List.of(), made.found());
        return made.checked();
    }

    private NamedType named(String name) {
        return (NamedType) java.util.Objects.requireNonNull(checked.pkg().lookup(name)).type();
    }

    @Test
    void identicalArgumentsGiveTheSameObject() {
        var list = named("List");
        var a = types.instantiate(list, List.of(new SliceType(BasicType.INT)));
        assertSame(a, types.instantiate(list, List.of(new SliceType(BasicType.INT))));
        assertNotSame(a, types.instantiate(list, List.of(new SliceType(BasicType.INT8))));
    }

    @Test
    void aRecursiveInstanceRefersToItself() {
        var ints = types.instantiate(named("List"), List.of(BasicType.INT));
        var fields = ((StructType) ints.underlying()).fields();
        assertEquals(BasicType.INT, fields.get(0).type());
        assertSame(ints, ((PointerType) fields.get(1).type()).elem());
    }

    @Test
    void methodsOfAnInstanceAreSubstituted() {
        var ints = types.instantiate(named("List"), List.of(BasicType.INT));
        var push = types.lookupFieldOrMethod(new PointerType(ints), false, checked.pkg(), "Push");
        assertNotNull(push);
        var signature = ((FuncObject) push.object()).signature();
        assertEquals(BasicType.INT, signature.params().vars().getFirst().type());
    }

    @Test
    void aMethodWithPointerReceiverNeedsAnAddress() {
        var ints = types.instantiate(named("List"), List.of(BasicType.INT));
        assertNull(types.lookupFieldOrMethod(ints, false, checked.pkg(), "Push"));
        assertNotNull(types.lookupFieldOrMethod(ints, true, checked.pkg(), "Push"));
        assertEquals(
                List.of("Len"),
                types.methodSet(ints).stream().map(s -> s.object().name()).toList());
        assertEquals(
                List.of("Len", "Push"),
                types.methodSet(new PointerType(ints)).stream()
                        .map(s -> s.object().name())
                        .toList());
    }

    @Test
    void methodsOfEmbeddedPointersArePromoted() {
        var both = named("Both");
        assertEquals(
                List.of("Len", "Push", "String"),
                types.methodSet(both).stream().map(s -> s.object().name()).toList());
        assertTrue(types.implementsInterface(both, named("Stringer")));
        assertFalse(types.implementsInterface(named("List"), named("Stringer")));
    }

    @Test
    void aTypeInsideAGenericFunctionDiffersPerInstance() {
        var outer = (FuncObject) java.util.Objects.requireNonNull(checked.pkg().lookup("Outer"));
        var params = outer.signature().typeParams();
        NamedType local = null;
        for (var o : checked.objects()) {
            if (o instanceof TypeObject t && t.name().equals("local")) {
                local = (NamedType) t.type();
            }
        }
        assertNotNull(local);
        var ofInt = types.substitute(local, params, List.of(BasicType.INT));
        var ofString = types.substitute(local, params, List.of(BasicType.STRING));
        assertFalse(types.identical(ofInt, ofString));
        assertSame(ofInt, types.substitute(local, params, List.of(BasicType.INT)));
        assertEquals(BasicType.INT, ((StructType) ofInt.underlying()).fields().getFirst().type());
    }

    @Test
    void sizesFollowTheTarget() {
        var small = new Types(Target.of("linux", "386").orElseThrow());
        var s =
                new StructType(
                        List.of(
                                field("a", BasicType.BOOL),
                                field("b", BasicType.INT64),
                                field("c", BasicType.INT)),
                        List.of("", "", ""));
        // Go lays 64-bit integers on 4 bytes on 386, on 8 elsewhere
        assertEquals(24, types.sizeof(s));
        assertEquals(16, small.sizeof(s));
        assertEquals(8, types.offsetof(s, 1));
        assertEquals(4, small.offsetof(s, 1));
    }

    private static VarObject field(String name, Type type) {
        return new VarObject(null, name, 0, type, VarObject.Kind.FIELD, false);
    }
}
