package org.gorrery.compiler.build;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes the program that runs a package's tests.
final class TestMain {
    private TestMain() {}

    static String text(TestPackage tests, String path, boolean profiles) {
        var out =
                new StringBuilder(
                        "package main\n\nimport (\n\t\"os\"\n\t\"regexp\"\n\t\"testing\"\n");
        if (profiles) {
            out.append("\t\"io\"\n\t\"runtime/pprof\"\n\t\"runtime/trace\"\n");
        }
        imports(out, tests, path);
        out.append(")\n\ntype support struct{}\n\nvar exitCode int\n\n")
                .append("func (support) MatchString(pat, str string) (bool, error) { ")
                .append("return regexp.MatchString(pat, str) }\n")
                .append("func (support) ImportPath() string { return ")
                .append(quoted(path))
                .append(" }\n")
                .append("func (support) Exit(code int) { exitCode = code }\n");
        if (profiles) {
            out.append(
                    """
                    func (support) StartCPUProfile(w io.Writer) error { return pprof.StartCPUProfile(w) }
                    func (support) StopCPUProfile() { pprof.StopCPUProfile() }
                    func (support) WriteProfileTo(name string, w io.Writer, debug int) error {
                    	return pprof.Lookup(name).WriteTo(w, debug)
                    }
                    func (support) StartTrace(w io.Writer) error { return trace.Start(w) }
                    func (support) StopTrace() { trace.Stop() }
                    """);
        }
        out.append("\nfunc main() {\n\tm := testing.MainStart(support{},\n");
        list(out, tests, TestPackage.Kind.TEST, "InternalTest");
        list(out, tests, TestPackage.Kind.BENCHMARK, "InternalBenchmark");
        list(out, tests, TestPackage.Kind.FUZZ, "InternalFuzzTarget");
        examples(out, tests);
        out.append("\t)\n");
        var main = of(tests, TestPackage.Kind.MAIN);
        if (main.isEmpty()) {
            out.append("\tos.Exit(m.Run())\n}\n");
        } else {
            out.append("\t")
                    .append(from(main.getFirst()))
                    .append("TestMain(m)\n\tos.Exit(exitCode)\n}\n");
        }
        return out.toString();
    }

    private static void imports(StringBuilder out, TestPackage tests, String path) {
        boolean inside = tests.functions().stream().anyMatch(f -> !f.outside());
        boolean outside = tests.functions().stream().anyMatch(TestPackage.Function::outside);
        if (!tests.inside().isEmpty() || tests.files() > 0) {
            out.append(inside ? "\t_test " : "\t_ ").append(quoted(path)).append('\n');
        }
        if (!tests.outside().isEmpty()) {
            out.append(outside ? "\t_xtest " : "\t_ ").append(quoted(path + "_test")).append('\n');
        }
    }

    private static List<TestPackage.Function> of(TestPackage tests, TestPackage.Kind kind) {
        return tests.functions().stream().filter(f -> f.kind() == kind).toList();
    }

    private static String from(TestPackage.Function f) {
        return f.outside() ? "_xtest." : "_test.";
    }

    private static void list(
            StringBuilder out, TestPackage tests, TestPackage.Kind kind, String type) {
        out.append("\t\t[]testing.").append(type).append("{\n");
        for (var f : of(tests, kind)) {
            out.append("\t\t\t{")
                    .append(quoted(f.name()))
                    .append(", ")
                    .append(from(f))
                    .append(f.name())
                    .append("},\n");
        }
        out.append("\t\t},\n");
    }

    private static void examples(StringBuilder out, TestPackage tests) {
        out.append("\t\t[]testing.InternalExample{\n");
        for (var f : of(tests, TestPackage.Kind.EXAMPLE)) {
            out.append("\t\t\t{")
                    .append(quoted(f.name()))
                    .append(", ")
                    .append(from(f))
                    .append(f.name())
                    .append(", ")
                    .append(quoted(f.output()))
                    .append(", ")
                    .append(f.unordered())
                    .append("},\n");
        }
        out.append("\t\t},\n");
    }

    /// A Go string literal, byte by byte where it is not plain ASCII.
    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= ' ' && b < 0x7f && b != '"' && b != '\\') {
                out.append((char) b);
            } else {
                out.append(String.format("\\x%02x", b & 0xff));
            }
        }
        return out.append('"').toString();
    }
}
