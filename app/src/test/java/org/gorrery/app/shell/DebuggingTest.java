package org.gorrery.app.shell;

import static org.gorrery.app.shell.TestWindow.fx;
import static org.gorrery.app.shell.TestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import org.gorrery.session.Debugger.Frame;
import org.gorrery.session.Debugger.Variable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program run step by step in the window.
class DebuggingTest extends WindowTest {
    private static final String PROGRAM =
            """
            package main

            type point struct{ x, y int }

            func double(n int) int {
            	m := n * 2
            	return m
            }

            func main() {
            	p := point{3, 4}
            	p.x = double(p.y)
            	println(p.x)
            }
            """;

    @TempDir Path folder;

    @BeforeEach
    void open() throws Exception {
        window.open(Files.writeString(folder.resolve("step.go"), PROGRAM));
    }

    private ProgramViewModel program() {
        return fx(() -> window.window().program().orElseThrow());
    }

    private boolean standsAt(int line) {
        return program().debugger().line().orElse(0) == line;
    }

    private List<String> variables() {
        return fx(() ->
                root().getChildren().stream()
                        .map(i -> i.getValue().name() + "=" + i.getValue().value())
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private List<String> frames() {
        return fx(() -> {
            var list = (ListView<Frame>) window.node("debug-frames", ListView.class);
            return list.getItems().stream().map(Frame::function).toList();
        });
    }

    @Test
    void theRunStandsAtABreakpointShowsVariablesAndStepsOn() throws Exception {
        fx(() -> {
            program().debugger().toggle(7);
            return 7;
        });
        window.press("debug");
        waitUntil(() -> standsAt(7));
        assertEquals(List.of("main.double", "main.main"), frames().subList(0, 2));
        assertTrue(variables().contains("m=8"), variables().toString());
        assertTrue(variables().contains("n=4"), variables().toString());
        assertEquals("Continue", fx(() -> window.node("run", Button.class).getText()));
        window.press("step-out");
        // The call is done, and with it the statement it stands in.
        waitUntil(() -> standsAt(13));
        assertTrue(variables().stream().anyMatch(v -> v.startsWith("p=")), variables().toString());
        window.press("run");
        waitUntil(() -> window.watch().ended());
        assertFalse(fx(() -> program().debugger().attached()));
    }

    @Test
    void withoutABreakpointItStandsAtTheFirstStatement() throws Exception {
        window.press("debug");
        waitUntil(() -> standsAt(11));
        window.press("step-over");
        waitUntil(() -> standsAt(12));
        window.press("step-into");
        waitUntil(() -> standsAt(6));
        window.press("stop");
        waitUntil(() -> window.watch().ended());
    }

    @Test
    void theFieldsOfAVariableAreFoundWhenItIsOpened() throws Exception {
        fx(() -> {
            program().debugger().toggle(13);
            return 13;
        });
        window.press("debug");
        waitUntil(() -> standsAt(13));
        fx(() -> {
            root().getChildren().getFirst().setExpanded(true);
            return true;
        });
        waitUntil(() -> root().getChildren().getFirst().getChildren().size() == 2);
        assertEquals(
                "8",
                fx(() ->
                        root().getChildren()
                                .getFirst()
                                .getChildren()
                                .getFirst()
                                .getValue()
                                .value()));
    }

    @SuppressWarnings("unchecked")
    private TreeItem<Variable> root() {
        return ((TreeTableView<Variable>) window.node("debug-variables", TreeTableView.class))
                .getRoot();
    }
}
