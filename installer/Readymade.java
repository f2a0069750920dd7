import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Makes archives of classes start faster: `java -cp ALL Readymade.java ARCHIVE...`, where ALL is what the classes were compiled with.
///
/// javac leaves pattern switches over types, and `equals` and `hashCode` of records, to be put together by the JVM when they are
/// first met, a class for each; the JVM's start cache keeps lambdas and string concatenations, but not these. Here each gets an
/// ordinary method that does the same. A switch with other labels than classes, strings and ints stays as it is.
///
/// Source: `java.lang.runtime.SwitchBootstraps#typeSwitch`, `java.lang.runtime.ObjectMethods`.
final class Readymade {
    private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final MethodTypeDesc SWITCH =
            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object, ConstantDescs.CD_int);

    private static final ClassFile FILE =
            ClassFile.of(
                    ClassFile.ClassHierarchyResolverOption.of(
                            ClassHierarchyResolver.ofResourceParsing(
                                            ClassLoader.getSystemClassLoader())
                                    .orElse(ClassHierarchyResolver.defaultResolver())));

    private Readymade() {}

    static void main(String[] archives) throws IOException {
        for (var archive : archives) {
            rewrite(Path.of(archive));
        }
    }

    private static void rewrite(Path archive) throws IOException {
        var fresh = archive.resolveSibling(archive.getFileName() + ".new");
        try (var in = new ZipFile(archive.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(fresh))) {
            for (var entries = in.entries(); entries.hasMoreElements(); ) {
                var e = entries.nextElement();
                byte[] bytes = in.getInputStream(e).readAllBytes();
                boolean code =
                        e.getName().endsWith(".class")
                                && !e.getName().equals("module-info.class");
                var copy = new ZipEntry(e.getName());
                copy.setTime(e.getTime());
                out.putNextEntry(copy);
                out.write(code ? rewritten(bytes) : bytes);
            }
        }
        Files.move(fresh, archive, StandardCopyOption.REPLACE_EXISTING);
    }

    /// A class with methods in place of what would be made at run time; the same bytes where there is none of it.
    static byte[] rewritten(byte[] bytes) {
        var model = FILE.parse(bytes);
        var owner = model.thisClass().asSymbol();
        boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
        var made = new ArrayList<Made>();
        byte[] changed =
                FILE.transformClass(
                        model,
                        (builder, element) -> copy(builder, element, owner, isInterface, made));
        return made.isEmpty() ? bytes : withMethods(changed, made);
    }

    /// A method to add.
    private record Made(String name, MethodTypeDesc type, InvokeDynamicInstruction site) {}

    private static void copy(
            ClassBuilder builder,
            ClassElement element,
            ClassDesc owner,
            boolean isInterface,
            List<Made> made) {
        if (!(element instanceof MethodModel method) || !hasSites(method)) {
            builder.with(element);
            return;
        }
        CodeTransform calls =
                (code, e) -> {
                    var type =
                            e instanceof InvokeDynamicInstruction site ? replacement(site) : null;
                    if (type == null) {
                        code.with(e);
                        return;
                    }
                    var name = "readymade$" + made.size();
                    made.add(new Made(name, type, (InvokeDynamicInstruction) e));
                    code.invokestatic(owner, name, type, isInterface);
                };
        builder.transformMethod(
                method, MethodTransform.transformingCode(calls));
    }

    private static boolean hasSites(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(
                        e -> e instanceof InvokeDynamicInstruction i && replacement(i) != null);
    }

    /// The type of the method that takes the place of a call; null where it stays.
    private static MethodTypeDesc replacement(InvokeDynamicInstruction site) {
        var owner = site.bootstrapMethod().owner();
        if (owner.equals(SWITCHES) && site.bootstrapMethod().methodName().equals("typeSwitch")) {
            return site.bootstrapArgs().stream().allMatch(Readymade::isLabel) ? SWITCH : null;
        }
        boolean record =
                owner.equals(RECORDS)
                        && (site.name().stringValue().equals("equals")
                                || site.name().stringValue().equals("hashCode"));
        return record ? site.typeSymbol() : null;
    }

    private static boolean isLabel(ConstantDesc label) {
        return label instanceof ClassDesc
                || label instanceof String
                || label instanceof Integer;
    }

    private static byte[] withMethods(byte[] bytes, List<Made> made) {
        ClassModel model = FILE.parse(bytes);
        int flags =
                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
        return FILE.transformClass(
                model,
                ClassTransform.endHandler(
                        builder -> {
                            for (var m : made) {
                                builder.withMethodBody(
                                        m.name(), m.type(), flags, code -> body(m, code));
                            }
                        }));
    }

    private static void body(Made made, CodeBuilder code) {
        var site = made.site();
        if (made.type() == SWITCH) {
            select(site.bootstrapArgs(), code);
        } else if (site.name().stringValue().equals("equals")) {
            equal(site, code);
        } else {
            hash(site, code);
        }
    }

    /// The first label at or after the index given that fits, their number where none does, -1 for null.
    private static void select(List<ConstantDesc> labels, CodeBuilder code) {
        var present = code.newLabel();
        code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
        for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            switch (labels.get(i)) {
                case ClassDesc type -> code.aload(0).instanceOf(type);
                case Integer number ->
                        code.loadConstant(number)
                                .invokestatic(
                                        ConstantDescs.CD_Integer,
                                        "valueOf",
                                        MethodTypeDesc.of(
                                                ConstantDescs.CD_Integer, ConstantDescs.CD_int))
                                .aload(0)
                                .invokevirtual(
                                        ConstantDescs.CD_Object,
                                        "equals",
                                        MethodTypeDesc.of(
                                                ConstantDescs.CD_boolean,
                                                ConstantDescs.CD_Object));
                case ConstantDesc text ->
                        code.loadConstant(text)
                                .aload(0)
                                .invokevirtual(
                                        ConstantDescs.CD_Object,
                                        "equals",
                                        MethodTypeDesc.of(
                                                ConstantDescs.CD_boolean,
                                                ConstantDescs.CD_Object));
            }
            code.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }

    private static List<DirectMethodHandleDesc> components(InvokeDynamicInstruction site) {
        var all = new ArrayList<DirectMethodHandleDesc>();
        site.bootstrapArgs().stream()
                .skip(2)
                .forEach(getter -> all.add((DirectMethodHandleDesc) getter));
        return all;
    }

    private static void equal(InvokeDynamicInstruction site, CodeBuilder code) {
        var type = site.typeSymbol().parameterType(0);
        var differ = code.newLabel();
        code.aload(1).instanceOf(type).ifeq(differ);
        code.aload(1).checkcast(type).astore(2);
        for (var getter : components(site)) {
            var field = getter.invocationType().returnType();
            code.aload(0).getfield(type, getter.methodName(), field);
            code.aload(2).getfield(type, getter.methodName(), field);
            switch (TypeKind.from(field)) {
                case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(differ);
                case LONG -> code.lcmp().ifne(differ);
                case FLOAT, DOUBLE -> {
                    var box = box(field);
                    code.invokestatic(
                                    box,
                                    "compare",
                                    MethodTypeDesc.of(ConstantDescs.CD_int, field, field))
                            .ifne(differ);
                }
                default ->
                        code.invokestatic(
                                        OBJECTS,
                                        "equals",
                                        MethodTypeDesc.of(
                                                ConstantDescs.CD_boolean,
                                                ConstantDescs.CD_Object,
                                                ConstantDescs.CD_Object))
                                .ifeq(differ);
            }
        }
        code.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
    }

    private static void hash(InvokeDynamicInstruction site, CodeBuilder code) {
        var type = site.typeSymbol().parameterType(0);
        code.iconst_0();
        for (var getter : components(site)) {
            var field = getter.invocationType().returnType();
            code.loadConstant(31).imul();
            code.aload(0).getfield(type, getter.methodName(), field);
            boolean primitive = field.isPrimitive();
            code.invokestatic(
                    primitive ? box(field) : OBJECTS,
                    "hashCode",
                    MethodTypeDesc.of(
                            ConstantDescs.CD_int, primitive ? field : ConstantDescs.CD_Object));
            code.iadd();
        }
        code.ireturn();
    }

    private static ClassDesc box(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            default -> ConstantDescs.CD_Integer;
        };
    }
}
