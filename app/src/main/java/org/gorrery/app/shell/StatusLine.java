package org.gorrery.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.KeyAction;
import org.gorrery.app.canvas.KeyMap;
import org.gorrery.app.canvas.Words;

/// The last line of the window: where the picture is from, what the run is doing, what is missing in it.
final class StatusLine {
    private final HBox line = new HBox(12);
    private final Words words;
    private final Label target = Controls.label("", "figure");
    private final Label state = Controls.label("", "status-state");
    private final HBox figures = new HBox(12);
    private final KeyMap keys;
    private final Label lost = Controls.label("", "warn");

    StatusLine(Words words, KeyMap keys) {
        this.words = words;
        this.keys = keys;
        figures.setAlignment(Pos.CENTER);
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
                        key(keys.shown(KeyAction.OPEN), words.get("open")),
                        key(keys.shown(KeyAction.COMMANDS), words.get("key.commands")),
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
        return List.of(Controls.divider(), state, Controls.spacer());
    }

    private List<Node> live(ProgramViewModel program) {
        refresh(program);
        return List.of(
                Controls.divider(),
                target,
                Controls.divider(),
                state,
                Controls.spacer(),
                lost,
                figures,
                Controls.divider());
    }

    /// Brings the figures up to date.
    void refresh(ProgramViewModel program) {
        var picture = program.picture().get();
        target.setText(
                picture.map(RunPicture::options)
                        .map(RunText::target)
                        .orElseGet(() -> RunText.target(program.settings().options())));
        boolean bad = picture.flatMap(RunPicture::outcome).filter(RunText::bad).isPresent();
        state.getStyleClass().removeAll("bad");
        if (bad) {
            state.getStyleClass().add("bad");
        }
        state.setText(RunText.state(program.phase().get(), picture, words));
        picture.ifPresentOrElse(this::showFigures, () -> figures.getChildren().clear());
        long lostEvents = picture.map(RunPicture::lostEvents).orElse(0L);
        lost.setText(lostEvents == 0 ? "" : words.get("status.lost", RunText.number(lostEvents)));
    }

    private void showFigures(RunPicture picture) {
        var parts = new ArrayList<String>();
        parts.add("GOMAXPROCS\t" + picture.gomaxprocs());
        parts.add(words.get("status.goroutines") + "\t" + picture.timeline().lanes().size());
        picture.memory()
                .ifPresent(m ->
                        parts.add(
                                words.get("status.heap")
                                        + "\t"
                                        + RunText.bytes(m.heapAlloc())
                                        + " / "
                                        + RunText.bytes(m.nextGc())));
        parts.add(words.get("status.cycles") + "\t" + picture.cycles().size());
        parts.add(words.get("status.events") + "\t" + RunText.number(picture.timeline().events()));
        // Kept from frame to frame: only texts change.
        while (figures.getChildren().size() < 2 * parts.size() - 1) {
            if (!figures.getChildren().isEmpty()) {
                figures.getChildren().add(Controls.divider());
            }
            var pair = new HBox(5, new Label(), Controls.label("", "figure"));
            pair.setAlignment(Pos.CENTER);
            figures.getChildren().add(pair);
        }
        while (figures.getChildren().size() > 2 * parts.size() - 1) {
            figures.getChildren().removeLast();
        }
        for (int i = 0; i < parts.size(); i++) {
            String[] part = parts.get(i).split("\t");
            var pair = (HBox) figures.getChildren().get(2 * i);
            ((Label) pair.getChildren().getFirst()).setText(part[0]);
            ((Label) pair.getChildren().getLast()).setText(part[1]);
        }
    }
}
