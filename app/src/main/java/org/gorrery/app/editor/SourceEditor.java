package org.gorrery.app.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The source of a program: colours, line numbers, marks where the compiler found something.
public final class SourceEditor {
    private static final Duration SETTLED = Duration.millis(80);

    private final CodeArea area;
    private final VirtualizedScrollPane<CodeArea> pane;
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private final StringProperty text;
    private Map<Integer, List<SourceMark>> marks = Map.of();
    private int current = -1;
    private Set<Integer> breakpoints = Set.of();
    private IntConsumer onGutter = line -> {};

    /// An editor of a text; what is typed goes into the property.
    public SourceEditor(StringProperty text) {
        this.text = text;
        // Given here, so that undo does not lead back to an empty editor.
        area = new CodeArea(text.get());
        pane = new VirtualizedScrollPane<>(area);
        pane.getStyleClass().add("source-pane");
        area.setId("source");
        area.getStyleClass().add("source");
        IntFunction<Node> gutter = this::gutter;
        area.setParagraphGraphicFactory(gutter);
        area.textProperty()
                .addListener((o, before, now) -> {
                    text.set(now);
                    settled.playFromStart();
                });
        text.addListener((o, before, now) -> {
            if (!now.equals(area.getText())) {
                area.replaceText(now);
            }
        });
        settled.setOnFinished(e -> {
            marks = Map.of();
            colour();
        });
        area.addEventFilter(
                javafx.scene.input.KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == javafx.scene.input.KeyCode.ENTER
                            && !e.isShortcutDown()
                            && area.isEditable()) {
                        newLine();
                        e.consume();
                    }
                });
        colour();
        area.moveTo(0);
        area.requestFollowCaret();
    }

    /// What goes into the window.
    public Parent node() {
        return pane;
    }

    /// What takes the keyboard.
    public Node focusTarget() {
        return area;
    }

    /// Shows these marks, by line from 0, instead of those before.
    public void mark(Map<Integer, List<SourceMark>> shown) {
        marks = Map.copyOf(shown);
        colour();
        area.setParagraphGraphicFactory(this::gutter);
    }

    /// Shows breakpoints at these lines, from 1.
    public void breakpoints(Collection<Integer> lines) {
        breakpoints = Set.copyOf(lines);
        area.setParagraphGraphicFactory(this::gutter);
    }

    /// Whom to tell of a click beside a line, from 1.
    public void onGutter(IntConsumer listener) {
        onGutter = listener;
    }

    /// The line of the caret, from 1.
    public int caretLine() {
        return area.getCurrentParagraph() + 1;
    }

    /// Takes the mark of the current line away.
    public void unmark() {
        unmarkCurrent();
        current = -1;
    }

    /// Goes to a place.
    ///
    /// @param line from 1
    /// @param column from 1, in characters
    public void show(int line, int column) {
        int paragraph = Math.clamp(line - 1L, 0, paragraphs() - 1);
        unmarkCurrent();
        current = paragraph;
        area.setParagraphStyle(paragraph, List.of("current-line"));
        area.moveTo(paragraph, Math.clamp(column - 1L, 0, area.getParagraphLength(paragraph)));
        area.showParagraphAtCenter(paragraph);
    }

    private int paragraphs() {
        return 1 + (int) area.getText().chars().filter(c -> c == '\n').count();
    }

    private void unmarkCurrent() {
        if (current >= 0 && current < paragraphs()) {
            area.setParagraphStyle(current, List.of());
        }
    }

    /// A new line starts below the one before, one step further behind an opening bracket.
    private void newLine() {
        String line = area.getParagraph(area.getCurrentParagraph()).getText();
        String before = line.substring(0, Math.min(line.length(), area.getCaretColumn()));
        String indent = before.substring(0, before.length() - before.stripLeading().length());
        String last = before.stripTrailing();
        boolean opens = last.endsWith("{") || last.endsWith("(") || last.endsWith(":");
        area.replaceSelection("\n" + indent + (opens ? "\t" : ""));
        area.requestFollowCaret();
    }

    private Node gutter(int line) {
        var number = new Label(Integer.toString(line + 1));
        number.getStyleClass().add("line-number");
        number.setMinWidth(34);
        number.setAlignment(Pos.CENTER_RIGHT);
        var dot = new Region();
        dot.getStyleClass().add("breakpoint");
        dot.setVisible(breakpoints.contains(line + 1));
        var cell = new HBox(dot, number);
        cell.setAlignment(Pos.CENTER_LEFT);
        cell.getStyleClass().add("gutter");
        cell.setOnMousePressed(e -> {
            onGutter.accept(line + 1);
            e.consume();
        });
        cell.setPadding(new Insets(0, 12, 0, 0));
        List<SourceMark> here = marks.getOrDefault(line, List.of());
        if (!here.isEmpty()) {
            boolean warning = here.stream().allMatch(SourceMark::warning);
            number.getStyleClass().add(warning ? "warned" : "failed");
            number.setText((warning ? "▲ " : "● ") + (line + 1));
            var messages = String.join("\n", here.stream().map(SourceMark::message).toList());
            Tooltip.install(cell, new Tooltip(messages));
        }
        return cell;
    }

    private void colour() {
        String source = text.get();
        if (source.isEmpty() || !source.equals(area.getText())) {
            return;
        }
        StyleSpans<Collection<String>> colours = spans(source.length(), colours(source));
        area.setStyleSpans(
                0,
                marks.isEmpty()
                        ? colours
                        : colours.overlay(underlines(source), SourceEditor::both));
    }

    private static Collection<String> both(Collection<String> colour, Collection<String> line) {
        var all = new ArrayList<>(colour);
        all.addAll(line);
        return all;
    }

    /// A run of characters with a style class.
    private record Styled(int from, int to, String styleClass) {}

    private static List<Styled> colours(String source) {
        return GoLexer.runs(source).stream()
                .map(run -> new Styled(run.from(), run.to(), run.kind().styleClass()))
                .toList();
    }

    private StyleSpans<Collection<String>> underlines(String source) {
        var styled = new ArrayList<Styled>();
        marks.keySet().stream()
                .sorted()
                .forEach(line -> {
                    int start = area.getAbsolutePosition(line, 0);
                    int end = styled.isEmpty() ? 0 : styled.getLast().to();
                    var mark = java.util.Objects.requireNonNull(marks.get(line)).getFirst();
                    int from = Math.max(end, start + mark.fromChar());
                    int to = start + mark.toChar();
                    if (from < to) {
                        styled.add(new Styled(from, to, mark.warning() ? "warned" : "failed"));
                    }
                });
        return spans(source.length(), styled);
    }

    private static StyleSpans<Collection<String>> spans(int length, List<Styled> runs) {
        var builder = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        for (Styled run : runs) {
            builder.add(Collections.emptyList(), run.from() - at);
            builder.add(List.of(run.styleClass()), run.to() - run.from());
            at = run.to();
        }
        builder.add(Collections.emptyList(), length - at);
        return builder.create();
    }
}
