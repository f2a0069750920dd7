package org.gorrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `installer/Readymade.java`, which the build runs over the archives that are started from.
class ReadymadeTest {
    private static final String SOURCE =
            """
            import java.util.function.Function;
            public class Sample implements Function<Object, Object> {
                sealed interface Shape permits Dot, Line, Box {}
                record Dot() implements Shape {}
                record Line(double length, String name) implements Shape {}
                record Box(int w, long h, float d, boolean open, byte[] inside, Shape next) implements Shape {}
                enum Colour { RED, BLUE }
                interface Namer {
                    default String name(Object o) {
                        return switch (o) { case Integer i when i > 9 -> "big"; case Integer i -> "int"; default -> "other"; };
                    }
                }
                static String shape(Shape s) {
                    return switch (s) {
                        case Line(double l, var n) when l > 1 -> "long " + n;
                        case Line l when l.length() < 0 -> "negative";
                        case Line l -> "short " + l.name();
                        case Dot d -> "dot";
                        case Box b -> "box " + shape(b.next());
                    };
                }
                static String text(String s) {
                    return switch (s) { case "a" -> "first"; case String t when t.isEmpty() -> "empty"; case "b" -> "second"; case null -> "none"; default -> s; };
                }
                static String number(Integer n) {
                    return switch (n) { case 7 -> "seven"; case Integer k when k < 0 -> "minus"; case 900 -> "many"; default -> "?"; };
                }
                static String colour(Colour c) {
                    return switch (c) { case RED -> "r"; case Colour d when d.ordinal() == 5 -> "never"; case BLUE -> "b"; };
                }
                static int hash(Object... parts) {
                    int h = 0;
                    for (var p : parts) h = 31 * h + java.util.Objects.hashCode(p);
                    return h;
                }
                public Object apply(Object none) {
                    var out = new StringBuilder();
                    for (var s : new Shape[] {new Line(2, "x"), new Line(-1, "y"), new Line(0.5, "z"), new Dot(), new Box(1, 2, 3, true, null, new Dot())})
                        out.append(shape(s)).append(';');
                    for (var s : new String[] {"a", "", "b", null, "q"}) out.append(text(s)).append(';');
                    for (int n : new int[] {7, -3, 900, 5}) out.append(number(n)).append(';');
                    out.append(colour(Colour.RED)).append(colour(Colour.BLUE)).append(';');
                    for (var o : new Object[] {10, 9, "s"}) out.append(new Namer() {}.name(o)).append(';');
                    byte[] bytes = {1};
                    var box = new Box(1, 1L << 40, Float.NaN, true, bytes, new Line(-0.0, null));
                    out.append(box.equals(new Box(1, 1L << 40, Float.NaN, true, bytes, new Line(-0.0, null))));
                    out.append(box.equals(new Box(1, 1L << 40, Float.NaN, true, bytes, new Line(0.0, null))));
                    out.append(box.equals(new Box(1, 1L << 41, Float.NaN, true, bytes, new Line(-0.0, null))));
                    out.append(box.equals(new Box(1, 1L << 40, Float.NaN, true, bytes.clone(), new Line(-0.0, null))));
                    out.append(box.equals(null)).append(box.equals("box")).append(new Dot().equals(new Dot())).append(';');
                    out.append(box.hashCode() == hash(1, 1L << 40, Float.NaN, true, bytes, new Line(-0.0, null)));
                    out.append(new Line(2.5, "n").hashCode() == hash(2.5, "n")).append(new Dot().hashCode());
                    return out.toString();
                }
            }
            """;

    private static final String EXPECTED =
            "long x;negative;short z;dot;box dot;first;empty;second;none;q;seven;minus;many;?;rb;big;int;other;"
                    + "truefalsefalsefalsefalsefalsetrue;truetrue0";

    @TempDir Path folder;
    private Path archive;

    @BeforeEach
    void anArchive() throws IOException {
        Path source = Files.writeString(folder.resolve("Sample.java"), SOURCE);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString());
        assertEquals(0, status);
        archive = folder.resolve("sample.jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(archive));
                var files = Files.list(classes)) {
            for (Path file : files.sorted().toList()) {
                out.putNextEntry(new ZipEntry(file.getFileName().toString()));
                out.write(Files.readAllBytes(file));
            }
            out.putNextEntry(new ZipEntry("notes/a.txt"));
            out.write("kept as it is".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void rewrite() throws Exception {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                archive.toString(),
                                Path.of("..", "installer", "Readymade.java").toString(),
                                archive.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    @SuppressWarnings("unchecked")
    private String outcome() throws Exception {
        try (var loader = new URLClassLoader(new URL[] {archive.toUri().toURL()}, null)) {
            var sample = loader.loadClass("Sample").getDeclaredConstructor().newInstance();
            return (String) ((Function<Object, Object>) sample).apply("");
        }
    }

    private boolean leavesToTheJvm(String bootstrap) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var e : java.util.Collections.list(zip.entries())) {
                var bytes = zip.getInputStream(e).readAllBytes();
                if (new String(bytes, StandardCharsets.ISO_8859_1).contains(bootstrap)
                        && new String(bytes, StandardCharsets.ISO_8859_1).contains("typeSwitch")) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void switchesAndRecordsDoTheSameAsBefore() throws Exception {
        assertEquals(EXPECTED, outcome());
        rewrite();
        assertEquals(EXPECTED, outcome());
    }

    @Test
    void noSwitchOverTypesIsLeftToTheFirstUse() throws Exception {
        String made = "readymade$0";
        assertTrue(leavesToTheJvm("java/lang/runtime/SwitchBootstraps"));
        rewrite();
        try (var zip = new ZipFile(archive.toFile())) {
            var sample =
                    new String(
                            zip.getInputStream(zip.getEntry("Sample.class")).readAllBytes(),
                            StandardCharsets.ISO_8859_1);
            assertTrue(sample.contains(made));
            assertFalse(callsDynamically("Sample$Line.class"));
            assertFalse(callsDynamically("Sample$Box.class"));
        }
    }

    private boolean callsDynamically(String name) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            var model =
                    java.lang.classfile.ClassFile.of()
                            .parse(zip.getInputStream(zip.getEntry(name)).readAllBytes());
            return model.methods().stream()
                    .filter(m -> !m.methodName().equalsString("toString"))
                    .flatMap(m -> m.code().stream())
                    .flatMap(c -> c.elementStream())
                    .anyMatch(e ->
                            e instanceof java.lang.classfile.instruction.InvokeDynamicInstruction);
        }
    }

    @Test
    void otherFilesStayAsTheyAre() throws Exception {
        rewrite();
        try (var zip = new ZipFile(archive.toFile())) {
            var text = zip.getInputStream(zip.getEntry("notes/a.txt")).readAllBytes();
            assertEquals("kept as it is", new String(text, StandardCharsets.UTF_8));
        }
    }
}
