package org.gorrery.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.Words;

/// The last line of the window: where the picture is from, what the run is doing, what is missing in it.
final class StatusLine {
    private final HBox line = new HBox(12);
    private final Words words;
    private final Label state = Controls.label("", "status-state");
    private final Label figures = Controls.label("", "figure");
    private final Label lost = Controls.label("", "warn");

    StatusLine(Words words) {
        this.words = words;
        line.getStyleClass().add("status-line");
        line.setId("status");
        state.setId("run-state");
    }

    Parent node() {
        return line;
    }

    /// What stands there while no document is open.
    void start() {
        line.getChildren()
                .setAll(
                        new Label("Gorrery"),
                        Controls.divider(),
                        new Label(words.get("status.offline")),
                        Controls.spacer(),
                        key("Ctrl O", words.get("open")),
                        key("?", words.get("keys")));
    }

    private static HBox key(String key, String meaning) {
        var pair = new HBox(6, Controls.label(key, "key"), new Label(meaning));
        pair.setAlignment(Pos.CENTER);
        return pair;
    }

    /// Shows a document.
    void show(OpenDocument document) {
        var nodes = new ArrayList<Node>();
        nodes.add(
                Controls.badge(
                        document.simulated(),
                        words.get(document.simulated() ? "simulated" : "measured")));
        document.program()
                .ifPresentOrElse(
                        program -> nodes.addAll(live(program)),
                        () -> nodes.addAll(saved(document)));
        nodes.add(key("?", words.get("keys")));
        line.getChildren().setAll(nodes);
    }

    private List<Node> saved(OpenDocument document) {
        state.getStyleClass().removeAll("bad");
        state.setText(document.state());
        return List.of(state, Controls.spacer());
    }

    private List<Node> live(ProgramViewModel program) {
        refresh(program);
        return List.of(state, Controls.spacer(), lost, figures);
    }

    /// Brings the figures up to date.
    void refresh(ProgramViewModel program) {
        var picture = program.picture().get();
        String target =
                picture.map(RunPicture::options)
                        .map(RunText::target)
                        .orElseGet(() -> RunText.target(program.settings().options()));
        boolean bad = picture.flatMap(RunPicture::outcome).filter(RunText::bad).isPresent();
        state.getStyleClass().removeAll("bad");
        if (bad) {
            state.getStyleClass().add("bad");
        }
        state.setText(target + "   " + RunText.state(program.phase().get(), picture, words));
        figures.setText(picture.map(this::figures).orElse(""));
        long lostEvents = picture.map(RunPicture::lostEvents).orElse(0L);
        lost.setText(lostEvents == 0 ? "" : words.get("status.lost", RunText.number(lostEvents)));
    }

    private String figures(RunPicture picture) {
        var parts = new ArrayList<String>();
        parts.add("GOMAXPROCS " + picture.gomaxprocs());
        parts.add(words.get("status.goroutines", picture.timeline().lanes().size()));
        picture.memory()
                .ifPresent(m ->
                        parts.add(
                                words.get(
                                        "status.heap",
                                        RunText.bytes(m.heapAlloc()),
                                        RunText.bytes(m.nextGc()))));
        parts.add(words.get("status.cycles", picture.cycles().size()));
        return String.join("   ", parts);
    }
}
