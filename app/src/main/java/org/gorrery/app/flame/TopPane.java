package org.gorrery.app.flame;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Words;

/// The table beside the flame graph: functions by their values or, of two profiles, by how they changed.
final class TopPane {
    private static final double LEAST_FOR_SHARES = 400;

    private final TableView<TopRow> table = new TableView<>();
    private final Label title = new Label();
    private final BorderPane pane = new BorderPane();
    private final Words words;
    private String unit = "";
    private long total = 1;
    private long most = 1;
    private boolean compared;
    private boolean made;
    private List<TopRow> shown = List.of();

    TopPane(Words words, Consumer<String> chosen) {
        this.words = words;
        title.getStyleClass().add("g-section");
        var head = new StackPane(title);
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        head.getStyleClass().add("g-pane-head");
        table.setId("top");
        table.getStyleClass().add("g-table");
        table.setFixedCellSize(22);
        table.setPlaceholder(new Region());
        table.setAccessibleText(words.get("top.title"));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, a, b) -> {
                    if (b != null) {
                        chosen.accept(b.name());
                    }
                });
        pane.setTop(head);
        pane.setCenter(table);
        pane.getStyleClass().add("g-view");
        pane.setMinWidth(0);
        pane.setPrefWidth(470);
    }

    Node node() {
        return pane;
    }

    /// Shows rows.
    ///
    /// @param all what a hundred per cent are
    /// @param before name of the profile compared with; empty for none
    void show(List<TopRow> rows, String valueUnit, long all, String before) {
        unit = valueUnit;
        total = Math.max(1, all);
        most = Math.max(1, rows.stream().mapToLong(r -> Math.abs(r.change())).max().orElse(1));
        boolean comparing = !before.isEmpty();
        if (!made || comparing != compared) {
            compared = comparing;
            made = true;
            columns();
        }
        title.setText(
                comparing
                        ? words.get("top.compared", before)
                        : words.get("top.functions", Figures.count(rows.size())));
        if (!rows.equals(shown)) {
            shown = rows;
            table.getItems().setAll(rows);
        } else {
            table.refresh();
        }
    }

    private void columns() {
        table.getColumns().clear();
        if (compared) {
            number("top.before", 86, TopRow::before, this::value);
            number("top.after", 86, TopRow::cum, this::value);
            number("top.change", 84, TopRow::change, v -> (v > 0 ? "+" : "") + value(v));
            var bars = new TableColumn<TopRow, TopRow>("");
            bars.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
            bars.setCellFactory(c -> new ChangeBar());
            bars.setPrefWidth(96);
            bars.setSortable(false);
            table.getColumns().add(bars);
        } else {
            number("top.flat", 86, TopRow::flat, this::value);
            wideOnly(number("top.flat-share", 62, TopRow::flat, this::share));
            number("top.cum", 86, TopRow::cum, this::value);
            wideOnly(number("top.cum-share", 62, TopRow::cum, this::share));
        }
        var name = new TableColumn<TopRow, String>(words.get("top.function"));
        name.setCellValueFactory(
                f -> new ReadOnlyObjectWrapper<>(FlamePainter.shortName(f.getValue().name())));
        name.setPrefWidth(360);
        table.getColumns().add(name);
    }

    private String value(long v) {
        return v < 0 ? "-" + FlamePainter.value(-v, unit) : FlamePainter.value(v, unit);
    }

    private String share(long v) {
        return Figures.percent((double) v / total);
    }

    /// Makes room for the names of functions where the pane is narrow.
    private void wideOnly(TableColumn<TopRow, Long> column) {
        column.visibleProperty().bind(pane.widthProperty().greaterThanOrEqualTo(LEAST_FOR_SHARES));
    }

    private TableColumn<TopRow, Long> number(
            String key, double width, Function<TopRow, Long> get, Function<Long, String> text) {
        var column = new TableColumn<TopRow, Long>(words.get(key));
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(get.apply(f.getValue())));
        column.setCellFactory(c -> new NumberCell(text));
        column.setPrefWidth(width);
        column.setMinWidth(width - 10);
        column.getStyleClass().add("g-number");
        column.setSortType(TableColumn.SortType.DESCENDING);
        table.getColumns().add(column);
        return column;
    }

    private static final class NumberCell extends TableCell<TopRow, Long> {
        private final Function<Long, String> text;

        NumberCell(Function<Long, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(Long value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? "" : text.apply(value));
        }
    }

    /// A bar to the left for less, to the right for more.
    private final class ChangeBar extends TableCell<TopRow, TopRow> {
        private final Region bar = new Region();
        private final StackPane frame = new StackPane(bar);
        private double share;

        ChangeBar() {
            bar.setManaged(false);
            frame.setMinHeight(12);
            frame.setMaxHeight(12);
            frame.widthProperty().addListener(o -> place());
        }

        @Override
        protected void updateItem(TopRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : frame);
            if (!empty && row != null) {
                share = (double) row.change() / most;
                int step = Change.step(row.cum(), row.before());
                bar.setStyle("-fx-background-color: -g-diff-" + step + ";");
                place();
            }
        }

        private void place() {
            double half = frame.getWidth() / 2;
            double w = Math.max(1, Math.abs(share) * half);
            bar.resizeRelocate(share < 0 ? half - w : half, 0, w, 12);
        }
    }
}
