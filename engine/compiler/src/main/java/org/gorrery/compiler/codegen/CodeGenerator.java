package org.gorrery.compiler.codegen;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.DebugStatements;
import org.gorrery.abi.ProgramImage;
import org.gorrery.abi.RuntimeNames;
import org.gorrery.compiler.ir.ArgumentLocals;
import org.gorrery.compiler.ir.BackEdges;
import org.gorrery.compiler.ir.BoundsChecks;
import org.gorrery.compiler.ir.CopyPropagation;
import org.gorrery.compiler.ir.GuardedAccesses;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.ir.LocalPropagation;
import org.gorrery.compiler.ir.NilChecks;
import org.gorrery.compiler.ir.Sizes;
import org.gorrery.compiler.source.DeepStack;
import org.gorrery.compiler.source.SourceSet;

/// Turns a lowered program into class files and the initial contents of memory (codegen.md, WALLS).
///
/// In order: what is used as a value gets an entry thunk, pairs of interface and type get method tables; the IR of each function is brought
/// into the form that can be emitted; functions are compiled class by class, while read-only data grows as it is asked for; then
/// dispatchers, checks and the way in, which depend on what the functions asked for; data and the pc table last.
///
/// What looks at one function only is done on two threads; numbers and places are given out on one, in the order of the program.
///
/// Guard: one compilation, one caller. The IR of the program is changed on the way.
public final class CodeGenerator {
    private final IrProgram program;
    private final AddressLayout layout;
    private final ProgramPlan plan;
    private final ClassFile classFile = ClassFile.of(ClassFile.DebugElementsOption.PASS_DEBUG);

    private CodeGenerator(
            IrProgram program, SourceSet sources, AddressLayout layout, CodegenOptions options) {
        this.program = program;
        this.layout = layout;
        var names = new JvmNames();
        var sizes = new Sizes(program.target());
        var identity = new TypeIdentity();
        var mentions = new Mentions(program);
        var thunks = new Thunks(mentions.values());
        var itabs = new Itabs(program, mentions.interfaces(), mentions.concretes(), identity);
        var image = new DataImage(program, layout, sizes, identity, thunks, itabs);
        var checks = new ChecksClass(layout, image.lowBytes(), program.target().is64Bit(), names);
        this.plan =
                new ProgramPlan(
                        program,
                        sources,
                        sizes,
                        names,
                        image,
                        thunks,
                        checks,
                        new DispatchPlan(thunks, itabs),
                        options);
    }

    /// Generates the image of a program.
    ///
    /// @param sources the files that positions in the IR refer to
    /// @param layout where the image will lie
    public static ProgramImage generate(
            IrProgram program, SourceSet sources, AddressLayout layout, CodegenOptions options) {
        return new CodeGenerator(program, sources, layout, options).run();
    }

    private ProgramImage run() {
        var compiled = program.functions().stream().filter(f -> f.nativeOwner() == null).toList();
        if (program.functions().stream().anyMatch(CodeGenerator::closesMemory)) {
            DeepStack.forEach(compiled, GuardedAccesses::run);
        }
        DeepStack.forEach(compiled, this::simplify);
        new QuietFunctions(compiled).all().forEach(plan::markQuiet);
        var loops = new LoopPolicy(plan);
        DeepStack.forEach(
                compiled,
                f -> {
                    ArgumentLocals.introduce(f);
                    BackEdges.split(f);
                    if (plan.options().optimise()) {
                        loops.apply(f);
                    }
                });
        var placed = new ClassPlan(plan, program.functions());
        var compiler = new FunctionCompiler(plan);
        program.functions().stream()
                .filter(f -> f.nativeOwner() != null)
                .forEach(compiler::addNative);
        Map<String, byte[]> classes = new LinkedHashMap<>();
        ClassSink sink =
                (owner, content) -> classes.put(binaryName(owner), classOf(owner, content));
        emit(List.copyOf(placed.classes().entrySet()), compiler, sink);
        classes.put(binaryName(JvmNames.CODE), new GoCodeClass(plan).generate(classFile));
        new DispatchClass(plan)
                .generate(classFile)
                .forEach((owner, bytes) -> classes.put(binaryName(owner), bytes));
        classes.put(binaryName(JvmNames.CHECKS), plan.checks().generate(classFile));
        return image(classes, compiler);
    }

    private static boolean closesMemory(IrFunction f) {
        return f.nativeOwner() != null && f.name().equals(RuntimeNames.CLOSES_MEMORY);
    }

    /// Emits classes in their order; while one is emitted, the functions of the next are planned.
    private static void emit(
            List<Map.Entry<ClassDesc, List<IrFunction>>> classes,
            FunctionCompiler compiler,
            ClassSink sink) {
        Supplier<List<FunctionCompiler.Planned>> next = List::of;
        for (int i = -1; i < classes.size(); i++) {
            var planned = next.get();
            if (i + 1 < classes.size()) {
                var functions = classes.get(i + 1).getValue();
                next = DeepStack.ahead(() -> functions.stream().map(compiler::plan).toList());
            }
            if (i >= 0) {
                sink.add(
                        classes.get(i).getKey(),
                        cb -> planned.forEach(p -> compiler.emit(p, cb, sink)));
            }
        }
    }

    private byte[] classOf(ClassDesc owner, Consumer<ClassBuilder> content) {
        return classFile.build(
                owner,
                cb -> {
                    cb.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
                    content.accept(cb);
                });
    }

    private void simplify(IrFunction f) {
        if (plan.options().simplify()) {
            LocalPropagation.run(f);
            NilChecks.run(f);
            CopyPropagation.run(f);
            LocalPropagation.run(f);
            BoundsChecks.run(f);
        }
    }

    private ProgramImage image(Map<String, byte[]> classes, FunctionCompiler compiler) {
        var image = plan.image();
        program.runtimeTypes().forEach(image::typeOffset);
        var universe = new LinkedHashMap<String, Integer>();
        program.universeTypes().forEach((name, type) -> universe.put(name, image.typeOffset(type)));
        var globals = image.globals();
        byte[] itabs = image.itabs();
        byte[] data = image.data();
        byte[] rodata = image.rodata();
        byte[] text = new byte[plan.thunks().functions().size() * AddressLayout.THUNK_BYTES];
        return new ProgramImage(
                program.target(),
                layout.withLow(image.lowBytes()),
                classes,
                binaryName(JvmNames.CODE),
                rodata,
                itabs,
                text,
                data,
                image.dataBytes(),
                globals,
                image.types(),
                universe,
                plan.sites().toPcTable(compiler.thunkFunctions()),
                debugStatements());
    }

    private DebugStatements debugStatements() {
        var positions = program.debugStatements();
        if (positions.isEmpty()) {
            return DebugStatements.NONE;
        }
        int n = positions.size();
        var files = new ArrayList<String>();
        int[] file = new int[n];
        int[] line = new int[n];
        int[] column = new int[n];
        int[] position = new int[n];
        for (int i = 0; i < n; i++) {
            position[i] = positions.get(i);
            var p = plan.sources().position(position[i]);
            int index = files.indexOf(p.file());
            if (index < 0) {
                index = files.size();
                files.add(p.file());
            }
            file[i] = index;
            line[i] = p.line();
            column[i] = p.column();
        }
        return new DebugStatements(files, file, line, column, position);
    }

    private static String binaryName(java.lang.constant.ClassDesc type) {
        var d = type.descriptorString();
        return d.substring(1, d.length() - 1).replace('/', '.');
    }
}
