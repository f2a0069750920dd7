package org.gorrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.regex.Pattern;
import org.gorrery.app.cli.ScriptHome.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher `gorrery`: when it builds, and what it passes to Java.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for a POSIX shell")
class LauncherScriptTest {
    private static final String MAVEN_THAT_BUILDS =
            """
            for arg; do case $arg in -Dlaunch.folder=*) mkdir "${arg#*=}/lib" ;; esac; done
            echo '[INFO] Building Gorrery app 0.1.0-SNAPSHOT          [11/11]'
            """;

    @TempDir Path folder;
    private ScriptHome machine;
    private Path jdk;

    @BeforeEach
    void aMachineThatCanBuild() throws IOException {
        machine = new ScriptHome(folder);
        jdk = machine.jdk(machine.root.resolve("usr/lib/jvm/jdk"), "25");
        machine.maven(MAVEN_THAT_BUILDS);
    }

    private Outcome launch(String... args) {
        var outcome = machine.run("gorrery", args);
        assertEquals(0, outcome.status(), outcome.err());
        return outcome;
    }

    private static List<String> javaArgs(Outcome outcome) {
        return outcome.out().lines().skip(1).toList();
    }

    @Test
    void theFirstUseBuildsAndShowsIt() {
        var outcome = launch("version");
        assertTrue(outcome.err().contains("building on first use"), outcome.err());
        assertTrue(outcome.err().contains("[11/11]  app"), outcome.err());
        assertEquals("java of " + jdk, outcome.out().lines().findFirst().orElse(""));
        assertEquals("version", javaArgs(outcome).getLast());
    }

    @Test
    void theSecondUseBuildsNothing() {
        launch("version");
        assertEquals("", launch("version").err());
    }

    @Test
    void aNewerSourceIsBuilt() throws IOException {
        launch("version");
        Path source = machine.checkout.resolve("engine/abi/src/main/New.java");
        Files.writeString(source, "");
        Path built = machine.checkout.resolve("app/target/launch/built");
        FileTime later = FileTime.fromMillis(Files.getLastModifiedTime(built).toMillis() + 5000);
        Files.setLastModifiedTime(source, later);
        assertTrue(launch("version").err().contains("sources are newer"));
    }

    @Test
    void aFailedBuildTellsWhyAndTheNextUseTriesAgain() throws IOException {
        machine.maven("echo '[ERROR] Oops.java:[1,2] missing'; echo '[ERROR] -> [Help 1]'; exit 1");
        var outcome = machine.run("gorrery", "version");
        assertEquals(1, outcome.status());
        assertTrue(outcome.err().contains("Oops.java:[1,2] missing"), outcome.err());
        assertFalse(outcome.err().contains("Help 1"), outcome.err());
        assertEquals("", outcome.out());
        machine.maven(MAVEN_THAT_BUILDS);
        assertTrue(launch("version").err().contains("building on first use"));
    }

    @Test
    void theLockOfALauncherThatDiedIsTakenOver() throws IOException {
        Path lock =
                Files.createDirectories(machine.checkout.resolve("app/target"))
                        .resolve("launch.lock");
        Files.writeString(lock, idOfAnEndedProcess() + "\n");
        assertFalse(launch("version").err().contains("waiting"));
        assertFalse(Files.exists(lock));
    }

    @Test
    void aChangedSampleNeedsNoBuild() throws IOException {
        launch("samples");
        Path programs = machine.checkout.resolve("sample-programs/programs/sieve");
        Files.createDirectories(programs);
        Files.writeString(programs.resolve("primes.go"), "package main");
        assertEquals("", launch("samples").err());
        Path copy =
                machine.checkout.resolve(
                        "app/target/launch/samples/org/gorrery/samples/sieve/primes.go");
        assertEquals("package main", Files.readString(copy));
    }

    @Test
    void argumentsArriveAsTheyWereGiven() {
        var args = javaArgs(launch("run", "a b.go", "", "$HOME", "*"));
        assertEquals(
                List.of("run", "a b.go", "", "$HOME", "*"),
                args.subList(args.size() - 5, args.size()));
    }

    @Test
    void theEngineGetsTheFlagsThatItsTestsRunWith() throws IOException {
        var pom = Files.readString(Path.of("../pom.xml"));
        var flags = Pattern.compile("<engine.jvm.flags>(.*)</engine.jvm.flags>").matcher(pom);
        assertTrue(flags.find());
        var expected = List.of(flags.group(1).split(" "));
        assertTrue(javaArgs(launch("run", "x.go")).containsAll(expected));
        assertTrue(javaArgs(launch("snapshot", "x.go")).containsAll(expected));
    }

    @Test
    void aRunStartsFromWhatTheBuildKept() throws IOException {
        assertFalse(javaArgs(launch("run", "x.go")).toString().contains("AOTCache"));
        Path kept = machine.checkout.resolve("app/target/launch/run.aot");
        Files.createFile(kept);
        assertTrue(javaArgs(launch("run", "x.go")).contains("-XX:AOTCache=" + kept));
        assertFalse(javaArgs(launch("samples")).toString().contains("AOTCache"));
    }

    @Test
    void theBuildTeachesTheJvmToCompileOurCompilerQuicklyAndNothingElse() throws IOException {
        Files.writeString(machine.checkout.resolve("installer/first-run.go"), "");
        var run = javaArgs(launch("run", "x.go"));
        var learning =
                Files.readAllLines(machine.checkout.resolve("app/target/launch.log")).stream()
                        .filter(l -> l.startsWith("-XX:"))
                        .toList();
        var quickly = "-XX:TieredStopAtLevel=1";
        assertTrue(learning.contains(quickly), learning.toString());
        assertFalse(run.contains(quickly), run.toString());
        var only = "-XX:CompileCommand=compileonly,";
        assertTrue(learning.contains(only + "org.gorrery.compiler.*::*"), learning.toString());
        assertFalse(learning.toString().contains(only + "org.gorrery.runtime"));
    }

    @Test
    void aRunHasRoomForManyYoungGoroutines() {
        var args = javaArgs(launch("run", "x.go"));
        assertTrue(args.containsAll(List.of("-XX:InitialRAMPercentage=6.25", "-XX:NewRatio=1")));
    }

    @Test
    void aRunHasASmallCollectorAndTheExplorerOneWithShortPauses() {
        assertTrue(javaArgs(launch("run", "x.go")).contains("-XX:+UseSerialGC"));
        assertTrue(javaArgs(launch("x.go")).contains("-XX:+UseZGC"));
        assertTrue(javaArgs(launch()).contains("-XX:+UseZGC"));
    }

    @Test
    void aSnapshotNeedsNoDisplay() throws IOException {
        everythingForAWindow();
        machine.environment.put("DISPLAY", ":0");
        assertTrue(javaArgs(launch("snapshot", "x.go")).contains("-Dglass.platform=Headless"));
        assertFalse(javaArgs(launch("x.go")).contains("-Dglass.platform=Headless"));
    }

    @Test
    void withoutADisplayTheExplorerIsToldSo() throws IOException {
        everythingForAWindow();
        var args = javaArgs(launch());
        assertTrue(args.contains("-Dgorrery.display=no"));
        assertTrue(args.contains("-Dgorrery.libraries.missing="));
        assertTrue(args.contains("-Dglass.platform=Headless"));
        machine.environment.put("WAYLAND_DISPLAY", "wayland-0");
        assertTrue(javaArgs(launch()).contains("-Dgorrery.display=wayland"));
    }

    @Test
    void missingLibrariesAreNamed() throws IOException {
        everythingForAWindow();
        machine.environment.put("DISPLAY", ":0");
        Files.delete(machine.root.resolve("usr/lib/x86_64-linux-gnu/libgtk-3.so.0"));
        var args = javaArgs(launch());
        assertTrue(args.contains("-Dgorrery.libraries.missing=gtk3"), args.toString());
        assertTrue(args.contains("-Dglass.platform=Headless"));
    }

    private static long idOfAnEndedProcess() throws IOException {
        Process process = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        process.onExit().join();
        return process.pid();
    }

    private void everythingForAWindow() throws IOException {
        Files.delete(machine.path.resolve("uname"));
        machine.script(machine.path.resolve("uname"), "echo Linux");
        machine.script(machine.path.resolve("ldconfig"), "exit 1");
        Path libraries = Files.createDirectories(machine.root.resolve("usr/lib/x86_64-linux-gnu"));
        for (String file :
                List.of(
                        "libgtk-3.so.0",
                        "libXtst.so.6",
                        "libpangoft2-1.0.so.0",
                        "libfreetype.so.6",
                        "libfontconfig.so.1")) {
            Files.createFile(libraries.resolve(file));
        }
    }
}
