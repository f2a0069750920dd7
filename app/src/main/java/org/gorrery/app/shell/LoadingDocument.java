package org.gorrery.app.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.saved.OpenTask;

/// A saved file while it is being opened: how far, how much memory it will take, and a way out.
final class LoadingDocument implements OpenDocument {
    private static final double BAR_WIDTH = 420;

    private final OpenTask task;
    private final ViewTabs tabs;
    private final HBox toolbar = new HBox(8);
    private final VBox body = new VBox(12);

    LoadingDocument(OpenTask task, Words words) {
        this.task = task;
        this.tabs = new ViewTabs(List.of(), words);
        toolbar.getStyleClass().add("tool-row");
        toolbar.getChildren().setAll(Controls.label(title(), "pane-title"));
        var bar = new ProgressBar();
        bar.setPrefWidth(BAR_WIDTH);
        bar.progressProperty().bind(task.progressProperty());
        bar.setAccessibleText(words.get("load.reading"));
        var doing = Controls.label("", "plain-label");
        var far = Controls.label("", "figure");
        Runnable tell =
                () -> {
                    double done = task.getProgress();
                    doing.setText(words.get(task.getMessage()));
                    String all = Figures.bytes(task.fileBytes());
                    far.setText(
                            done < 0
                                    ? all
                                    : words.get(
                                            "load.far",
                                            Figures.bytes(done * task.fileBytes()),
                                            all));
                };
        task.progressProperty().addListener(o -> tell.run());
        task.messageProperty().addListener(o -> tell.run());
        tell.run();
        var cancel = new Button(words.get("load.cancel"));
        cancel.setId("cancel-load");
        cancel.setOnAction(e -> task.cancel());
        var memory = words.get("load.memory", Figures.bytes(task.estimateBytes()));
        var row = new HBox(12, doing, far, Controls.spacer(), cancel);
        row.setMaxWidth(BAR_WIDTH);
        row.setAlignment(Pos.CENTER_LEFT);
        body.setAlignment(Pos.CENTER);
        body.getStyleClass().add("document");
        body.getChildren().setAll(row, bar, Controls.label(memory, "muted"));
    }

    @Override
    public String title() {
        return String.valueOf(task.path().getFileName());
    }

    @Override
    public String icon() {
        return "fth-loader";
    }

    @Override
    public Frame frame() {
        return new Frame(toolbar, body, tabs);
    }

    @Override
    public String state() {
        return task.path().toString();
    }

    @Override
    public void close() {
        task.cancel();
    }
}
