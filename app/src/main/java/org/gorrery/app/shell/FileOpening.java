package org.gorrery.app.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.gorrery.app.bridge.TaskRunner;
import org.gorrery.app.canvas.KeyMap;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.saved.OpenTask;
import org.gorrery.app.saved.Opened;
import org.gorrery.app.settings.Preferences;
import org.gorrery.session.Engine;

/// Opens files and folders as documents: chosen, dropped, or named. A fault is told in the window.
final class FileOpening {
    /// What becomes of documents.
    ///
    /// @param add shows a new one
    /// @param replace puts the second in the place of the first
    /// @param close takes one away
    record Documents(
            Consumer<OpenDocument> add,
            BiConsumer<OpenDocument, OpenDocument> replace,
            Consumer<OpenDocument> close) {}

    private final Stage stage;
    private final Words words;
    private final KeyMap keys;
    private final TaskRunner tasks;
    private final Engine engine;
    private final Preferences preferences;
    private final Documents documents;

    FileOpening(
            Stage stage,
            Words words,
            KeyMap keys,
            TaskRunner tasks,
            Engine engine,
            Preferences preferences,
            Documents documents) {
        this.stage = stage;
        this.words = words;
        this.keys = keys;
        this.tasks = tasks;
        this.engine = engine;
        this.preferences = preferences;
        this.documents = documents;
    }

    /// Opens a sample in a tab of its own.
    void open(Sample sample) {
        documents.add().accept(document(ProgramViewModel.of(sample, engine, tasks)));
    }

    private ProgramDocument document(ProgramViewModel program) {
        return new ProgramDocument(program, words, keys);
    }

    /// Opens what a file is: Go source, or anything a Go program saved.
    void open(Path path) {
        if (Files.isDirectory(path) || path.toString().endsWith(".go")) {
            tasks.run(
                    () -> ProgramViewModel.of(path, engine, tasks),
                    program -> {
                        remember(false, words.get("kind.go"), path);
                        documents.add().accept(document(program));
                    },
                    failure -> cannotOpen(path, failure));
        } else {
            load(path, this::showFile);
        }
    }

    private void remember(boolean measured, String kind, Path path) {
        preferences.opened(
                new Preferences.Recent(measured, kind, path.toAbsolutePath().normalize()));
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
        task.setOnCancelled(e -> documents.close().accept(loading));
        task.setOnFailed(e -> {
            documents.close().accept(loading);
            cannotOpen(path, task.getException());
        });
        documents.add().accept(loading);
        task.start();
    }

    private void showFile(LoadingDocument loading, Opened file) {
        var document = new FileDocument(file, words, keys);
        remember(true, file.kind(), file.path());
        if (document.comparable()) {
            var compare =
                    Controls.button(
                            "fth-columns",
                            words.get("compare"),
                            () -> choose("compare", List.of()).forEach(f -> compare(document, f)));
            compare.setId("compare");
            document.addTool(compare);
        }
        documents.replace().accept(loading, document);
    }

    /// Shows a profile against an older one.
    void compare(FileDocument document, Path before) {
        load(
                before,
                (loading, file) -> {
                    documents.replace().accept(loading, document);
                    if (!document.compare(file)) {
                        cannotOpen(before, new IOException(words.get("compare.none")));
                    }
                });
    }

    private void cannotOpen(Path path, Throwable failure) {
        String why =
                failure instanceof NoSuchFileException
                        ? words.get("open.missing")
                        : failure instanceof IOException
                                ? String.valueOf(failure.getMessage())
                                : failure.toString();
        var alert = new Alert(Alert.AlertType.ERROR, words.get("open.failed", path, why));
        alert.setTitle("Gorrery");
        alert.setHeaderText(words.get("open.failed.head", path.getFileName()));
        alert.initOwner(stage);
        alert.getDialogPane().getStylesheets().setAll(stage.getScene().getStylesheets());
        alert.show();
    }

    /// Asks for files and opens them.
    void chooseFiles() {
        var go = new FileChooser.ExtensionFilter(words.get("kind.go"), "*.go");
        choose("open", List.of(go)).forEach(this::open);
    }

    private List<Path> choose(String titleKey, List<FileChooser.ExtensionFilter> filters) {
        var chooser = new FileChooser();
        chooser.setTitle(words.get(titleKey));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(words.get("open.all"), "*"));
        chooser.getExtensionFilters().addAll(filters);
        startFolder().ifPresent(chooser::setInitialDirectory);
        List<File> files = chooser.showOpenMultipleDialog(stage);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    /// Asks for a folder and opens the program in it.
    void chooseFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(words.get("start.open.folder"));
        startFolder().ifPresent(chooser::setInitialDirectory);
        File folder = chooser.showDialog(stage);
        if (folder != null) {
            open(folder.toPath());
        }
    }

    /// Where the file opened last lies.
    private java.util.Optional<File> startFolder() {
        return preferences.recent().stream()
                .map(r -> r.path().getParent())
                .filter(p -> p != null && Files.isDirectory(p))
                .map(Path::toFile)
                .findFirst();
    }

    /// Lets files be dropped into the window.
    void acceptDrops(Scene scene) {
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
}
