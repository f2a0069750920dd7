package org.gorrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `installer/find-jdk.sh` and `mvnw`, which stands on it.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for a POSIX shell")
class FindJdkScriptTest {
    @TempDir Path folder;
    private ScriptHome machine;

    @BeforeEach
    void aMachineWithoutJava() throws IOException {
        machine = new ScriptHome(folder);
    }

    private String found() {
        var outcome =
                machine.shell(". installer/find-jdk.sh; find_jdk 25 || :; printf %s \"$JDK\"");
        assertEquals(0, outcome.status(), outcome.err());
        return outcome.out();
    }

    @Test
    void javaHomeIsTakenWhenItIsNewEnough() throws IOException {
        Path mine = machine.jdk(folder.resolve("my jdk"), "25.0.1");
        machine.jdk(machine.root.resolve("usr/lib/jvm/newer"), "26");
        machine.environment.put("JAVA_HOME", mine.toString());
        assertEquals(mine.toString(), found());
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws IOException {
        Path old = machine.jdk(folder.resolve("old"), "17.0.15");
        Path good = machine.jdk(machine.root.resolve("usr/lib/jvm/good"), "25");
        machine.environment.put("JAVA_HOME", old.toString());
        assertEquals(good.toString(), found());
    }

    @Test
    void theLowestReleaseThatIsHighEnoughWinsInTheUsualFolders() throws IOException {
        machine.jdk(machine.root.resolve("usr/lib/jvm/a"), "27-ea");
        Path tested = machine.jdk(machine.home.resolve(".jdks/b"), "25.0.2");
        machine.jdk(machine.root.resolve("opt/jdk-c"), "26.0.1");
        machine.jdk(machine.home.resolve(".sdkman/candidates/java/d"), "1.8.0_402");
        assertEquals(tested.toString(), found());
    }

    @Test
    void theFoldersOfMacOsAreKnown() throws IOException {
        Path mac =
                machine.jdk(
                        machine.root.resolve(
                                "Library/Java/JavaVirtualMachines/x.jdk/Contents/Home"),
                        "25");
        assertEquals(mac.toString(), found());
    }

    @Test
    void theCompilerOnThePathIsFollowedThroughItsLinks() throws IOException {
        Path jdk = machine.jdk(folder.resolve("linked"), "25.0.3");
        Path alternatives = Files.createDirectories(folder.resolve("alternatives"));
        Files.createSymbolicLink(alternatives.resolve("javac"), jdk.resolve("bin/javac"));
        Files.createSymbolicLink(machine.path.resolve("javac"), Path.of("../alternatives/javac"));
        assertEquals(jdk.toString(), found());
    }

    @Test
    void aRuntimeWithoutCompilerIsNotAJdk() throws IOException {
        Path jre = machine.jdk(machine.root.resolve("usr/lib/jvm/jre"), "25");
        Files.delete(jre.resolve("bin/javac"));
        assertEquals("", found());
    }

    @Test
    void withoutAJdkTheUserReadsWhatWasSeenAndWhatToDo() throws IOException {
        Path old = machine.jdk(machine.root.resolve("usr/lib/jvm/old"), "21.0.4");
        for (String script : new String[] {"mvnw", "gorrery"}) {
            var outcome = machine.run(script, "version");
            assertEquals(1, outcome.status());
            assertTrue(outcome.err().contains("release 25 or later"), outcome.err());
            assertTrue(outcome.err().contains(old + ": Java 21"), outcome.err());
            assertTrue(outcome.err().contains("apt install openjdk-25-jdk"), outcome.err());
        }
    }

    @Test
    void mavenRunsWithTheJdkThatWasFound() throws IOException {
        Path jdk = machine.jdk(machine.root.resolve("usr/lib/jvm/good"), "25");
        machine.maven("echo \"JAVA_HOME=$JAVA_HOME\"; printf '%s\\n' \"$@\"; exit 7");
        var outcome = machine.run("mvnw", "-B", "two words");
        assertEquals(7, outcome.status());
        assertEquals("JAVA_HOME=" + jdk + "\n-B\ntwo words\n", outcome.out());
    }

    @Test
    void withoutMavenTheUserReadsHowToGetIt() throws IOException {
        machine.jdk(machine.root.resolve("usr/lib/jvm/good"), "25");
        var outcome = machine.run("mvnw", "verify");
        assertEquals(1, outcome.status());
        assertTrue(outcome.err().contains("Maven 3.8.7 or later"), outcome.err());
        assertTrue(outcome.err().contains("apt install maven"), outcome.err());
        assertFalse(outcome.err().contains("JDK"), outcome.err());
    }
}
