package org.gorrery.app.timeline;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gorrery.app.bridge.GState;
import org.gorrery.app.canvas.FactTable;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.SharedFocus;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.timeline.AreaStatistics.OfFunction;
import org.jspecify.annotations.Nullable;

/// Below the timeline: the goroutines shown as a table, and where the time of a taken range went.
final class GoroutinePane {
    /// Rows made while the run goes on; the rest waits for its end or for a filter.
    private static final int ROWS_LIVE = 2_000;

    private static final int ROWS_AT_END = 50_000;
    private static final Duration SETTLED = Duration.millis(250);

    private final Words words;
    private final TimelineViewModel model;
    private final SharedFocus focus;
    private final VBox pane = new VBox();
    private final StackPane content = new StackPane();
    private final ToggleButton goroutinesTab;
    private final ToggleButton areaTab;
    private final Label note = new Label();
    private final FactTable<GoroutineRow> goroutines;
    private final FactTable<OfFunction> functions;
    private final HBox figures = new HBox();
    private final VBox areaPane = new VBox();
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private boolean following;
    private boolean shownArea;
    private long shownRevision = -1;

    GoroutinePane(TimelineViewModel model, SharedFocus focus, Words words) {
        this.words = words;
        this.model = model;
        this.focus = focus;
        goroutines = goroutineTable();
        functions = functionTable();
        figures.getStyleClass().add("g-figure-row");
        VBox.setVgrow(functions.view(), Priority.ALWAYS);
        areaPane.getChildren().setAll(figures, functions.view());
        var group = new ToggleGroup();
        goroutinesTab = tab("table-goroutines", group);
        areaTab = tab("table-area", group);
        note.getStyleClass().add("g-muted");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var strip = new HBox(goroutinesTab, areaTab, gap, note);
        strip.getStyleClass().addAll("tab-strip", "table-strip");
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        strip.setMinHeight(32);
        goroutines.view().setMinHeight(0);
        functions.view().setMinHeight(0);
        areaPane.setMinHeight(0);
        pane.setMinHeight(33);
        pane.getChildren().setAll(strip, content);
        settled.setOnFinished(e -> refresh());
        model.area()
                .addListener((o, before, now) -> {
                    if (now.isPresent() && before.isEmpty()) {
                        choose(areaTab);
                    } else if (now.isEmpty()) {
                        choose(goroutinesTab);
                    }
                });
        goroutines
                .view()
                .getSelectionModel()
                .selectedItemProperty()
                .addListener((o, before, now) -> {
                    if (now != null && !following) {
                        focus.goroutine().set(now.id());
                    }
                });
        focus.goroutine().addListener((o, before, now) -> follow(now.longValue()));
        choose(goroutinesTab);
    }

    Parent node() {
        return pane;
    }

    private ToggleButton tab(String id, ToggleGroup group) {
        var tab = new ToggleButton();
        tab.setId(id);
        tab.getStyleClass().add("view-tab");
        tab.setToggleGroup(group);
        tab.setOnAction(e -> choose(tab));
        return tab;
    }

    private void choose(ToggleButton tab) {
        tab.setSelected(true);
        content.getChildren().setAll(tab.equals(areaTab) ? areaPane : goroutines.view());
        refresh();
    }

    /// Something has changed: the tables follow, a few times a second at most.
    void changed() {
        if (settled.getStatus() != javafx.animation.Animation.Status.RUNNING) {
            settled.playFromStart();
        }
    }

    private void refresh() {
        boolean area = areaTab.isSelected();
        if (shownRevision == model.rowsRevision() && shownArea == area) {
            return;
        }
        shownRevision = model.rowsRevision();
        shownArea = area;
        int most = model.ended() ? ROWS_AT_END : ROWS_LIVE;
        goroutinesTab.setText(words.get("table.goroutines", Figures.count(model.shownLanes())));
        String length = model.area().get().map(a -> "  " + Figures.duration(a.nanos())).orElse("");
        areaTab.setText(words.get("table.area") + length);
        if (area) {
            showArea();
        } else {
            goroutines.show(model.rows(most));
            follow(focus.goroutine().get());
            note.setText(
                    model.shownLanes() > most ? words.get("table.first", Figures.count(most)) : "");
        }
    }

    /// Selects the row of a goroutine that was selected elsewhere.
    private void follow(long goroutine) {
        var selection = goroutines.view().getSelectionModel();
        var selected = selection.getSelectedItem();
        if (selected != null && selected.id() == goroutine) {
            return;
        }
        List<GoroutineRow> rows = goroutines.view().getItems();
        following = true;
        selection.clearSelection();
        for (int i = 0; goroutine != 0 && i < rows.size(); i++) {
            if (rows.get(i).id() == goroutine) {
                selection.select(i);
                goroutines.view().scrollTo(Math.max(0, i - 2));
                break;
            }
        }
        following = false;
    }

    private void showArea() {
        Optional<AreaStatistics> found = model.statistics();
        functions.show(found.map(AreaStatistics::functions).orElse(List.of()));
        figures.getChildren().clear();
        note.setText(found.isEmpty() ? words.get("table.area.hint") : "");
        found.ifPresent(a -> {
            figure(words.get("table.lanes"), Figures.count(a.lanes()));
            figure(words.get("table.spans"), Figures.count(a.spans()));
            figure("GC", Figures.count(a.collections()));
            figure(words.get("fact.stopped"), Figures.duration(a.stoppedNanos()));
            for (GState s : GState.values()) {
                if (a.nanos(s) > 0 && s != GState.DEAD) {
                    figure(words.get("state." + s.name()), Figures.duration(a.nanos(s)));
                }
            }
        });
    }

    private void figure(String name, String value) {
        var title = new Label(name);
        title.getStyleClass().add("g-muted");
        var text = new Label(value);
        text.getStyleClass().add("g-figures");
        var box = new VBox(1, title, text);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.getStyleClass().add("g-figure");
        figures.getChildren().add(box);
    }

    private FactTable<GoroutineRow> goroutineTable() {
        return new FactTable<GoroutineRow>("goroutine-table", words.get("timeline.goroutines"))
                .figures("G", 52, GoroutineRow::id, r -> "G" + r.id())
                .words(words.get("table.function"), 170, GoroutineRow::function)
                .drawn(
                        words.get("table.state"),
                        150,
                        r -> r.state().ordinal(),
                        GoroutineRow::reason,
                        c -> new StateCell())
                .words(words.get("table.on"), 110, r -> r.on() == 0 ? "" : Figures.address(r.on()))
                .figures(
                        words.get("table.in-state"),
                        76,
                        GoroutineRow::inStateNanos,
                        r -> Figures.duration(r.inStateNanos()))
                .figures(
                        words.get("table.run"),
                        76,
                        GoroutineRow::running,
                        r -> Figures.duration(r.running()))
                .figures(
                        words.get("table.ready"),
                        76,
                        r -> r.nanos(GState.RUNNABLE),
                        r -> Figures.duration(r.nanos(GState.RUNNABLE)))
                .figures(
                        words.get("table.blocked"),
                        76,
                        GoroutineRow::blocked,
                        r -> Figures.duration(r.blocked()))
                .drawn(
                        words.get("table.share"),
                        130,
                        GoroutineRow::running,
                        r -> "",
                        c -> new ShareCell<>(GoroutineRow::shares))
                .words(words.get("table.created-by"), 110, this::createdBy);
    }

    private String createdBy(GoroutineRow r) {
        String place =
                model.calls(r.createdSite()).stream()
                        .findFirst()
                        .map(f ->
                                "  "
                                        + f.file().substring(f.file().lastIndexOf('/') + 1)
                                        + ":"
                                        + f.line())
                        .orElse("");
        return r.creator() == 0 ? "" : "G" + r.creator() + place;
    }

    private FactTable<OfFunction> functionTable() {
        return new FactTable<OfFunction>("area-functions", words.get("table.function"))
                .words(
                        words.get("table.function"),
                        220,
                        f -> TimelinePainter.shortName(f.function()))
                .figures(
                        words.get("table.lanes"),
                        80,
                        OfFunction::lanes,
                        f -> Figures.count(f.lanes()))
                .figures(
                        words.get("table.run"),
                        86,
                        f -> f.nanos(GState.RUNNING),
                        f -> Figures.duration(f.nanos(GState.RUNNING)))
                .figures(
                        words.get("table.ready"),
                        86,
                        f -> f.nanos(GState.RUNNABLE),
                        f -> Figures.duration(f.nanos(GState.RUNNABLE)))
                .figures(
                        words.get("table.blocked"),
                        86,
                        OfFunction::blocked,
                        f -> Figures.duration(f.blocked()))
                .drawn(
                        words.get("table.share"),
                        200,
                        f -> f.nanos(GState.RUNNING),
                        f -> "",
                        c -> new ShareCell<>(OfFunction::shares));
    }

    /// A state's box and Go's words for why.
    private static final class StateCell extends TableCell<GoroutineRow, GoroutineRow> {
        private final Label box = new Label();

        @Override
        protected void updateItem(@Nullable GoroutineRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            box.setText(row.state().letter());
            box.getStyleClass().setAll("label", "g-state-box", row.state().token().substring(1));
            setText(row.reason());
            setGraphic(box);
        }
    }

    /// Where time went, as a bar in the states' colours.
    private static final class ShareCell<T> extends TableCell<T, T> {
        private final java.util.function.Function<T, List<Long>> shares;
        private final HBox bar = new HBox();

        ShareCell(java.util.function.Function<T, List<Long>> shares) {
            this.shares = shares;
            bar.setMinHeight(8);
            bar.setMaxHeight(8);
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            bar.getChildren().clear();
            setGraphic(null);
            if (empty || row == null) {
                return;
            }
            List<Long> of = shares.apply(row);
            double all = of.stream().mapToLong(Long::longValue).sum();
            for (GState state : GState.values()) {
                double share = all == 0 ? 0 : of.get(state.ordinal()) / all;
                if (share > 0.004) {
                    var part = new Region();
                    part.setMinHeight(8);
                    part.setStyle("-fx-background-color: " + state.token() + ";");
                    part.prefWidthProperty().bind(bar.widthProperty().multiply(share));
                    part.setMinWidth(0);
                    bar.getChildren().add(part);
                }
            }
            bar.prefWidthProperty().bind(widthProperty().subtract(14));
            setGraphic(bar);
        }
    }
}
