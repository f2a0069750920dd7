package org.gorrery.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.settings.Preferences;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the window shows when nothing is open: what this is, the samples, where to drop files.
final class StartPage {
    /// What the page can ask for.
    ///
    /// @param sample opens a sample
    /// @param recent opens a file that was open before
    /// @param file asks for a file and opens it
    /// @param folder asks for a folder and opens it
    record Actions(
            Consumer<Sample> sample, Consumer<Path> recent, Runnable file, Runnable folder) {}

    private static final double LEFT_WIDTH = 1016;
    private static final double RIGHT_WIDTH = 380;
    private static final double CARD_WIDTH = 328;
    private static final double CARD_GAP = 16;
    private static final double CARD_HEIGHT = 164;

    private final Words words;
    private final Actions actions;
    private final Preferences preferences;
    private final VBox recent = new VBox(2);
    private final ScrollPane page;

    StartPage(List<Sample> samples, Words words, Preferences preferences, Actions actions) {
        this.words = words;
        this.actions = actions;
        this.preferences = preferences;
        var left = new VBox(16, title(), about(), samplesHead(), cards(samples), openRow());
        left.setPrefWidth(LEFT_WIDTH);
        left.setMinWidth(2 * CARD_WIDTH + CARD_GAP);
        var right = new VBox(24, dropTarget(), recent);
        right.setMinWidth(RIGHT_WIDTH);
        HBox.setHgrow(right, Priority.ALWAYS);
        var columns = new HBox(48, left, right);
        columns.getStyleClass().add("start");
        page = new ScrollPane(columns);
        page.setId("start");
        page.setFitToWidth(true);
        page.getStyleClass().add("start-scroll");
    }

    Parent node() {
        return page;
    }

    private Node title() {
        var mark = new FontIcon("mdi2o-orbit");
        mark.getStyleClass().add("start-mark");
        var row = new HBox(16, mark, Controls.label(words.get("start.title"), "start-title"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node about() {
        var lines = new VBox(6);
        for (String line : List.of("run", "real", "open")) {
            var lead = new Text(words.get("start." + line + ".lead") + " ");
            lead.getStyleClass().add("start-lead");
            var rest = new Text(words.get("start." + line));
            rest.getStyleClass().add("start-rest");
            lines.getChildren().add(new TextFlow(lead, rest));
        }
        return lines;
    }

    private Node samplesHead() {
        var row =
                new HBox(
                        8,
                        Controls.label(words.get("start.samples"), "section-title"),
                        Controls.label(words.get("start.samples.hint"), "muted"));
        row.setAlignment(Pos.BASELINE_LEFT);
        row.getStyleClass().add("start-section");
        return row;
    }

    private Node cards(List<Sample> samples) {
        var grid = new FlowPane(CARD_GAP, CARD_GAP);
        grid.setPrefWrapLength(LEFT_WIDTH);
        samples.forEach(sample -> grid.getChildren().add(card(sample)));
        return grid;
    }

    private Button card(Sample sample) {
        var lesson = sample.lesson();
        var title = Controls.label(lesson.title(), "card-title");
        var steps =
                Controls.label(words.get("start.steps", lesson.sections().size()), "muted-small");
        var head = new HBox(8, title, Controls.spacer(), steps);
        head.setAlignment(Pos.BASELINE_LEFT);
        var summary = Controls.label(lesson.summary(), "muted");
        summary.setWrapText(true);
        var watchWord = new Text(words.get("start.watch") + "  ");
        watchWord.getStyleClass().add("lesson-heading");
        var watch = new Text(lesson.firstSentence("Watch").replace("*", "").replace("`", ""));
        watch.getStyleClass().add("plain");
        var content = new VBox(6, head, summary, new TextFlow(watchWord, watch));
        content.setMinSize(CARD_WIDTH - 32, CARD_HEIGHT - 32);
        content.setMaxSize(CARD_WIDTH - 32, CARD_HEIGHT - 32);
        var card = new Button();
        card.setGraphic(content);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setAlignment(Pos.TOP_LEFT);
        card.setId("sample-" + sample.name());
        card.setAccessibleText(lesson.title() + ". " + lesson.summary());
        card.getStyleClass().add("card");
        card.setMinSize(CARD_WIDTH, CARD_HEIGHT);
        card.setMaxSize(CARD_WIDTH, CARD_HEIGHT);
        card.setOnAction(e -> actions.sample().accept(sample));
        return card;
    }

    private Node openRow() {
        var file = Controls.button("fth-file", words.get("start.open.file"), actions.file());
        var folder =
                Controls.button("fth-folder", words.get("start.open.folder"), actions.folder());
        return new HBox(8, file, folder);
    }

    private Node dropTarget() {
        var inbox = new FontIcon("fth-inbox");
        inbox.getStyleClass().add("drop-mark");
        var open = Controls.button("fth-file", words.get("open"), actions.file());
        var head =
                new HBox(
                        12,
                        new StackPane(inbox),
                        new VBox(
                                2,
                                Controls.label(words.get("start.drop"), "section-title"),
                                Controls.label(words.get("start.drop.hint"), "muted")),
                        Controls.spacer(),
                        open);
        head.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(0, head);
        box.getStyleClass().add("drop-target");
        box.getChildren()
                .addAll(
                        kind("fth-code", "go"),
                        kind("mdi2f-fire", "profiles"),
                        kind("mdi2c-chart-gantt", "traces"),
                        kind("fth-file-text", "logs"),
                        kind("fth-layers", "dumps"),
                        kind("fth-grid", "heapdumps"));
        return box;
    }

    /// Brings the files that were open before up to date.
    void refresh() {
        recent.getChildren().clear();
        if (preferences.recent().isEmpty()) {
            return;
        }
        var clear = new Hyperlink(words.get("start.recent.clear"));
        clear.setOnAction(e -> {
            preferences.forgetRecent();
            refresh();
        });
        var head =
                new HBox(
                        Controls.label(words.get("start.recent"), "section-title"),
                        Controls.spacer(),
                        clear);
        head.setAlignment(Pos.CENTER_LEFT);
        recent.getChildren().add(head);
        preferences.recent().forEach(file -> recent.getChildren().add(row(file)));
    }

    private Button row(Preferences.Recent file) {
        var name = Controls.label(String.valueOf(file.path().getFileName()), "plain-label");
        var badge =
                Controls.badge(
                        !file.measured(), words.get(file.measured() ? "measured" : "simulated"));
        badge.setMinWidth(Region.USE_PREF_SIZE);
        var first = new HBox(8, name, badge);
        first.setAlignment(Pos.CENTER_LEFT);
        var folder = file.path().getParent();
        var second = Controls.label(file.kind() + " · " + folder, "muted-small");
        var content =
                new HBox(
                        12,
                        new FontIcon(file.measured() ? "fth-file-text" : "fth-code"),
                        new VBox(1, first, second));
        content.setAlignment(Pos.CENTER_LEFT);
        var row = new Button();
        row.setGraphic(content);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(file.path().toString());
        row.getStyleClass().add("recent");
        row.setOnAction(e -> actions.recent().accept(file.path()));
        return row;
    }

    private Node kind(String icon, String key) {
        var name = new Label(words.get("kind." + key));
        name.setMinWidth(96);
        var what = Controls.label(words.get("kind." + key + ".hint"), "muted");
        what.setWrapText(true);
        HBox.setHgrow(what, Priority.ALWAYS);
        var row = new HBox(10, new FontIcon(icon), name, what);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("drop-kind");
        return row;
    }
}
