package org.gorrery.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gorrery.app.shell.ConsoleViewModel.Line;
import org.gorrery.app.shell.ConsoleViewModel.Source;
import org.junit.jupiter.api.Test;

/// What the console keeps and shows of what a program prints.
class ConsoleViewModelTest {
    private final ConsoleViewModel console = new ConsoleViewModel();
    private final ConsoleBuffer program = console.restart();

    private void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        program.stdout(bytes, 0, bytes.length);
    }

    private void complain(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        program.stderr(bytes, 0, bytes.length);
    }

    private List<String> shown() {
        return console.lines().stream().map(Line::text).toList();
    }

    @Test
    void aLinePrintedInPartsIsOneLine() {
        print("a");
        console.pulse();
        print("b\nc");
        console.pulse();
        print("d\n");
        console.pulse();
        assertEquals(List.of("ab", "cd"), shown());
    }

    @Test
    void linesOfTheTwoStreamsAreToldApart() {
        print("out\n");
        complain("err\n");
        print("out again\n");
        console.pulse();
        assertEquals(
                List.of(
                        new Line(Source.OUT, "out"),
                        new Line(Source.ERR, "err"),
                        new Line(Source.OUT, "out again")),
                List.copyOf(console.lines()));
    }

    @Test
    void aCharacterCutBetweenTwoWritesIsWhole() {
        byte[] bytes = "é€\n".getBytes(StandardCharsets.UTF_8);
        program.stdout(bytes, 0, 1);
        console.pulse();
        program.stdout(bytes, 1, 2);
        console.pulse();
        program.stdout(bytes, 3, bytes.length - 3);
        console.pulse();
        assertEquals(List.of("é€"), shown());
    }

    @Test
    void anEndlessPrinterTakesBoundedMemoryAndTheNewestIsKept() {
        byte[] line = "0123456789\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 400_000; i++) {
            program.stdout(line, 0, line.length);
        }
        assertTrue(program.waitingBytes() <= ConsoleBuffer.LIMIT_BYTES);
        print("the end\n");
        while (console.pulse()) {
            assertTrue(console.lines().size() <= ConsoleViewModel.LIMIT_LINES);
        }
        assertEquals("the end", console.lines().getLast().text());
        long chars = console.lines().stream().mapToLong(l -> l.text().length() + 1L).sum();
        assertTrue(chars <= ConsoleViewModel.LIMIT_CHARS, "kept " + chars);
    }

    @Test
    void whatWasDroppedIsSaid() {
        byte[] block = "x".repeat(99).concat("\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 20_000; i++) {
            program.stdout(block, 0, block.length);
        }
        console.pulse();
        assertEquals(Source.NOTE, console.lines().getFirst().source());
    }

    @Test
    void streamsInTurnByteByByteStayBoundedToo() {
        byte[] one = {'x'};
        for (int i = 0; i < 100_000; i++) {
            program.stdout(one, 0, 1);
            program.stderr(one, 0, 1);
        }
        int pulses = 0;
        while (console.pulse()) {
            pulses++;
        }
        assertTrue(pulses < 10, "pulses " + pulses);
    }

    @Test
    void aFrameTakesABoundedPart() {
        print("y".repeat(ConsoleBuffer.LIMIT_BYTES / 2));
        console.pulse();
        assertTrue(program.waitingBytes() > 0);
    }

    @Test
    void aLineWithoutEndIsCut() {
        print("z".repeat(ConsoleViewModel.LINE_CHARS * 2 + 1));
        console.pulse();
        assertEquals(3, console.lines().size());
    }

    @Test
    void theProgramReadsWhatIsSentAndThenTheEnd() throws IOException {
        console.send("hello");
        console.endInput();
        try (var stdin = program.stdin()) {
            assertEquals("hello\n", new String(stdin.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aNewRunStartsWithAnEmptyConsole() {
        print("old\n");
        console.pulse();
        console.restart();
        print("late\n");
        assertFalse(console.pulse());
        assertTrue(console.lines().isEmpty());
    }
}
