package org.gorrery.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.gorrery.app.bridge.DebugSession;
import org.gorrery.app.bridge.TaskRunner;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.Fonts;
import org.gorrery.app.canvas.KeyAction;
import org.gorrery.app.canvas.KeyMap;
import org.gorrery.app.canvas.Theme;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.settings.Preferences;
import org.gorrery.session.Engine;
import org.jspecify.annotations.Nullable;

/// The explorer's window: documents as tabs, the start page while none is in sight. On the FX thread.
public final class ExplorerWindow {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 900;
    private static final double PROJECTOR_SCALE = 1.5;

    private final Stage stage;
    private final Words words;
    private final KeyMap keys = new KeyMap();
    private final List<OpenDocument> documents = new ArrayList<>();
    private final BorderPane frame = new BorderPane();
    private final ScaledPane scaled = new ScaledPane(frame);
    private final StackPane root = new StackPane(scaled);
    private final CommandPalette palette;
    private final WindowCommands commands;
    private final FileOpening opening;
    private final VBox top = new VBox();
    private final HeaderBar header;
    private final StatusLine status;
    private final KeyHelp help;
    private final StartPage start;
    private final Scene scene;
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulse();
                }
            };

    private Theme theme = Theme.DARK;
    private Theme beforeProjector = Theme.DARK;
    private @Nullable OpenDocument active;

    /// A window that shows the start page, with an engine that keeps nothing and a user who chose nothing.
    ///
    /// @param stage not shown yet
    /// @param words texts in the user's language
    /// @param tasks for what must not hold the window up
    public ExplorerWindow(Stage stage, Words words, TaskRunner tasks) {
        this(stage, words, tasks, new Engine(), Preferences.none());
    }

    /// A window that shows the start page.
    ///
    /// @param engine compiles the programs
    /// @param preferences what the user chose, and the files that were open
    public ExplorerWindow(
            Stage stage, Words words, TaskRunner tasks, Engine engine, Preferences preferences) {
        this.stage = stage;
        this.words = words;
        Fonts.load();
        keys.restore(preferences.keys());
        keys.onChange(() -> preferences.keepKeys(keys.changes()));
        opening =
                new FileOpening(
                        stage,
                        words,
                        keys,
                        tasks,
                        engine,
                        preferences,
                        new FileOpening.Documents(this::add, this::replace, this::close));
        commands = commands();
        header =
                new HeaderBar(
                        words, keys, this::activate, this::close, this::showStart, commands::act);
        status = new StatusLine(words, keys);
        help = new KeyHelp(words, keys);
        start =
                new StartPage(
                        Sample.all(),
                        words,
                        preferences,
                        new StartPage.Actions(
                                opening::open,
                                opening::open,
                                opening::chooseFiles,
                                opening::chooseFolder));
        palette = new CommandPalette(words);
        root.getChildren().addAll(help.node(), palette.node());
        frame.setTop(top);
        frame.setBottom(status.node());
        scene = new Scene(root, WIDTH, HEIGHT);
        new WindowKeys(keys, commands::act, this::select)
                .onCharacter("?", this::toggleHelp)
                .onCharacter("/", () -> view().ifPresent(ExplorerView::find))
                .onCharacter("\u001b", this::hideOverlays)
                .install(scene);
        opening.acceptDrops(scene);
        apply(theme);
        showStart();
        stage.setTitle("Gorrery");
        stage.setScene(scene);
        stage.setOnHidden(e -> closeAll());
    }

    /// Shows the window.
    public void show() {
        stage.show();
        frames.start();
    }

    private WindowCommands commands() {
        return new WindowCommands(words, keys)
                .on(KeyAction.RUN, this::run)
                .on(KeyAction.DEBUG, () -> withProgram(ProgramViewModel::debug))
                .on(KeyAction.STEP_OVER, () -> step(DebugSession::stepOver))
                .on(KeyAction.STEP_IN, () -> step(DebugSession::stepIn))
                .on(KeyAction.STEP_OUT, () -> step(DebugSession::stepOut))
                .on(KeyAction.BREAKPOINT, this::toggleBreakpoint)
                .on(KeyAction.STOP, () -> withProgram(ProgramViewModel::stop))
                .on(KeyAction.PAUSE, () -> withProgram(ProgramViewModel::pauseOrResume))
                .on(KeyAction.OPEN, opening::chooseFiles)
                .on(KeyAction.CLOSE, () -> Optional.ofNullable(active).ifPresent(this::close))
                .on(KeyAction.FIND, () -> view().ifPresent(ExplorerView::find))
                .on(KeyAction.FIT, () -> view().ifPresent(ExplorerView::fit))
                .on(KeyAction.COMMANDS, this::showCommands)
                .on(KeyAction.LARGER, () -> scaled.step(1))
                .on(KeyAction.SMALLER, () -> scaled.step(-1))
                .on(KeyAction.NORMAL_SIZE, () -> scaled.step(0))
                .on(KeyAction.THEME, this::nextTheme)
                .on(KeyAction.PROJECTOR, this::toggleProjector)
                .on(KeyAction.PALETTE, this::togglePalette)
                .on(KeyAction.HELP, this::toggleHelp)
                .named("start.open.folder", opening::chooseFolder)
                .named("start.page", this::showStart)
                .named("keys.perfetto", () -> keys.preset(KeyMap.Preset.PERFETTO))
                .named("keys.gotraceui", () -> keys.preset(KeyMap.Preset.GOTRACEUI));
    }

    private void step(Consumer<DebugSession> how) {
        withProgram(p -> p.debugger().step(how));
    }

    private void toggleBreakpoint() {
        if (active instanceof ProgramDocument document) {
            document.toggleBreakpoint();
        }
    }

    private void withProgram(Consumer<ProgramViewModel> work) {
        program().ifPresent(work);
    }

    private void showCommands() {
        hideOverlays();
        palette.show(commands.all(views(), this::select, opening::open));
    }

    private void hideOverlays() {
        help.hide();
        palette.hide();
    }

    /// The program of the document in sight.
    Optional<ProgramViewModel> program() {
        return Optional.ofNullable(active).flatMap(OpenDocument::program);
    }

    private Optional<ExplorerView> view() {
        return Optional.ofNullable(active).flatMap(d -> d.tabs().current());
    }

    /// Brings a view of the open document into sight.
    ///
    /// @param index from 0, in the order of the tabs
    public void select(int index) {
        Optional.ofNullable(active).ifPresent(d -> d.tabs().select(index));
    }

    /// Runs the program that is open.
    public void run() {
        withProgram(ProgramViewModel::run);
    }

    /// Opens a sample in a tab of its own.
    public void open(Sample sample) {
        opening.open(sample);
    }

    /// Opens what a file is: Go source, or anything a Go program saved. A fault is told in the window.
    public void open(Path path) {
        opening.open(path);
    }

    /// Shows the profile in sight against an older one.
    public void compareWith(Path before) {
        if (active instanceof FileDocument document && document.comparable()) {
            opening.compare(document, before);
        }
    }

    private void add(OpenDocument document) {
        documents.add(document);
        document.program()
                .ifPresent(program -> {
                    program.picture().addListener(o -> refreshStatus(document));
                    program.phase().addListener(o -> refreshStatus(document));
                });
        activate(document);
    }

    /// A document takes the place of another; one that is open already stays where it is.
    private void replace(OpenDocument old, OpenDocument document) {
        int at = documents.indexOf(old);
        if (at < 0) {
            return;
        }
        if (documents.contains(document)) {
            documents.remove(at);
        } else {
            documents.set(at, document);
        }
        if (active == old) {
            activate(document);
        } else {
            header.show(documents, active);
        }
    }

    private void refreshStatus(OpenDocument document) {
        if (document == active) {
            document.program().ifPresent(status::refresh);
        }
    }

    private void activate(OpenDocument document) {
        active = document;
        top.getChildren().setAll(header.node(), document.toolbar());
        frame.setCenter(document.body());
        header.show(documents, document);
        status.show(document);
    }

    private void showStart() {
        active = null;
        start.refresh();
        top.getChildren().setAll(header.node());
        frame.setCenter(start.node());
        header.show(documents, null);
        status.start();
    }

    private void close(OpenDocument document) {
        document.close();
        documents.remove(document);
        if (document == active) {
            if (documents.isEmpty()) {
                showStart();
            } else {
                activate(documents.getLast());
            }
        } else {
            header.show(documents, active);
        }
    }

    /// Closes all documents and with them their runs.
    public void closeAll() {
        frames.stop();
        documents.forEach(OpenDocument::close);
        documents.clear();
    }

    private void nextTheme() {
        apply(theme == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    }

    /// For the last row of a lecture hall: high contrast, half as large again.
    private void toggleProjector() {
        boolean on = theme != Theme.PROJECTOR;
        beforeProjector = on ? theme : beforeProjector;
        apply(on ? Theme.PROJECTOR : beforeProjector);
        if (!on) {
            scaled.step(0);
        }
    }

    /// Blue and orange in place of green and red.
    private void togglePalette() {
        var classes = root.getStyleClass();
        if (!classes.remove(Theme.ALTERNATIVE_PALETTE)) {
            classes.add(Theme.ALTERNATIVE_PALETTE);
        }
    }

    /// Draws everything in a theme.
    public void apply(Theme chosen) {
        theme = chosen;
        if (chosen == Theme.PROJECTOR) {
            scaled.set(PROJECTOR_SCALE);
        }
        Application.setUserAgentStylesheet(
                switch (chosen) {
                    case DARK -> new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet();
                    case LIGHT, PROJECTOR ->
                            new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet();
                });
        chosen.applyTo(scene);
        String controls = StyleSheets.controls();
        scene.getStylesheets().remove(controls);
        scene.getStylesheets().add(controls);
        header.show(chosen);
    }

    private void toggleHelp() {
        if (help.shown()) {
            help.hide();
        } else {
            help.show(view());
        }
    }

    private void pulse() {
        documents.forEach(OpenDocument::pulse);
    }

    /// The run of the document in sight, as far as it has come: for who waits for its end.
    public Optional<RunWatch> watch() {
        return program().map(RunWatch::new);
    }

    /// Name of the document in sight; empty on the start page.
    public Optional<String> title() {
        return Optional.ofNullable(active).map(OpenDocument::title);
    }

    /// The views of the document in sight.
    public List<ExplorerView> views() {
        return active == null ? List.of() : active.tabs().views();
    }

    /// Whether what was opened last is there.
    public boolean ready() {
        return active != null && !(active instanceof LoadingDocument);
    }

    /// The whole window as a picture.
    public WritableImage picture() {
        root.applyCss();
        root.layout();
        return scene.snapshot(null);
    }
}
