package org.gorrery.app.flame;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.gorrery.app.canvas.Words;

/// The filters of a saved profile as breadcrumbs that stay until they are taken away, and a field for the next one.
final class FilterRow {
    private static final List<String> KINDS =
            List.of("focus", "ignore", "hide", "show", "show_from", "tagfocus", "tagignore");

    private final HBox row = new HBox(6);
    private final HBox crumbs = new HBox(6);
    private final ComboBox<String> kind = new ComboBox<>();
    private final TextField expression = new TextField();
    private final Label fault = new Label();
    private final Words words;
    private final FlameViewModel model;

    FilterRow(FlameViewModel model, Words words) {
        this.model = model;
        this.words = words;
        kind.getItems().setAll(KINDS);
        kind.getSelectionModel().select(0);
        kind.setId("filter-kind");
        kind.setAccessibleText(words.get("filter.kind"));
        kind.setTooltip(new Tooltip(words.get("filter.focus")));
        kind.valueProperty()
                .addListener((o, a, b) -> kind.getTooltip().setText(words.get("filter." + b)));
        expression.setId("filter-expression");
        expression.setPromptText(words.get("filter.prompt"));
        expression.setAccessibleText(words.get("filter.prompt"));
        expression.getStyleClass().add("g-field");
        expression.setOnAction(e -> add());
        fault.getStyleClass().add("g-fault");
        row.getStyleClass().add("g-filter-row");
        crumbs.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.getChildren().setAll(crumbs, kind, expression, fault);
        show();
    }

    Node node() {
        return row;
    }

    private void add() {
        String text = expression.getText().strip();
        if (text.isEmpty()) {
            return;
        }
        String why = model.addFilter(kind.getValue(), text);
        fault.setText(why);
        if (why.isEmpty()) {
            expression.clear();
        }
    }

    /// Brings the breadcrumbs up to date.
    void show() {
        crumbs.getChildren().clear();
        var all = new Label(words.get("filter.showing", model.shownTotal()));
        all.getStyleClass().add("g-muted");
        all.setMinWidth(HBox.USE_PREF_SIZE);
        crumbs.getChildren().add(all);
        for (FlameViewModel.Filter filter : model.filters()) {
            var chip = new Button(filter.kind() + " " + filter.expression() + "  ×");
            chip.getStyleClass().add("g-chip");
            chip.setMinWidth(HBox.USE_PREF_SIZE);
            chip.setTooltip(new Tooltip(words.get("filter.remove")));
            chip.setOnAction(e -> model.removeFilter(filter));
            crumbs.getChildren().add(chip);
        }
    }
}
