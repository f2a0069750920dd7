package org.gorrery.app.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.SharedFocus;
import org.gorrery.app.canvas.ViewContext;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.flame.FlameView;
import org.gorrery.formats.SavedFile;
import org.gorrery.formats.SavedFiles;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.report.Info;

/// A saved profile or another file of a real program: its facts on the left, its flame graph on the right.
final class FileDocument implements OpenDocument {
    /// What was read of a file, off the FX thread.
    ///
    /// @param path the file
    /// @param facts what it is, its totals, its first entries, its faults
    /// @param kind what it is, in a few words
    /// @param profile what a flame graph can be drawn of
    record Contents(Path path, String facts, String kind, Optional<Profile> profile) {
        /// Reads a file.
        static Contents read(Path path) throws IOException {
            List<SavedFile> files = SavedFiles.open(path);
            return new Contents(
                    path,
                    Info.run(List.of(path.toString())).out(),
                    files.getFirst().format().title(),
                    files.stream().map(SavedFiles::profile).flatMap(Optional::stream).findFirst());
        }
    }

    private static final double LEFT_WIDTH = 504;

    private final Contents contents;
    private final HBox toolbar = new HBox(8);
    private final SplitPane body = new SplitPane();
    private final ViewTabs tabs;

    FileDocument(Contents contents, Words words) {
        this.contents = contents;
        var flame = new FlameView(new ViewContext(words, new SharedFocus()));
        contents.profile().ifPresent(flame::show);
        tabs = new ViewTabs(List.<ExplorerView>of(flame), words);
        toolbar.getStyleClass().add("tool-row");
        toolbar.getChildren()
                .setAll(
                        Controls.label(contents.kind(), "pane-title"),
                        Controls.label(contents.path().toString(), "muted"));
        var facts = new TextArea(contents.facts());
        facts.setId("facts");
        facts.setEditable(false);
        facts.getStyleClass().add("facts");
        facts.setMinWidth(LEFT_WIDTH);
        facts.setPrefWidth(LEFT_WIDTH);
        body.setOrientation(Orientation.HORIZONTAL);
        SplitPane.setResizableWithParent(facts, false);
        HBox.setHgrow(tabs.node(), Priority.ALWAYS);
        body.getItems().setAll(facts, tabs.node());
        body.setDividerPositions(0.315);
    }

    @Override
    public String title() {
        return String.valueOf(contents.path().getFileName());
    }

    @Override
    public String icon() {
        return "mdi2f-fire";
    }

    @Override
    public boolean simulated() {
        return false;
    }

    @Override
    public Parent toolbar() {
        return toolbar;
    }

    @Override
    public Parent body() {
        return body;
    }

    @Override
    public ViewTabs tabs() {
        return tabs;
    }

    @Override
    public Optional<ProgramViewModel> program() {
        return Optional.empty();
    }

    @Override
    public void pulse() {
        // Nothing moves in a saved file.
    }

    @Override
    public void close() {
        // Nothing is held but memory.
    }
}
