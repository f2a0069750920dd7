package org.gorrery.app.shell;

import static org.gorrery.app.JavaFx.onFxThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.gorrery.app.JavaFx;
import org.gorrery.app.bridge.TaskRunner;
import org.gorrery.app.canvas.Words;
import org.gorrery.session.Debugger.Frame;
import org.gorrery.session.Debugger.Variable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// A program run step by step in the window.
@ExtendWith(JavaFx.class)
class DebuggingTest {
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
    private Stage stage;
    private ExplorerWindow window;

    @BeforeEach
    void open() throws Exception {
        Path file = Files.writeString(folder.resolve("step.go"), PROGRAM);
        onFxThread(() -> {
            stage = new Stage();
            window = new ExplorerWindow(stage, Words.ENGLISH, TaskRunner.onThreads());
            window.show();
            window.open(file);
            return window;
        });
        waitUntil(window::ready);
    }

    @AfterEach
    void close() {
        onFxThread(() -> {
            window.closeAll();
            stage.hide();
            return stage;
        });
    }

    /// On the FX thread, also for who is there already.
    private static <T> T fx(Callable<T> work) {
        if (!Platform.isFxApplicationThread()) {
            return onFxThread(work);
        }
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitUntil(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> onFxThread(condition::getAsBoolean));
    }

    private void press(String id) {
        fx(() -> {
            ((Button) stage.getScene().lookup("#" + id)).fire();
            return id;
        });
    }

    private ProgramViewModel program() {
        return fx(() -> window.program().orElseThrow());
    }

    private boolean standsAt(int line) {
        return program().debugger().line().orElse(0) == line;
    }

    @SuppressWarnings("unchecked")
    private List<String> variables() {
        return fx(() -> {
            var table = (TreeTableView<Variable>) stage.getScene().lookup("#debug-variables");
            return table.getRoot().getChildren().stream()
                    .map(i -> i.getValue().name() + "=" + i.getValue().value())
                    .toList();
        });
    }

    @SuppressWarnings("unchecked")
    private List<String> frames() {
        return fx(() -> {
            var list = (ListView<Frame>) stage.getScene().lookup("#debug-frames");
            return list.getItems().stream().map(Frame::function).toList();
        });
    }

    @Test
    void theRunStandsAtABreakpointShowsVariablesAndStepsOn() throws Exception {
        fx(() -> {
            program().debugger().toggle(7);
            return 7;
        });
        press("debug");
        waitUntil(() -> standsAt(7));
        assertEquals(List.of("main.double", "main.main"), frames().subList(0, 2));
        assertTrue(variables().contains("m=8"), variables().toString());
        assertTrue(variables().contains("n=4"), variables().toString());
        assertEquals("Continue", fx(() -> ((Button) stage.getScene().lookup("#run")).getText()));
        press("step-out");
        // The call is done, and with it the statement it stands in.
        waitUntil(() -> standsAt(13));
        assertTrue(variables().stream().anyMatch(v -> v.startsWith("p=")), variables().toString());
        press("run");
        waitUntil(() -> window.watch().orElseThrow().ended());
        assertFalse(fx(() -> program().debugger().attached()));
    }

    @Test
    void withoutABreakpointItStandsAtTheFirstStatement() throws Exception {
        press("debug");
        waitUntil(() -> standsAt(11));
        press("step-over");
        waitUntil(() -> standsAt(12));
        press("step-into");
        waitUntil(() -> standsAt(6));
        press("stop");
        waitUntil(() -> window.watch().orElseThrow().ended());
    }

    @Test
    void theFieldsOfAVariableAreFoundWhenItIsOpened() throws Exception {
        fx(() -> {
            program().debugger().toggle(13);
            return 13;
        });
        press("debug");
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
    private javafx.scene.control.TreeItem<Variable> root() {
        return ((TreeTableView<Variable>) stage.getScene().lookup("#debug-variables")).getRoot();
    }
}
