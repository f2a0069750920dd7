import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import org.gorrery.session.Compilation;
import org.gorrery.session.Engine;
import org.gorrery.session.RunOptions;
import org.gorrery.session.Source;

/// Measures compilations in one process, as the explorer does them: the first, the second, and the median of the ten after.
///
/// Use, from the repository's root, once the launcher is built, so that the start cache counts (it wants the launcher's flags, and
/// its class path as a beginning, which a source file cannot have):
/// `javac -d /tmp/second -cp 'app/target/launch/lib/*' engine/bench/start/SecondCompile.java`, then `java` with the flags of
/// `engine_flags` and `heap` in the launcher,
/// `-XX:AOTCache=app/target/launch/run.aot -cp 'app/target/launch/lib/*:/tmp/second' SecondCompile`.
/// Each compiles another text of hello.go, from source to class files, without any cache on disk.
final class SecondCompile {
    private SecondCompile() {}

    static void main() throws IOException {
        var program = Files.readString(Path.of("engine/bench/start/hello.go"));
        var engine = new Engine();
        var times = new ArrayList<Double>();
        for (int i = 0; i < 12; i++) {
            var text = program + "\nconst turn = " + i + "\n";
            long begin = System.nanoTime();
            var compiled = engine.compile(new Source.Text("hello.go", text), RunOptions.DEFAULT);
            times.add((System.nanoTime() - begin) / 1e6);
            if (!(compiled instanceof Compilation.Ready)) {
                throw new IllegalStateException(compiled.findings().toString());
            }
        }
        var rest = new ArrayList<>(times.subList(2, times.size()));
        Collections.sort(rest);
        System.out.printf(
                Locale.ROOT,
                "first %.0f ms, second %.0f ms, median of ten more %.0f ms%n",
                times.get(0),
                times.get(1),
                (rest.get(4) + rest.get(5)) / 2);
    }
}
