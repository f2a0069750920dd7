package org.gorrery.app.heapview;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.heapview.HeapViewModel.ClassRow;

/// The table of size classes: spans, slots, use and waste of each.
final class SizeClassTable {
    private final TableView<ClassRow> table = new TableView<>();
    private List<ClassRow> shown = List.of();

    SizeClassTable(Words words) {
        table.getStyleClass().add("g-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.setFixedCellSize(22);
        column(
                words.get("heap.col-class"),
                50,
                r ->
                        r.sizeClass() == 0
                                ? words.get("heap.large")
                                : Integer.toString(r.sizeClass()));
        column(
                words.get("heap.col-size"),
                66,
                r -> r.sizeClass() == 0 ? "–" : Figures.bytes(r.elemBytes()));
        column(words.get("heap.col-spans"), 54, r -> Figures.count(r.spans()));
        column(words.get("heap.col-slots"), 66, r -> Figures.count(r.slots()));
        column(words.get("heap.col-used"), 66, r -> Figures.count(r.inUse()));
        occupancy(words.get("heap.col-occupancy"));
        column(
                words.get("heap.col-waste"),
                62,
                r -> r.sizeClass() == 0 ? "–" : Figures.percent(r.waste()));
        column(words.get("heap.col-tail"), 66, r -> Figures.bytes(r.tailBytes()));
        table.setPlaceholder(new Region());
    }

    Region node() {
        return table;
    }

    void show(List<ClassRow> rows) {
        if (!rows.equals(shown)) {
            shown = rows;
            table.getItems().setAll(rows);
        }
    }

    private void column(String title, double width, Function<ClassRow, String> text) {

        var column = new TableColumn<ClassRow, String>(title);
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(text.apply(f.getValue())));
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.getStyleClass().add("g-number");
        table.getColumns().add(column);
    }

    private void occupancy(String title) {
        var column = new TableColumn<ClassRow, ClassRow>(title);
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
        column.setCellFactory(c -> new Bar());
        column.setMinWidth(70);
        column.setPrefWidth(84);
        table.getColumns().add(column);
    }

    /// Occupancy as a bar in the colour of its class.
    private static final class Bar extends TableCell<ClassRow, ClassRow> {
        private final Region full = new Region();
        private final Region used = new Region();
        private final StackPane bar = new StackPane(full, used);
        private double share;

        Bar() {
            full.getStyleClass().add("g-bar");
            used.setManaged(false);
            bar.setMaxHeight(8);
            bar.setMinHeight(8);
            bar.widthProperty()
                    .addListener(
                            (o, a, b) -> used.resizeRelocate(0, 0, b.doubleValue() * share, 8));
        }

        @Override
        protected void updateItem(ClassRow row, boolean empty) {
            super.updateItem(row, empty);
            Node shown = empty || row == null ? null : bar;
            setGraphic(shown);
            if (shown != null) {
                share = row.occupancy();
                used.setStyle("-fx-background-color: -g-class-" + row.step() + ";");
                used.resizeRelocate(0, 0, bar.getWidth() * share, 8);
                setAccessibleText(Figures.percent(share));
            }
        }
    }
}
