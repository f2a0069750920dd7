package org.gorrery.app.shell;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.SearchField;
import org.gorrery.app.canvas.ViewKeys;
import org.gorrery.app.canvas.Words;

/// All that can be said of a saved file, as text.
final class FactsView implements ExplorerView {
    private final BorderPane root = new BorderPane();
    private final TextArea facts;
    private final SearchField search;
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final Words words;
    private String wanted = "";

    FactsView(String text, Words words) {
        this.words = words;
        facts = new TextArea(text);
        facts.setId("facts");
        facts.setEditable(false);
        facts.setAccessibleText(words.get(titleKey()));
        facts.getStyleClass().add("facts");
        search =
                new SearchField(
                        words.get("facts.find"),
                        "fth-search",
                        count,
                        this::find,
                        this::step,
                        facts::requestFocus);
        var bar = new HBox(8, search);
        bar.getStyleClass().add("g-view-bar");
        root.setTop(bar);
        root.setCenter(facts);
        root.getStyleClass().add("g-view");
        root.setId(id());
        ViewKeys.install(this);
    }

    private void find(String text) {
        wanted = text;
        int found = 0;
        for (int at = indexFrom(0); at >= 0; at = indexFrom(at + 1)) {
            found++;
        }
        count.set(wanted.isEmpty() ? "" : words.get("view.matches", found));
        facts.positionCaret(0);
        step(1);
    }

    private int indexFrom(int from) {
        return wanted.isEmpty()
                ? -1
                : facts.getText()
                        .toLowerCase(java.util.Locale.ROOT)
                        .indexOf(wanted.toLowerCase(java.util.Locale.ROOT), from);
    }

    private void step(int direction) {
        int caret = facts.getSelection().getStart();
        int at = -1;
        if (direction > 0) {
            at = indexFrom(facts.getSelection().getLength() == 0 ? caret : caret + 1);
            at = at < 0 ? indexFrom(0) : at;
        } else {
            for (int i = indexFrom(0); i >= 0 && i < caret; i = indexFrom(i + 1)) {
                at = i;
            }
        }
        if (at >= 0) {
            facts.selectRange(at, at + wanted.length());
        }
    }

    @Override
    public String id() {
        return "facts-view";
    }

    @Override
    public String titleKey() {
        return "view.facts";
    }

    @Override
    public String icon() {
        return "fth-file-text";
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public Node focusTarget() {
        return facts;
    }

    @Override
    public void show(RunPicture picture) {
        // The text is that of the file, not of a moment.
    }

    @Override
    public void find() {
        search.open();
    }

    @Override
    public void fit() {
        facts.positionCaret(0);
    }
}
