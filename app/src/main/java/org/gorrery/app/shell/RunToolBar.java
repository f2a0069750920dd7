package org.gorrery.app.shell;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gorrery.app.bridge.DebugSession;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.settings.RunSettingsViewModel;
import org.gorrery.target.Target;
import org.kordamp.ikonli.javafx.FontIcon;

/// Run, Pause, Stop and the runtime's knobs.
final class RunToolBar {
    private final HBox bar = new HBox(8);
    private final ProgramViewModel program;
    private final Words words;
    private final Button run;
    private final Button pause;
    private final Button stop;
    private final Button debug;
    private final List<Button> steps;
    private final Label waiting;

    RunToolBar(ProgramViewModel program, Words words) {
        this.program = program;
        this.words = words;
        run = Controls.button("fth-play", words.get("run"), program::run);
        run.setId("run");
        run.getStyleClass().add("accent");
        run.setTooltip(new Tooltip(words.get("run.tip")));
        pause = Controls.iconButton("fth-pause", words.get("pause"), program::pauseOrResume);
        pause.setId("pause");
        stop = Controls.iconButton("fth-square", words.get("stop"), program::stop);
        stop.setId("stop");
        debug = Controls.iconButton("mdi2b-bug-outline", words.get("debug"), program::debug);
        debug.setId("debug");
        steps =
                List.of(
                        step("over", DebugSession::stepOver),
                        step("into", DebugSession::stepIn),
                        step("out", DebugSession::stepOut));
        waiting = Controls.label(words.get("next.run"), "next-run");
        waiting.setGraphic(new FontIcon("fth-alert-circle"));
        waiting.visibleProperty().bind(program.waitsForNextRun());
        waiting.managedProperty().bind(waiting.visibleProperty());
        bar.getStyleClass().add("tool-row");
        bar.setId("toolbar");
        bar.getChildren().setAll(run, pause, stop, Controls.divider(), debug);
        bar.getChildren().addAll(steps);
        bar.getChildren().add(Controls.divider());
        addKnobs(program.settings());
        bar.getChildren().addAll(waiting, Controls.spacer());
        program.phase().addListener(o -> showPhase());
        program.debugger().halt().addListener(o -> showPhase());
        showPhase();
    }

    HBox node() {
        return bar;
    }

    private Button step(String how, Consumer<DebugSession> step) {
        var button =
                Controls.iconButton(
                        "mdi2d-debug-step-" + how,
                        words.get("debug.step-" + how),
                        () -> program.debugger().step(step));
        button.setId("step-" + how);
        return button;
    }

    private void addKnobs(RunSettingsViewModel settings) {
        var debug = new TextField(settings.godebug().get());
        debug.setId("godebug");
        debug.setPromptText("gctrace=1,schedtrace=1000");
        debug.setPrefColumnCount(18);
        debug.textProperty().bindBidirectional(settings.godebug());
        bar.getChildren()
                .addAll(
                        Controls.field("GOMAXPROCS", procs(settings.gomaxprocs())),
                        Controls.field("GOGC", gogc(settings.gogc())),
                        Controls.divider(),
                        tipped("GODEBUG", debug),
                        tipped("GOOS", choice("goos", Target.systems(), settings.goos())),
                        tipped(
                                "GOARCH",
                                choice("goarch", Target.architectures(), settings.goarch())));
    }

    /// A knob that acts at the next run says so.
    private VBox tipped(String name, javafx.scene.control.Control control) {
        control.setTooltip(new Tooltip(words.get("next.run.tip", name)));
        return Controls.field(name, control);
    }

    private HBox procs(IntegerProperty value) {
        var typed =
                number(
                        "gomaxprocs",
                        value,
                        RunSettingsViewModel::parseGomaxprocs,
                        Integer::toString);
        var less =
                Controls.iconButton(
                        "fth-minus",
                        words.get("procs.less"),
                        () -> value.set(Math.max(1, value.get() - 1)));
        var more =
                Controls.iconButton(
                        "fth-plus",
                        words.get("procs.more"),
                        () ->
                                value.set(
                                        Math.min(
                                                RunSettingsViewModel.MOST_PROCS, value.get() + 1)));
        more.setId("procs-more");
        typed.setPrefColumnCount(3);
        var stepper = new HBox(less, typed, more);
        stepper.getStyleClass().add("stepper");
        return stepper;
    }

    private HBox gogc(IntegerProperty value) {
        var typed =
                number(
                        "gogc",
                        value,
                        RunSettingsViewModel::parseGogc,
                        RunSettingsViewModel::gogcText);
        var off = new ToggleButton(words.get("off"));
        off.getStyleClass().add("small");
        off.setTooltip(new Tooltip(words.get("gogc.off.tip")));
        off.setSelected(value.get() < 0);
        off.setOnAction(e -> value.set(off.isSelected() ? RunSettingsViewModel.OFF : 100));
        value.addListener((o, before, now) -> off.setSelected(now.intValue() < 0));
        return new HBox(4, typed, off);
    }

    /// A field whose number counts once it is entered; what cannot be read gives way to the value.
    private static TextField number(
            String id,
            IntegerProperty value,
            Function<String, OptionalInt> parse,
            IntFunction<String> text) {
        var field = new TextField(text.apply(value.get()));
        field.setId(id);
        field.getStyleClass().add("figure");
        field.setPrefColumnCount(4);
        Runnable enter =
                () -> {
                    parse.apply(field.getText()).ifPresent(value::set);
                    field.setText(text.apply(value.get()));
                };
        field.setOnAction(e -> enter.run());
        field.focusedProperty()
                .addListener((o, before, now) -> {
                    if (!now) {
                        enter.run();
                    }
                });
        value.addListener((o, before, now) -> field.setText(text.apply(now.intValue())));
        return field;
    }

    private static ComboBox<String> choice(String id, List<String> of, StringProperty value) {
        var box = new ComboBox<>(FXCollections.observableArrayList(of));
        box.setId(id);
        box.setMinWidth(96);
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private void showPhase() {
        var phase = program.phase().get();
        boolean paused = phase == ProgramViewModel.Phase.PAUSED;
        pause.setDisable(phase != ProgramViewModel.Phase.RUNNING && !paused);
        pause.setGraphic(new FontIcon(paused ? "fth-play" : "fth-pause"));
        Controls.named(pause, words.get(paused ? "resume" : "pause"));
        stop.setDisable(!phase.busy());
        boolean stands = program.debugger().halt().get().isPresent();
        steps.forEach(b -> b.setDisable(!stands));
        run.setText(words.get(stands ? "run.continue" : phase.busy() ? "run.again" : "run"));
    }
}
