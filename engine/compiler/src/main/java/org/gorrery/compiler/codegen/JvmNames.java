package org.gorrery.compiler.codegen;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import org.gorrery.abi.Entry;
import org.gorrery.abi.RuntimeNames;
import org.gorrery.compiler.ir.MemKind;

/// The classes and methods outside of a program's own code that its code refers to, and short forms for calling them.
final class JvmNames {
    static final ClassDesc G = ClassDesc.ofInternalName(RuntimeNames.G);
    static final ClassDesc MEM = ClassDesc.ofInternalName(RuntimeNames.MEM);
    static final ClassDesc GO_CODE = ClassDesc.ofInternalName(RuntimeNames.GO_CODE);
    static final ClassDesc CHECKS = ClassDesc.of("go.$checks");
    static final ClassDesc DISPATCH = ClassDesc.of("go.$dispatch");
    static final ClassDesc CODE = ClassDesc.of("go.$code");
    static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    static final ClassDesc INTEGER = ClassDesc.of("java.lang.Integer");
    static final ClassDesc LONG = ClassDesc.of("java.lang.Long");
    static final ClassDesc FLOAT = ClassDesc.of("java.lang.Float");
    static final ClassDesc DOUBLE = ClassDesc.of("java.lang.Double");
    static final ClassDesc THROWABLE = ConstantDescs.CD_Throwable;

    /// JVM slot of the goroutine, in every function.
    static final int SLOT_G = 0;

    /// JVM slot of the frame pointer.
    static final int SLOT_SP = 1;

    /// First JVM slot of the closure or the words.
    static final int SLOT_WORDS = 3;

    private final Map<String, MethodTypeDesc> types = new HashMap<>();

    /// The parsed form of a JVM descriptor; each is parsed once.
    MethodTypeDesc type(String descriptor) {
        return types.computeIfAbsent(descriptor, MethodTypeDesc::ofDescriptor);
    }

    /// Emits a call of a static method.
    void call(CodeBuilder c, ClassDesc owner, String name, String descriptor) {
        c.invokestatic(owner, name, type(descriptor));
    }

    /// Emits the call of a runtime entry.
    void entry(CodeBuilder c, Entry entry) {
        call(c, ClassDesc.ofInternalName(entry.owner()), entry.method(), entry.descriptor());
    }

    /// Emits the load of G and sp.
    static void frame(CodeBuilder c) {
        c.aload(SLOT_G).lload(SLOT_SP);
    }

    /// Emits a raw load of 64 bits.
    void ld64(CodeBuilder c) {
        call(c, MEM, "ld64", "(J)J");
    }

    /// Emits a raw store of 64 bits.
    void st64(CodeBuilder c) {
        call(c, MEM, "st64", "(JJ)V");
    }

    /// Emits a load of the kind; the address is on the stack.
    ///
    /// @param wide whether pointers have 64 bits in memory
    void load(CodeBuilder c, MemKind kind, boolean wide) {
        switch (kind) {
            case I8 -> call(c, MEM, "ld8", "(J)B");
            case U8 -> {
                call(c, MEM, "ld8", "(J)B");
                c.loadConstant(255).iand();
            }
            case I16 -> call(c, MEM, "ld16", "(J)S");
            case U16 -> {
                call(c, MEM, "ld16", "(J)S");
                c.loadConstant(65535).iand();
            }
            case I32 -> call(c, MEM, "ld32", "(J)I");
            case I64 -> ld64(c);
            case F32 -> call(c, MEM, "ldF32", "(J)F");
            case F64 -> call(c, MEM, "ldF64", "(J)D");
            case PTR, ADDR -> {
                if (wide) {
                    ld64(c);
                } else {
                    call(c, CHECKS, "ldp", "(J)J");
                }
            }
        }
    }

    /// Emits a store of the kind; address and value are on the stack.
    void store(CodeBuilder c, MemKind kind, boolean wide) {
        switch (kind) {
            case I8, U8 -> {
                c.i2b();
                call(c, MEM, "st8", "(JB)V");
            }
            case I16, U16 -> {
                c.i2s();
                call(c, MEM, "st16", "(JS)V");
            }
            case I32 -> call(c, MEM, "st32", "(JI)V");
            case I64 -> st64(c);
            case F32 -> call(c, MEM, "stF32", "(JF)V");
            case F64 -> call(c, MEM, "stF64", "(JD)V");
            case PTR, ADDR -> {
                if (wide) {
                    st64(c);
                } else {
                    c.l2i();
                    call(c, MEM, "st32", "(JI)V");
                }
            }
        }
    }
}
