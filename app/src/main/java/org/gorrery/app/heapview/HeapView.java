package org.gorrery.app.heapview;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.DenseCanvas;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.Facts;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.SearchField;
import org.gorrery.app.canvas.ViewContext;
import org.gorrery.app.canvas.ViewKeys;
import org.gorrery.app.canvas.Words;
import org.gorrery.event.HeapSnapshot.Span;

/// The heap: every span on the left; the selected span's slots and the table of size classes on the right.
public final class HeapView implements ExplorerView {
    private static final double DETAIL_WIDTH = 530;

    private final BorderPane root = new BorderPane();
    private final Words words;
    private final HeapViewModel model;
    private final DenseCanvas grid;
    private final DenseCanvas slots;
    private final Label spanHead = new Label();
    private final Label spanFacts = new Label();
    private final SizeClassTable table;
    private final SearchField search;

    /// An empty view.
    public HeapView(ViewContext context) {
        words = context.words();
        model = new HeapViewModel(words, this::changed);
        var painter = new HeapPainter(words);
        var slotPainter = new SlotPainter(words);
        grid =
                new DenseCanvas(
                        (w, h, dense, over) -> {
                            model.resize(w, h);
                            model.scene().ifPresent(s -> painter.paint(s, dense, over));
                        },
                        this::factsOfSpan,
                        model,
                        context.keys());
        slots =
                new DenseCanvas(
                        (w, h, dense, over) ->
                                model.selected()
                                        .ifPresent(s ->
                                                slotPainter.paint(
                                                        s,
                                                        w,
                                                        h,
                                                        model.selectedSlot(),
                                                        dense,
                                                        over)),
                        this::factsOfSlot,
                        new SlotNavigation(model, this::slotAt),
                        context.keys());
        search =
                new SearchField(
                        words.get("heap.find"),
                        "fth-search",
                        model.matches(),
                        model::search,
                        model::step,
                        this::focusGrid);
        table = new SizeClassTable(words);
        root.setTop(bar());
        root.setCenter(split());
        root.getStyleClass().add("g-view");
        root.setId(id());
        grid.setAccessibleText(words.get(titleKey()));
        ViewKeys.install(this, context.keys());
        grid.explain(words.get("heap.empty"));
        slots.explain(words.get("heap.no-span"));
    }

    private void focusGrid() {
        grid.requestFocus();
    }

    private HBox bar() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var fit = new Button(words.get("view.fit"));
        fit.setOnAction(e -> fit());
        var bar = new HBox(8, search, gap, fit);
        bar.getStyleClass().add("g-view-bar");
        return bar;
    }

    private SplitPane split() {
        spanHead.getStyleClass().add("g-section");
        spanFacts.getStyleClass().add("g-muted");
        var head = new VBox(4, spanHead, spanFacts);
        head.getStyleClass().add("g-pane-head");
        VBox.setVgrow(slots, Priority.ALWAYS);
        slots.setPrefHeight(240);
        table.node().setPrefHeight(280);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        var right = new VBox(head, slots, table.node());
        var split = new SplitPane(grid, right);
        // All columns of the table, but not where the heap itself would not be seen for it
        right.minWidthProperty()
                .bind(Bindings.min(DETAIL_WIDTH, split.widthProperty().multiply(0.5)));
        split.setDividerPositions(0.5);
        SplitPane.setResizableWithParent(right, false);
        return split;
    }

    private void changed() {
        grid.explain(model.scene().isEmpty() ? words.get("heap.empty") : "");
        Optional<Span> selected = model.selected();
        boolean hasSlots = selected.isPresent() && selected.get().slots() > 0;
        slots.explain(
                hasSlots ? "" : words.get(selected.isPresent() ? "heap.no-slots" : "heap.no-span"));
        spanHead.setText(
                selected.map(s -> words.get("heap.span", Figures.address(s.base())))
                        .orElse(words.get("heap.span-none")));
        spanFacts.setText(selected.map(this::describe).orElse(""));
        table.show(model.classes());
    }

    private String describe(Span s) {
        String pages = words.get("heap.pages", s.pages());
        if (s.slots() == 0) {
            return kind(s) + " · " + pages;
        }
        return kind(s)
                + " · "
                + (s.noscan() ? "noscan" : "scan")
                + " · "
                + pages
                + " · "
                + HeapViewModel.slots(s);
    }

    private String kind(Span s) {
        return switch (s.state()) {
            case IN_USE ->
                    s.sizeClass() == 0
                            ? words.get("heap.large")
                            : words.get("heap.class", s.sizeClass(), Figures.bytes(s.elemBytes()));
            case STACK -> words.get("heap.stack");
            case FREE -> words.get("heap.free");
            case SCAVENGED -> words.get("heap.returned");
        };
    }

    private Optional<Facts> factsOfSpan(double x, double y) {
        return model.scene()
                .flatMap(scene -> {
                    int i = scene.spanAt(x, y);
                    if (i < 0) {
                        return Optional.empty();
                    }
                    Span s = scene.layout().heap().spans().get(i);
                    var rows = new ArrayList<Facts.Row>();
                    rows.add(
                            new Facts.Row(
                                    words.get("fact.pages"),
                                    s.pages()
                                            + " · "
                                            + Figures.bytes(s.pages() * HeapLayout.PAGE)));
                    if (s.slots() > 0) {
                        rows.add(new Facts.Row(words.get("fact.slots"), HeapViewModel.slots(s)));
                        rows.add(
                                new Facts.Row(
                                        words.get("fact.marked"),
                                        Figures.count(BitSet.valueOf(s.marked()).cardinality())));
                        rows.add(
                                new Facts.Row(
                                        words.get("fact.contents"),
                                        s.noscan()
                                                ? words.get("fact.noscan")
                                                : words.get("fact.scan")));
                        rows.add(
                                new Facts.Row(
                                        words.get("fact.sweep-gen"),
                                        Integer.toString(s.sweepGeneration())));
                    }
                    return Optional.of(
                            new Facts(
                                    "",
                                    "",
                                    kind(s),
                                    Figures.address(s.base()),
                                    "",
                                    rows,
                                    List.of()));
                });
    }

    private int slotAt(double x, double y) {
        return model.selected()
                .map(s -> SlotPainter.slotAt(s, slots.getWidth(), slots.getHeight(), x, y))
                .orElse(-1);
    }

    private Optional<Facts> factsOfSlot(double x, double y) {
        int i = slotAt(x, y);
        return model.selected()
                .filter(s -> i >= 0)
                .map(s -> {
                    boolean allocated = SlotPainter.bit(s.allocated(), i);
                    boolean marked = SlotPainter.bit(s.marked(), i);
                    String state =
                            words.get(
                                    !allocated
                                            ? "heap.slot-free"
                                            : marked ? "heap.marked" : "heap.allocated");
                    String type = allocated ? model.typeOf(s, i) : "";
                    var rows = new ArrayList<Facts.Row>();
                    rows.add(new Facts.Row(words.get("fact.slot"), Integer.toString(i)));
                    rows.add(new Facts.Row(words.get("fact.state"), state));
                    if (!type.isEmpty()) {
                        rows.add(new Facts.Row(words.get("fact.type"), type));
                    }
                    return new Facts(
                            "",
                            "",
                            Figures.bytes(s.elemBytes()),
                            Figures.address(s.base() + (long) i * s.elemBytes()),
                            "",
                            rows,
                            List.of());
                });
    }

    @Override
    public String id() {
        return "heap";
    }

    @Override
    public String titleKey() {
        return "view.heap";
    }

    @Override
    public String icon() {
        return "fth-grid";
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public Node focusTarget() {
        return grid;
    }

    @Override
    public void show(RunPicture picture) {
        model.show(picture);
    }

    @Override
    public boolean needsHeap() {
        return true;
    }

    @Override
    public List<ViewKeys.Key> keys() {
        return List.of(
                new ViewKeys.Key(". ,", "key.step-span-heap"), new ViewKeys.Key("T", "key.tips"));
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
