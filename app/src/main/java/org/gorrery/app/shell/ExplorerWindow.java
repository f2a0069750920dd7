package org.gorrery.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.gorrery.app.bridge.TaskRunner;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.Fonts;
import org.gorrery.app.canvas.Theme;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.saved.OpenTask;
import org.gorrery.app.saved.Opened;
import org.gorrery.session.Engine;
import org.jspecify.annotations.Nullable;

/// The explorer's window: documents as tabs, the start page while none is in sight. On the FX thread.
public final class ExplorerWindow {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 900;
    private static final double PROJECTOR_SCALE = 1.5;

    private final Stage stage;
    private final Words words;
    private final TaskRunner tasks;
    private final Engine engine = new Engine();
    private final List<OpenDocument> documents = new ArrayList<>();
    private final BorderPane frame = new BorderPane();
    private final ScaledPane scaled = new ScaledPane(frame);
    private final StackPane root = new StackPane(scaled);
    private final CommandPalette palette;
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

    /// A window that shows the start page.
    ///
    /// @param stage not shown yet
    /// @param words texts in the user's language
    /// @param tasks for what must not hold the window up
    public ExplorerWindow(Stage stage, Words words, TaskRunner tasks) {
        this.stage = stage;
        this.words = words;
        this.tasks = tasks;
        Fonts.load();
        header =
                new HeaderBar(
                        words,
                        new HeaderBar.Actions(
                                this::activate,
                                this::close,
                                this::showStart,
                                this::chooseFile,
                                this::nextTheme,
                                this::toggleProjector,
                                this::togglePalette,
                                this::showCommands,
                                this::toggleHelp));
        status = new StatusLine(words);
        help = new KeyHelp(words);
        start =
                new StartPage(
                        Sample.all(),
                        words,
                        new StartPage.Actions(this::open, this::chooseFile, this::chooseFolder));
        palette = new CommandPalette(words);
        root.getChildren().addAll(help.node(), palette.node());
        frame.setTop(top);
        frame.setBottom(status.node());
        scene = new Scene(root, WIDTH, HEIGHT);
        keys().install(scene);
        acceptFiles();
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

    private WindowKeys keys() {
        var keys = new WindowKeys();
        for (var command : windowCommands()) {
            command.combinations().forEach(c -> keys.on(c, command.action()));
        }
        keys.on("F1", this::toggleHelp)
                .onCharacter("?", this::toggleHelp)
                .onCharacter("/", () -> view().ifPresent(ExplorerView::find));
        for (int i = 0; i < 9; i++) {
            int index = i;
            keys.onCharacter(Integer.toString(i + 1), () -> select(index));
            keys.on("Shortcut+DIGIT" + (i + 1), () -> select(index));
        }
        keys.onCharacter("\u001b", this::hideOverlays);
        return keys;
    }

    /// Something the window can do, with its keys as JavaFX names them and as people read them.
    private record WindowCommand(
            String name, String shown, List<String> combinations, Runnable action) {}

    private List<WindowCommand> windowCommands() {
        return List.of(
                command("key.run", "F5", this::run, "F5", "Shortcut+R"),
                command(
                        "key.stop",
                        "Shift F5",
                        () -> program().ifPresent(ProgramViewModel::stop),
                        "Shift+F5"),
                command(
                        "key.pause",
                        "F6",
                        () -> program().ifPresent(ProgramViewModel::pauseOrResume),
                        "F6"),
                command("key.open", "Ctrl O", this::chooseFile, "Shortcut+O"),
                command("start.open.folder", "", this::chooseFolder),
                command("start.page", "", this::showStart),
                command(
                        "key.close",
                        "Ctrl W",
                        () -> Optional.ofNullable(active).ifPresent(this::close),
                        "Shortcut+W"),
                command(
                        "key.find",
                        "Ctrl F",
                        () -> view().ifPresent(ExplorerView::find),
                        "Shortcut+F"),
                command("key.fit", "0", () -> view().ifPresent(ExplorerView::fit)),
                command("key.commands", "Ctrl Shift P", this::showCommands, "Shortcut+Shift+P"),
                command(
                        "scale.larger",
                        "Ctrl +",
                        () -> scaled.step(1),
                        "Shortcut+PLUS",
                        "Shortcut+EQUALS",
                        "Shortcut+Shift+EQUALS",
                        "Shortcut+ADD"),
                command(
                        "scale.smaller",
                        "Ctrl -",
                        () -> scaled.step(-1),
                        "Shortcut+MINUS",
                        "Shortcut+SUBTRACT"),
                command(
                        "scale.normal",
                        "Ctrl 0",
                        () -> scaled.step(0),
                        "Shortcut+DIGIT0",
                        "Shortcut+NUMPAD0"),
                command("theme", "F9", this::nextTheme, "F9"),
                command("projector", "F10", this::toggleProjector, "F10"),
                command("palette", "F11", this::togglePalette, "F11"),
                command("key.help", "?", this::toggleHelp));
    }

    private WindowCommand command(
            String key, String shown, Runnable action, String... combinations) {
        return new WindowCommand(words.get(key), shown, List.of(combinations), action);
    }

    private void showCommands() {
        hideOverlays();
        var commands = new ArrayList<CommandPalette.Command>();
        List<ExplorerView> views = views();
        for (int i = 0; i < views.size(); i++) {
            int index = i;
            commands.add(
                    new CommandPalette.Command(
                            words.get("commands.view", words.get(views.get(i).titleKey())),
                            "Ctrl " + (i + 1),
                            () -> select(index)));
        }
        windowCommands()
                .forEach(c ->
                        commands.add(new CommandPalette.Command(c.name(), c.shown(), c.action())));
        for (Sample sample : Sample.all()) {
            commands.add(
                    new CommandPalette.Command(
                            words.get("commands.sample", sample.lesson().title()),
                            "",
                            () -> open(sample)));
        }
        palette.show(commands);
    }

    private void hideOverlays() {
        help.hide();
        palette.hide();
    }

    private Optional<ProgramViewModel> program() {
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
        program().ifPresent(ProgramViewModel::run);
    }

    /// Opens a sample in a tab of its own.
    public void open(Sample sample) {
        add(new ProgramDocument(ProgramViewModel.of(sample, engine, tasks), words));
    }

    /// Opens what a file is: Go source, or anything a Go program saved. A fault is told in the window.
    public void open(Path path) {
        if (Files.isDirectory(path) || path.toString().endsWith(".go")) {
            tasks.run(
                    () -> ProgramViewModel.of(path, engine, tasks),
                    program -> add(new ProgramDocument(program, words)),
                    failure -> cannotOpen(path, failure));
        } else {
            load(path, this::showFile);
        }
    }

    /// Reads a saved file in a tab that tells how far it is, then shows it there.
    private void load(Path path, BiConsumer<LoadingDocument, Opened> done) {
        OpenTask task;
        try {
            task = new OpenTask(path);
        } catch (IOException e) {
            cannotOpen(path, e);
            return;
        }
        var loading = new LoadingDocument(task, words);
        task.setOnSucceeded(e -> done.accept(loading, task.getValue()));
        task.setOnCancelled(e -> close(loading));
        task.setOnFailed(e -> {
            close(loading);
            cannotOpen(path, task.getException());
        });
        add(loading);
        task.start();
    }

    private void showFile(LoadingDocument loading, Opened file) {
        var document = new FileDocument(file, words);
        if (document.comparable()) {
            var compare =
                    Controls.button(
                            "fth-columns", words.get("compare"), () -> chooseBase(document));
            compare.setId("compare");
            document.addTool(compare);
        }
        int at = documents.indexOf(loading);
        if (at < 0) {
            return;
        }
        documents.set(at, document);
        if (active == loading) {
            activate(document);
        } else {
            header.show(documents, active);
        }
    }

    /// Shows the profile in sight against an older one.
    public void compareWith(Path before) {
        if (active instanceof FileDocument document && document.comparable()) {
            load(
                    before,
                    (loading, file) -> {
                        close(loading);
                        activate(document);
                        if (!document.compare(file)) {
                            cannotOpen(before, new IOException(words.get("compare.none")));
                        }
                    });
        }
    }

    private void chooseBase(FileDocument document) {
        activate(document);
        var chooser = new FileChooser();
        chooser.setTitle(words.get("compare"));
        var file = chooser.showOpenDialog(stage);
        if (file != null) {
            compareWith(file.toPath());
        }
    }

    private void cannotOpen(Path path, Throwable failure) {
        String why =
                failure instanceof java.nio.file.NoSuchFileException
                        ? words.get("open.missing")
                        : failure instanceof IOException
                                ? String.valueOf(failure.getMessage())
                                : failure.toString();
        var alert = new Alert(Alert.AlertType.ERROR, words.get("open.failed", path, why));
        alert.initOwner(stage);
        alert.show();
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

    private void chooseFile() {
        var chooser = new FileChooser();
        chooser.setTitle(words.get("open"));
        var file = chooser.showOpenDialog(stage);
        if (file != null) {
            open(file.toPath());
        }
    }

    private void chooseFolder() {
        var folder = new DirectoryChooser().showDialog(stage);
        if (folder != null) {
            open(folder.toPath());
        }
    }

    private void acceptFiles() {
        scene.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
            e.consume();
        });
        scene.setOnDragDropped(e -> {
            Dragboard dropped = e.getDragboard();
            dropped.getFiles().forEach(file -> open(file.toPath()));
            e.setDropCompleted(!dropped.getFiles().isEmpty());
            e.consume();
        });
    }

    private void nextTheme() {
        apply(theme == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    }

    /// For the last row of a lecture hall: high contrast, half as large again.
    private void toggleProjector() {
        boolean on = theme != Theme.PROJECTOR;
        beforeProjector = on ? theme : beforeProjector;
        apply(on ? Theme.PROJECTOR : beforeProjector);
        scaled.set(on ? PROJECTOR_SCALE : 1);
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
