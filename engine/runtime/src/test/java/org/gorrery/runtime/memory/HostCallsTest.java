package org.gorrery.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the calls of the host cost at a start.
class HostCallsTest {
    /// What is run in a JVM of its own.
    static final class Start {
        private Start() {}

        /// All that a run asks of the host.
        public static void main(String[] args) {
            AddressSpace.findCalls();
            try (var space = AddressSpace.reserve()) {
                space.discard(space.tables(), 1 << 16);
            }
        }
    }

    @Test
    void theJvmMakesCodeForOneShapeOfCall() throws IOException, InterruptedException {
        var stubs =
                classesLoaded().stream()
                        .filter(name -> name.startsWith("jdk.internal.foreign.abi.DowncallStub/"))
                        .toList();
        assertEquals(1, stubs.size(), stubs::toString);
    }

    private static List<String> classesLoaded() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx64m"));
        command.addAll(
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(a -> a.startsWith("--add-") || a.startsWith("--enable-"))
                        .toList());
        command.addAll(
                List.of(
                        "-Xlog:class+load=info:stdout:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Start.class.getName()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        return text.lines().map(l -> l.replaceFirst(" .*", "")).toList();
    }
}
