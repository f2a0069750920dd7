package org.gorrery.app.timeline;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.DenseCanvas;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.SearchField;
import org.gorrery.app.canvas.ViewContext;
import org.gorrery.app.canvas.ViewKeys;
import org.gorrery.app.canvas.Words;
import org.jspecify.annotations.Nullable;

/// The goroutine timeline: collector, heap, processors and a lane per goroutine on one axis of time.
public final class TimelineView implements ExplorerView {
    private static final double LOW = 480;

    private final BorderPane root = new BorderPane();
    private final Words words;
    private final TimelineViewModel model;
    private final DenseCanvas canvas;
    private final ScrollBar scroll = new ScrollBar();
    private final SearchField search;
    private final @Nullable GoroutinePane pane;

    /// An empty timeline.
    public TimelineView(ViewContext context) {
        words = context.words();
        model = new TimelineViewModel(words, context.focus(), this::changed);
        var painter = new TimelinePainter(words);
        var probe = new TimelineProbe(words);
        canvas =
                new DenseCanvas(
                        (w, h, dense, over) -> {
                            model.resize(w, h);
                            model.scene()
                                    .ifPresent(s -> {
                                        painter.paint(s, dense, over);
                                        showScroll(s);
                                    });
                        },
                        (x, y) -> model.scene().flatMap(s -> probe.at(s, x, y)),
                        model,
                        context.keys());
        canvas.setAccessibleText(words.get(titleKey()));
        search =
                new SearchField(
                        words.get("timeline.filter"),
                        "fth-filter",
                        model.laneCount(),
                        model.filter()::set,
                        model::stepLane,
                        canvas::requestFocus);
        search.explained(words.get("timeline.filter.tip"));
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.setFocusTraversable(false);
        scroll.valueProperty()
                .addListener((o, a, b) -> {
                    if (Math.abs(b.doubleValue() - model.scroll()) > 0.5) {
                        model.scrollTo(b.doubleValue());
                    }
                });
        pane = new GoroutinePane(model, context.focus(), words);
        var picture = new BorderPane(canvas);
        picture.setRight(scroll);
        var split = new SplitPane(picture, pane.node());
        split.setOrientation(Orientation.VERTICAL);
        // Where the window is low the table is a strip at first.
        split.heightProperty()
                .addListener((o, before, now) -> {
                    boolean low = now.doubleValue() < LOW;
                    if (before.doubleValue() == 0 || low != before.doubleValue() < LOW) {
                        split.setDividerPositions(low ? 1 : 0.74);
                    }
                });
        SplitPane.setResizableWithParent(pane.node(), false);
        root.setTop(bar());
        root.setCenter(split);
        root.getStyleClass().add("g-view");
        root.setId(id());
        ViewKeys.install(this, context.keys());
        canvas.explain(words.get("timeline.empty"));
    }

    private HBox bar() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bands = toggle("timeline.bands", "O");
        bands.selectedProperty().bindBidirectional(model.bands());
        var links = toggle("timeline.links", "L");
        links.selectedProperty().bindBidirectional(model.allLinks());
        var compact = toggle("timeline.compact", "C");
        compact.selectedProperty().bindBidirectional(model.compact());
        var fit = new Button(words.get("view.fit"));
        fit.setOnAction(e -> fit());
        fit.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(8, search, bands, links, compact, gap, fit);
        bar.getStyleClass().add("g-view-bar");
        return bar;
    }

    private ToggleButton toggle(String key, String letter) {
        var button = new ToggleButton(words.get(key) + "  " + letter);
        button.getStyleClass().add("g-toggle");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void showScroll(TimelineScene s) {
        double all = s.shown().length * s.layout().laneHeight();
        double seen = s.layout().lanesHeight();
        double most = Math.max(0, all - seen);
        scroll.setVisible(most > 0);
        scroll.setMax(most);
        scroll.setVisibleAmount(all == 0 ? 0 : most * Math.min(1, seen / all));
        scroll.setValue(s.scroll());
    }

    private void changed() {
        canvas.explain(model.isEmpty() ? words.get("timeline.empty") : "");
        if (pane != null) {
            pane.changed();
        }
    }

    @Override
    public String id() {
        return "timeline";
    }

    @Override
    public String titleKey() {
        return "view.timeline";
    }

    @Override
    public String icon() {
        return "mdi2c-chart-gantt";
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public Node focusTarget() {
        return canvas;
    }

    @Override
    public void show(RunPicture picture) {
        model.show(picture);
    }

    @Override
    public List<ViewKeys.Key> keys() {
        return List.of(
                new ViewKeys.Key(". ,", "key.step-span"),
                new ViewKeys.Key("O", "key.bands"),
                new ViewKeys.Key("L", "key.links"),
                new ViewKeys.Key("C", "key.compact"),
                new ViewKeys.Key("T", "key.tips"),
                new ViewKeys.Key("Enter  Shift Enter", "key.step-lane"));
    }

    @Override
    public void find() {
        search.open();
    }

    @Override
    public void fit() {
        model.fit();
    }
}
