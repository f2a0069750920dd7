package org.gorrery.app.shell;

import java.util.List;
import java.util.regex.MatchResult;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.KeyMap;
import org.gorrery.app.canvas.SearchField;
import org.gorrery.app.canvas.TextMatch;
import org.gorrery.app.canvas.ViewKeys;
import org.gorrery.app.canvas.Words;

/// All that can be said of a saved file, as text.
final class FactsView implements ExplorerView {
    private final BorderPane root = new BorderPane();
    private final TextArea facts;
    private final SearchField search;
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final Words words;
    private List<MatchResult> found = List.of();

    FactsView(String text, Words words, KeyMap keys) {
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
        ViewKeys.install(this, keys);
    }

    private void find(String text) {
        var match = TextMatch.of(text);
        found =
                match.isEmpty()
                        ? List.of()
                        : match.pattern()
                                .matcher(facts.getText())
                                .results()
                                .filter(r -> r.end() > r.start())
                                .toList();
        count.set(match.isEmpty() ? "" : words.get("view.matches", found.size()));
        facts.positionCaret(0);
        step(1);
    }

    private void step(int direction) {
        if (found.isEmpty()) {
            return;
        }
        int caret = facts.getSelection().getStart();
        boolean selected = facts.getSelection().getLength() > 0;
        int at = 0;
        while (at < found.size() && found.get(at).start() < caret) {
            at++;
        }
        if (direction < 0) {
            at--;
        } else if (selected && at < found.size() && found.get(at).start() == caret) {
            at++;
        }
        MatchResult now = found.get(Math.floorMod(at, found.size()));
        facts.selectRange(now.start(), now.end());
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
