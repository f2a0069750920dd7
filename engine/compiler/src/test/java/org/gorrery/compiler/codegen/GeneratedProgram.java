package org.gorrery.compiler.codegen;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.FuncInfo;
import org.gorrery.abi.PcTable;
import org.gorrery.abi.ProgramImage;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.IrGlobal;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.Type;
import org.gorrery.runtime.entry.GoCode;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.target.Target;

/// A program of hand-written IR, generated, loaded and ready to be called.
final class GeneratedProgram {
    /// Where calls find their stack: inside the window that the tests map.
    static final long STACK = (1L << 39) + 0x10_0000_0000L;

    /// Free memory for tests.
    static final long HEAP = (1L << 39) + 0x40_0000_0000L;

    private static final boolean MAPPED = map();

    private final ProgramImage image;
    private final Target target;
    private final ClassLoader loader;
    final G g = new G();

    private GeneratedProgram(ProgramImage image, Target target) {
        this.image = image;
        this.target = target;
        this.loader =
                new ClassLoader(GeneratedProgram.class.getClassLoader()) {
                    @Override
                    protected Class<?> findClass(String name) throws ClassNotFoundException {
                        byte[] b = image.classes().get(name);
                        if (name.equals(
                                "go.$Apart")) { // reflection wants every class that a signature
                            // names
                            b = ClassFile.of().build(ClassDesc.of(name), _ -> {});
                        }
                        if (b == null) {
                            throw new ClassNotFoundException(name);
                        }
                        return defineClass(name, b, 0, b.length);
                    }
                };
        write(image.layout().rodata(), image.rodata());
        write(image.layout().data(), image.data());
        write(image.layout().itabs(), image.itabs());
    }

    private static void write(long at, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            Mem.st8(at + i, bytes[i]);
        }
    }

    private static boolean map() {
        try {
            var linker = Linker.nativeLinker();
            var l = ValueLayout.JAVA_LONG;
            var i = ValueLayout.JAVA_INT;
            var mmap =
                    linker.downcallHandle(
                            linker.defaultLookup().find("mmap").orElseThrow(),
                            FunctionDescriptor.of(l, l, l, i, i, i, l));
            // PROT_READ | PROT_WRITE; MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE |
            // MAP_FIXED_NOREPLACE
            long at = (long) mmap.invokeExact(1L << 39, 1L << 40, 3, 0x104022, -1, 0L);
            return at == 1L << 39;
        } catch (Throwable t) {
            throw new IllegalStateException("no window for the tests", t);
        }
    }

    /// Collects what a program consists of.
    static final class Builder {
        private Target target = Target.LINUX_AMD64;
        private final List<IrFunction> functions = new ArrayList<>();
        private final List<IrGlobal> globals = new ArrayList<>();
        private final List<Type> types = new ArrayList<>();
        private final Map<Type, List<IrProgram.Method>> methods = new LinkedHashMap<>();
        private final List<InterfaceType> interfaces = new ArrayList<>();
        private final Map<String, Type> universe = new LinkedHashMap<>();
        private final SourceSet sources = new SourceSet();
        private CodegenOptions options = CodegenOptions.DEFAULT;

        Builder target(String arch) {
            target = Target.of("linux", arch).orElseThrow();
            return this;
        }

        Builder options(CodegenOptions chosen) {
            options = chosen;
            return this;
        }

        Builder add(IrFunction... more) {
            functions.addAll(Arrays.asList(more));
            return this;
        }

        Builder global(IrGlobal g) {
            globals.add(g);
            return this;
        }

        Builder type(Type t, IrProgram.Method... list) {
            types.add(t);
            methods.put(t, List.of(list));
            return this;
        }

        Builder iface(InterfaceType t) {
            interfaces.add(t);
            return this;
        }

        Builder universe(String name, Type t) {
            universe.put(name, t);
            return this;
        }

        /// A file of `lines` lines; the position of line n is `base + n - 1`.
        int file(int lines) {
            return sources.add(
                    "main.go",
                    "\n".repeat(lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        GeneratedProgram build() {
            if (!MAPPED) {
                throw new IllegalStateException("the window is taken");
            }
            var main = Ir.function("main", List.of(), List.of());
            main.blocks().getFirst().setTerminator(Ir.ret());
            functions.add(main);
            var program =
                    new IrProgram(
                            target, functions, main, globals, types, methods, interfaces, universe);
            return new GeneratedProgram(
                    CodeGenerator.generate(program, sources, AddressLayout.of(0, target), options),
                    target);
        }
    }

    ProgramImage image() {
        return image;
    }

    PcTable pcs() {
        return image.pcs();
    }

    /// The instance of the way in.
    GoCode code() {
        try {
            return (GoCode)
                    loader.loadClass(image.codeClass()).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Calls a function of package main; arguments are the words behind G and sp.
    Object call(String name, Object... words) {
        return callAt(STACK, name, words);
    }

    Object callAt(long sp, String name, Object... words) {
        var method = method(name);
        Object[] args = new Object[words.length + 2];
        args[0] = g;
        args[1] = sp;
        System.arraycopy(words, 0, args, 2, words.length);
        try {
            return method.invoke(null, args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Method method(String name) {
        for (var c : image.classes().keySet()) {
            if (!c.startsWith("go.main")) {
                continue;
            }
            try {
                for (var m : loader.loadClass(c).getDeclaredMethods()) {
                    if (m.getName().equals(name)) {
                        return m;
                    }
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("no function " + name);
    }

    /// What the live slots of the frame at sp hold, and the objects of the frame that one of them leads to.
    List<Long> pointersLedTo(long sp) {
        var all = new ArrayList<>(livePointers(sp));
        for (int i = 0; i < all.size(); i++) {
            long offset = all.get(i) - sp;
            objects(sp).stream()
                    .filter(o -> offset >= o.offset() && offset < o.offset() + o.bytes())
                    .flatMapToLong(o ->
                            BitSet.valueOf(new long[] {o.pointers()}).stream()
                                    .mapToLong(w -> word(sp + o.offset(), w)))
                    .forEach(all::add);
        }
        return all;
    }

    /// What the slots hold that are live at the pc of the frame at sp: 8 bytes each up to the first object with pointers of its own, the
    /// target's words from there on.
    List<Long> livePointers(long sp) {
        var live = BitSet.valueOf(pcs().liveMaps()[pcs().siteLive()[site(sp)]]);
        int lowest =
                objects(sp).stream()
                        .filter(o -> o.pointers() != 0)
                        .mapToInt(FuncInfo.FrameObject::offset)
                        .min()
                        .orElse(Integer.MAX_VALUE);
        return live.stream()
                .mapToObj(slot ->
                        8 + 8 * slot < lowest
                                ? Mem.ld64(sp + 8 + 8L * slot)
                                : word(sp + lowest, slot - (lowest - 8) / 8))
                .toList();
    }

    private long word(long at, int index) {
        if (target.is64Bit()) {
            return Mem.ld64(at + 8L * index);
        }
        int low = Mem.ld32(at + 4L * index);
        return low == 0 ? 0 : image.layout().base() + Integer.toUnsignedLong(low);
    }

    private List<FuncInfo.FrameObject> objects(long sp) {
        return pcs().functions().get(pcs().siteFunction()[site(sp)]).objects();
    }

    private int site(long sp) {
        return (int) image.layout().siteAt(Mem.ld64(sp));
    }

    /// Line of the pc of the frame at sp.
    int line(long sp) {
        return pcs().siteLine()[site(sp)];
    }
}
