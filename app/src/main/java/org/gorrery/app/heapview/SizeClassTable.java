package org.gorrery.app.heapview;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.gorrery.app.canvas.FactTable;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.heapview.HeapViewModel.ClassRow;

/// The size classes in use: objects, spans, how full they are, and what is lost.
final class SizeClassTable {
    private final FactTable<ClassRow> table;

    SizeClassTable(Words words) {
        table =
                new FactTable<ClassRow>("size-classes", words.get("heap.classes"))
                        .figures(
                                words.get("heap.col-class"),
                                52,
                                ClassRow::sizeClass,
                                r ->
                                        r.sizeClass() == 0
                                                ? words.get("heap.large")
                                                : Integer.toString(r.sizeClass()))
                        .figures(
                                words.get("heap.col-size"),
                                66,
                                ClassRow::elemBytes,
                                r -> r.sizeClass() == 0 ? "–" : Figures.bytes(r.elemBytes()))
                        .figures(
                                words.get("heap.col-spans"),
                                54,
                                ClassRow::spans,
                                r -> Figures.count(r.spans()))
                        .figures(
                                words.get("heap.col-slots"),
                                78,
                                ClassRow::slots,
                                r -> Figures.count(r.slots()))
                        .figures(
                                words.get("heap.col-used"),
                                78,
                                ClassRow::inUse,
                                r -> Figures.count(r.inUse()))
                        .drawn(
                                words.get("heap.col-occupancy"),
                                84,
                                ClassRow::occupancy,
                                r -> Figures.percent(r.occupancy()),
                                c -> new Bar())
                        .figures(
                                words.get("heap.col-waste"),
                                62,
                                ClassRow::waste,
                                r -> r.sizeClass() == 0 ? "–" : Figures.percent(r.waste()))
                        .figures(
                                words.get("heap.col-tail"),
                                72,
                                ClassRow::tailBytes,
                                r -> Figures.bytes(r.tailBytes()));
    }

    Region node() {
        return table.view();
    }

    void show(List<ClassRow> rows) {
        table.show(rows);
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
