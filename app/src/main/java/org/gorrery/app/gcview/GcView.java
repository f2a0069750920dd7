package org.gorrery.app.gcview;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gorrery.app.bridge.MutatorCurve;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.FactTable;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Palette;
import org.gorrery.app.canvas.PaletteProbe;
import org.gorrery.app.canvas.SearchField;
import org.gorrery.app.canvas.ViewContext;
import org.gorrery.app.canvas.ViewKeys;
import org.gorrery.app.canvas.Words;
import org.gorrery.event.GcCycle;
import org.jfree.chart.entity.CategoryItemEntity;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.fx.interaction.ChartMouseEventFX;
import org.jfree.chart.fx.interaction.ChartMouseListenerFX;

/// Pauses and cycles of the collector: figures, histogram with percentiles, table of cycles. A bar filters the table.
public final class GcView implements ExplorerView {
    private final BorderPane root = new BorderPane();
    private final Words words;
    private final GcViewModel model = new GcViewModel();
    private final PaletteProbe probe = new PaletteProbe();
    private final HBox figures = new HBox();
    private final StackPane chartPane = new StackPane();
    private final ChartViewer viewer = new ChartViewer(null);
    private final Label empty = new Label();
    private final HBox legend = new HBox(8);
    private final Button filter = new Button();
    private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
    private final SearchField search;
    private Optional<MutatorCurve> shownUtilization = Optional.empty();
    private final UtilizationPane utilization;
    private final FactTable<GcCycle> cycles;
    private final TableView<GcCycle> table;

    /// An empty view.
    public GcView(ViewContext context) {
        words = context.words();
        empty.setText(words.get("gc.empty"));
        empty.getStyleClass().add("g-empty");
        figures.getStyleClass().add("g-figure-row");
        chartPane.getChildren().addAll(viewer, empty);
        chartPane.setMinHeight(160);
        VBox.setVgrow(chartPane, Priority.ALWAYS);
        cycles = cycleTable(words);
        table = cycles.view();
        table.setPrefHeight(230);
        filter.setOnAction(e -> {
            model.chooseAll();
            changed();
        });
        viewer.addChartMouseListener(new BarClicks());
        search =
                new SearchField(
                        words.get("gc.find"),
                        "fth-filter",
                        found,
                        text -> {
                            model.search(text);
                            changed();
                        },
                        this::step,
                        table::requestFocus);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        ViewKeys.install(this, context.keys());
        utilization = new UtilizationPane(context);
        var pauses = new VBox(histogramHead(), chartPane);
        var upper = new SplitPane(pauses, utilization.node());
        upper.setDividerPositions(0.58);
        VBox.setVgrow(upper, Priority.ALWAYS);
        root.setCenter(new VBox(figures, upper, cyclesHead(), table));
        root.getChildren().add(probe);
        root.getStyleClass().add("g-view");
        root.setId(id());
        probe.palette().addListener((o, a, b) -> changed());
        changed();
    }

    private void key(KeyEvent e) {
        boolean typing = e.getTarget() instanceof TextInputControl;
        if (typing || e.isControlDown() || e.isAltDown() || e.isMetaDown()) {
            return;
        }
        switch (e.getCode()) {
            case PERIOD -> model.stepBin(1);
            case COMMA -> model.stepBin(-1);
            case DIGIT0, NUMPAD0, ESCAPE -> model.chooseAll();
            default -> {
                return;
            }
        }
        changed();
        e.consume();
    }

    private void step(int direction) {
        int n = table.getItems().size();
        if (n > 0) {
            int at = table.getSelectionModel().getSelectedIndex() + direction;
            table.getSelectionModel().select(Math.floorMod(at, n));
            table.scrollTo(Math.floorMod(at, n));
        }
    }

    private HBox section(String key) {
        var title = new Label(words.get(key));
        title.getStyleClass().add("g-section");
        var head = new HBox(12, title);
        head.getStyleClass().add("g-pane-head");
        return head;
    }

    private HBox histogramHead() {
        HBox head = section("gc.histogram");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().addAll(gap, legend);
        return head;
    }

    private void showLegend() {
        legend.getChildren().clear();
        for (GcViewModel.Kind kind : model.kinds()) {
            var swatch = new Region();
            swatch.getStyleClass().addAll("g-swatch", "g-pause-" + kind.name());
            var text = new Label(words.get("gc.kind-" + kind.name()));
            text.getStyleClass().add("g-muted");
            legend.getChildren().addAll(swatch, text);
        }
    }

    private HBox cyclesHead() {
        HBox head = section("gc.cycles");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var hint = new Label(words.get("gc.hint"));
        hint.getStyleClass().add("g-muted");
        filter.getStyleClass().add("g-chip");
        head.getChildren().addAll(filter, gap, hint, search);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static FactTable<GcCycle> cycleTable(Words words) {
        return new FactTable<GcCycle>("gc-cycles", words.get("gc.cycles"))
                .figures(
                        words.get("gc.col-number"),
                        44,
                        GcCycle::number,
                        c -> Integer.toString(c.number()))
                .figures(
                        words.get("gc.col-start"),
                        76,
                        GcCycle::startNanos,
                        c -> time(c.startNanos()))
                .words(words.get("gc.col-trigger"), 70, GcCycle::trigger)
                .figures(
                        words.get("gc.col-sweep-term"),
                        80,
                        GcCycle::sweepTermNanos,
                        c -> time(c.sweepTermNanos()))
                .figures(words.get("gc.col-mark"), 76, GcCycle::markNanos, c -> time(c.markNanos()))
                .figures(
                        words.get("gc.col-mark-term"),
                        80,
                        GcCycle::markTermNanos,
                        c -> time(c.markTermNanos()))
                .figures(
                        words.get("gc.col-pause"),
                        76,
                        GcCycle::pauseNanos,
                        c -> time(c.pauseNanos()))
                .figures(
                        words.get("gc.col-heap"),
                        150,
                        GcCycle::heapBeforeBytes,
                        c ->
                                mib(c.heapBeforeBytes())
                                        + " → "
                                        + mib(c.heapAfterBytes())
                                        + " → "
                                        + mib(c.heapLiveBytes()))
                .figures(
                        words.get("gc.col-goal"),
                        76,
                        GcCycle::heapGoalBytes,
                        c -> c.heapGoalBytes() < 0 ? "–" : Figures.bytes(c.heapGoalBytes()))
                .figures(
                        words.get("gc.col-procs"),
                        50,
                        GcCycle::procs,
                        c -> c.procs() < 0 ? "–" : Integer.toString(c.procs()));
    }

    /// A length of time; a dash where a file does not tell it.
    private static String time(long nanos) {
        return nanos < 0 ? "–" : Figures.duration(nanos);
    }

    private static String mib(long bytes) {
        return bytes < 0 ? "–" : String.format(Locale.ROOT, "%.1f", bytes / (double) (1 << 20));
    }

    private void changed() {
        boolean none = model.cycles().isEmpty();
        empty.setVisible(none);
        viewer.setVisible(!none);
        showFigures();
        showLegend();
        List<GcCycle> shown = model.shownCycles();
        cycles.show(shown);
        found.set(
                model.isSearching()
                        ? words.get("view.matches", shown.size())
                        : Figures.count(shown.size()));
        filter.setVisible(model.isChosen());
        if (model.isChosen()) {
            filter.setText(
                    words.get(
                            "gc.filter",
                            Figures.duration(GcViewModel.binStart(model.chosenBin())),
                            Figures.duration(GcViewModel.binStart(model.chosenBin() + 1)),
                            shown.size(),
                            model.cycles().size()));
        }
        Palette palette = probe.palette().get().orElse(null);
        if (!none && palette != null) {
            viewer.setChart(new PauseChart(model, palette, words).chart());
        }
    }

    private void showFigures() {
        boolean none = model.cycles().isEmpty();
        figures.getChildren()
                .setAll(
                        figure("gc.pauses", Figures.count(model.pauses().size())),
                        figure("gc.total", none ? "–" : Figures.duration(model.totalPauseNanos())),
                        figure("gc.p50", none ? "–" : Figures.duration(model.percentile(0.5))),
                        figure("gc.p95", none ? "–" : Figures.duration(model.percentile(0.95))),
                        figure("gc.p99", none ? "–" : Figures.duration(model.percentile(0.99))),
                        figure("gc.max", none ? "–" : Figures.duration(model.percentile(1))),
                        figure("gc.mutator", Figures.percent(model.mutatorShare())),
                        figure(
                                "gc.cpu",
                                model.cpuShare() < 0 ? "–" : Figures.percent(model.cpuShare())));
    }

    private VBox figure(String key, String value) {
        var name = new Label(words.get(key));
        name.getStyleClass().add("g-muted");
        var text = new Label(value);
        text.getStyleClass().add("g-big-figure");
        var box = new VBox(2, name, text);
        box.getStyleClass().add("g-figure");
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    /// A click on a bar shows the cycles behind it.
    private final class BarClicks implements ChartMouseListenerFX {
        @Override
        public void chartMouseClicked(ChartMouseEventFX e) {
            if (e.getEntity() instanceof CategoryItemEntity bar) {
                model.choose((Integer) bar.getColumnKey());
                changed();
            }
        }

        @Override
        public void chartMouseMoved(ChartMouseEventFX e) {
            viewer.setCursor(
                    e.getEntity() instanceof CategoryItemEntity
                            ? javafx.scene.Cursor.HAND
                            : javafx.scene.Cursor.DEFAULT);
        }
    }

    @Override
    public String id() {
        return "gc";
    }

    @Override
    public String titleKey() {
        return "view.gc";
    }

    @Override
    public String icon() {
        return "fth-bar-chart-2";
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public Node focusTarget() {
        return table;
    }

    @Override
    public void show(RunPicture picture) {
        if (!shownUtilization.equals(picture.utilization())) {
            shownUtilization = picture.utilization();
            utilization.show(shownUtilization);
        }
        if (model.show(picture)) {
            changed();
        } else {
            showFigures();
        }
    }

    @Override
    public List<ViewKeys.Key> keys() {
        return List.of(
                new ViewKeys.Key(". ,", "key.step-bin"), new ViewKeys.Key("0", "key.all-cycles"));
    }

    @Override
    public void find() {
        search.open();
    }

    @Override
    public void fit() {
        model.chooseAll();
        changed();
    }
}
