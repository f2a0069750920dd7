package org.gorrery.runtime.iface;

import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;

/// What a failed type assertion says. Source: Go runtime, `error.go`, `TypeAssertionError`.
public final class AssertionText {
    private final TypeTable types;

    /// For the types of a run.
    public AssertionText(TypeTable types) {
        this.types = types;
    }

    /// The text.
    ///
    /// @param dynamic type of the value, 0 for nil
    /// @param wanted the asserted type
    /// @param iface static type of the interface, 0 where unknown
    public String of(long dynamic, long wanted, long iface) {
        String as = types.name(wanted);
        String from = iface == 0 ? "interface" : types.name(iface);
        if (dynamic == 0) {
            return "interface conversion: " + from + " is nil, not " + as;
        }
        String is = types.name(dynamic);
        if (TypeTable.kind(wanted) == TypeTable.INTERFACE) {
            return "interface conversion: "
                    + is
                    + " is not "
                    + as
                    + ": missing method "
                    + missing(wanted, dynamic);
        }
        String text = "interface conversion: " + from + " is " + is + ", not " + as;
        if (!is.equals(as)) {
            return text;
        }
        boolean elsewhere = !packagePath(dynamic).equals(packagePath(wanted));
        return text
                + (elsewhere
                        ? " (types from different packages)"
                        : " (types from different scopes)");
    }

    private String packagePath(long type) {
        return types.string(type + TypeLayout.PKG_PATH);
    }

    /// The first method of the interface, by name, that the type lacks.
    public String missing(long inter, long type) {
        long want = lackingMethod(inter, type);
        return want == 0 ? "" : types.string(want);
    }

    /// The entry of the method that keeps a value from being of an interface: 0 where that is not the reason.
    ///
    /// @param dynamic type of the value, 0 for nil
    /// @param wanted the asserted type
    public long lacking(long dynamic, long wanted) {
        return dynamic == 0 || TypeTable.kind(wanted) != TypeTable.INTERFACE
                ? 0
                : lackingMethod(wanted, dynamic);
    }

    private long lackingMethod(long inter, long type) {
        long wanted = types.list(inter);
        long methods = types.at(Mem.ld32(type + TypeLayout.METHODS));
        int have = methods == 0 ? 0 : Mem.ld32(methods);
        for (int i = 0, n = TypeTable.aux(inter); i < n; i++) {
            long want = wanted + (long) i * TypeLayout.IMETHOD_BYTES;
            if (!has(methods + 8, have, want)) {
                return want;
            }
        }
        return 0;
    }

    private boolean has(long methods, int count, long want) {
        String name = types.string(want);
        int type = Mem.ld32(want + TypeLayout.IMETHOD_TYPE);
        for (int i = 0; i < count; i++) {
            long m = methods + (long) i * TypeLayout.METHOD_BYTES;
            if (Mem.ld32(m + TypeLayout.METHOD_TYPE) == type
                    && types.string(m).equals(name)
                    && types.string(m + 8).equals(types.string(want + 8))) {
                return true;
            }
        }
        return false;
    }
}
