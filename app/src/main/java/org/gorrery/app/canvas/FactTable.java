package org.gorrery.app.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A table of facts: columns sort by value, not by text, can be moved, resized and hidden; Ctrl-C copies the selected
/// rows with their heads, tab between columns.
public final class FactTable<T> {
    private final TableView<T> view = new TableView<>();
    private List<T> shown = List.of();

    /// An empty table.
    ///
    /// @param id its name in the window
    public FactTable(String id, String accessibleText) {
        view.setId(id);
        view.setAccessibleText(accessibleText);
        view.getStyleClass()
                .addAll("g-table", "g-with-menu"); // whose button lies over the last head
        view.setFixedCellSize(22);
        view.setTableMenuButtonVisible(true);
        view.setPlaceholder(new Region());
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.isShortcutDown() && e.getCode() == KeyCode.C) {
                        copy();
                        e.consume();
                    }
                });
    }

    /// The table itself.
    public TableView<T> view() {
        return view;
    }

    /// A column of figures, sorted by their value.
    public FactTable<T> figures(
            String title, double width, ToDoubleFunction<T> value, Function<T, String> text) {
        var column = new TableColumn<T, T>(title);
        column.getStyleClass().add("g-number");
        column.setMinWidth(width);
        column.setComparator(Comparator.comparingDouble(value));
        return add(column, width, text, new TextCells<>(text));
    }

    /// A column of words.
    public FactTable<T> words(String title, double width, Function<T, String> text) {
        var column = new TableColumn<T, T>(title);
        column.setComparator(Comparator.comparing(text));
        return add(column, width, text, new TextCells<>(text));
    }

    /// A column that is drawn; sorted by a value, copied as text.
    public FactTable<T> drawn(
            String title,
            double width,
            ToDoubleFunction<T> value,
            Function<T, String> text,
            Function<TableColumn<T, T>, TableCell<T, T>> cells) {
        var column = new TableColumn<T, T>(title);
        column.setComparator(Comparator.comparingDouble(value));
        return add(column, width, text, cells);
    }

    private FactTable<T> add(
            TableColumn<T, T> column,
            double width,
            Function<T, String> text,
            Function<TableColumn<T, T>, TableCell<T, T>> cells) {
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
        column.setCellFactory(cells::apply);
        column.setMinWidth(Math.max(column.getMinWidth(), Math.min(width, 44)));
        column.setPrefWidth(width);
        column.setUserData(text);
        view.getColumns().add(column);
        return this;
    }

    /// Shows rows, in the order that the user chose; a selection stays with rows that are equal.
    ///
    /// @return whether they differ from those before
    public boolean show(List<T> rows) {
        if (rows.equals(shown)) {
            return false;
        }
        shown = List.copyOf(rows);
        List<T> selected = List.copyOf(view.getSelectionModel().getSelectedItems());
        var order = view.getComparator();
        var sorted = new ArrayList<>(rows);
        if (order != null) {
            sorted.sort(order);
        }
        view.getItems().setAll(sorted);
        for (T row : selected) {
            int at = row == null ? -1 : sorted.indexOf(row);
            if (at >= 0) {
                view.getSelectionModel().select(at);
            }
        }
        return true;
    }

    /// The selected rows as text, heads first, tab between columns; all rows where none is selected.
    @SuppressWarnings("unchecked")
    public String copied() {
        List<T> rows = view.getSelectionModel().getSelectedItems();
        List<T> wanted = rows.isEmpty() ? view.getItems() : rows;
        var columns = view.getColumns().stream().filter(TableColumn::isVisible).toList();
        var out = new StringBuilder();
        out.append(columns.stream().map(TableColumn::getText).collect(Collectors.joining("\t")));
        for (T row : wanted) {
            out.append('\n')
                    .append(
                            columns.stream()
                                    .map(c -> ((Function<T, String>) c.getUserData()).apply(row))
                                    .map(t -> t.replace(Figures.THIN, ""))
                                    .collect(Collectors.joining("\t")));
        }
        return out.toString();
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(copied());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Cells of plain text.
    private record TextCells<T>(Function<T, String> text)
            implements Function<TableColumn<T, T>, TableCell<T, T>> {
        @Override
        public TableCell<T, T> apply(TableColumn<T, T> column) {
            return new TableCell<>() {
                @Override
                protected void updateItem(@Nullable T row, boolean empty) {
                    super.updateItem(row, empty);
                    setText(empty || row == null ? null : text.apply(row));
                }
            };
        }
    }
}
