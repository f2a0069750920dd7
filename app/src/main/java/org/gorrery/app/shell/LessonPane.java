package org.gorrery.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.gorrery.app.canvas.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/// A lesson, one step at a time: what to watch, what to change, what happens then.
final class LessonPane {
    private final Lesson lesson;
    private final VBox pane = new VBox(8);
    private final TextFlow text = new TextFlow();
    private final HBox dots = new HBox(4);
    private final Label which = Controls.label("", "muted");
    private final Words words;
    private final Button back;
    private final Button next;
    private int step;

    LessonPane(Lesson lesson, Words words) {
        this.lesson = lesson;
        this.words = words;
        back = Controls.button("fth-chevron-left", words.get("lesson.back"), () -> go(-1));
        next = Controls.button("fth-chevron-right", words.get("lesson.next"), () -> go(1));
        next.setId("lesson-next");
        var head = new HBox(8);
        head.getStyleClass().add("lesson-head");
        head.getChildren()
                .setAll(
                        new FontIcon("fth-book-open"),
                        Controls.label(lesson.title(), "pane-title"),
                        which,
                        Controls.spacer(),
                        dots);
        text.getStyleClass().add("lesson-text");
        var scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("lesson-scroll");
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        pane.setId("lesson");
        pane.getStyleClass().add("lesson");
        pane.getChildren().setAll(head, scroll, new HBox(8, back, next));
        show();
    }

    Parent node() {
        return pane;
    }

    private void go(int by) {
        step = Math.clamp((long) step + by, 0, Math.max(0, lesson.sections().size() - 1));
        show();
    }

    private void show() {
        var shown = new ArrayList<Node>();
        if (step == 0) {
            shown.add(styled(lesson.summary() + "\n", "lesson-summary"));
        }
        if (step < lesson.sections().size()) {
            var section = lesson.sections().get(step);
            shown.add(styled(section.heading() + "  ", "lesson-heading"));
            shown.addAll(marked(section.text()));
        }
        text.getChildren().setAll(shown);
        which.setText(words.get("lesson.step", step + 1, lesson.sections().size()));
        dots.getChildren().clear();
        for (int i = 0; i < lesson.sections().size(); i++) {
            dots.getChildren().add(Controls.label("", i == step ? "dot-on" : "dot"));
        }
        back.setDisable(step == 0);
        next.setDisable(step >= lesson.sections().size() - 1);
    }

    /// Text with `code` and *emphasis* in their own styles.
    private static List<Node> marked(String text) {
        var nodes = new ArrayList<Node>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '`' || c == '*' ? text.indexOf(c, at + 1) : -1;
            if (end > 0) {
                nodes.add(styled(text.substring(at + 1, end), c == '`' ? "code" : "emphasis"));
                at = end + 1;
            } else {
                int stop = at + 1;
                while (stop < text.length() && "`*".indexOf(text.charAt(stop)) < 0) {
                    stop++;
                }
                nodes.add(styled(text.substring(at, stop), "plain"));
                at = stop;
            }
        }
        return nodes;
    }

    private static Text styled(String content, String styleClass) {
        var text = new Text(content);
        text.getStyleClass().add(styleClass);
        return text;
    }
}
