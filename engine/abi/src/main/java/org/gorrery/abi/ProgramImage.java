package org.gorrery.abi;

import java.util.List;
import java.util.Map;
import org.gorrery.target.Target;

/// A compiled program: what the compiler hands to the runtime.
///
/// @param classes class files by binary name (`go.main`); all loaded by one loader per run
/// @param codeClass binary name of the class that extends [RuntimeNames#GO_CODE]: the way in
/// @param rodata bytes at `layout.rodata`
/// @param itabs bytes at `layout.itabs`
/// @param text bytes at `layout.text` (thunks; content is free)
/// @param data initial bytes at `layout.data`
/// @param dataBytes length of the data region, at least `data.length`; the rest is zero
/// @param globals package variables, for roots, views and dumps
/// @param types offsets of all type descriptors in rodata
/// @param universeTypes well-known descriptors by Go name (`string`, `int`, `error`, `runtime.Error` …): offset in rodata
/// @param statements what a debugger can stop at
public record ProgramImage(
        Target target,
        AddressLayout layout,
        Map<String, byte[]> classes,
        String codeClass,
        byte[] rodata,
        byte[] itabs,
        byte[] text,
        byte[] data,
        long dataBytes,
        List<Global> globals,
        int[] types,
        Map<String, Integer> universeTypes,
        PcTable pcs,
        DebugStatements statements) {
    /// A program that was built to run only.
    public ProgramImage(
            Target target,
            AddressLayout layout,
            Map<String, byte[]> classes,
            String codeClass,
            byte[] rodata,
            byte[] itabs,
            byte[] text,
            byte[] data,
            long dataBytes,
            List<Global> globals,
            int[] types,
            Map<String, Integer> universeTypes,
            PcTable pcs) {
        this(
                target,
                layout,
                classes,
                codeClass,
                rodata,
                itabs,
                text,
                data,
                dataBytes,
                globals,
                types,
                universeTypes,
                pcs,
                DebugStatements.NONE);
    }

    /// A package variable at `layout.data + offset`; the offset is negative for one at low addresses.
    public record Global(String name, long offset, int typeOffset) {}
}
