package org.gorrery.app.stacks;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gorrery.app.bridge.GState;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.SearchField;
import org.gorrery.app.canvas.ViewContext;
import org.gorrery.app.canvas.ViewKeys;
import org.gorrery.app.canvas.Words;
import org.gorrery.event.GoroutineSnapshot.Frame;
import org.gorrery.event.GoroutineSnapshot.Goroutine;

/// The stacks of all goroutines: groups on the left, the frames of one goroutine on the right.
public final class StacksView implements ExplorerView {
    private static final int IDS_SHOWN = 4;

    private final BorderPane root = new BorderPane();
    private final Words words;
    private final StacksViewModel model;
    private final ListView<StackGroup> list = new ListView<>();
    private final VBox frames = new VBox();
    private final Label empty = new Label();
    private final HBox fatal = new HBox(10);
    private final SearchField search;

    /// An empty view.
    public StacksView(ViewContext context) {
        words = context.words();
        model = new StacksViewModel(words, context.focus());
        search =
                new SearchField(
                        words.get("stacks.filter"),
                        "fth-filter",
                        model.summary(),
                        model.filter()::set,
                        this::stepGroup,
                        list::requestFocus);
        list.setItems(model.groups());
        list.setCellFactory(l -> new GroupCell());
        list.setFixedCellSize(44);
        list.getStyleClass().add("g-list");
        list.setAccessibleText(words.get(titleKey()));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, a, b) -> {
                    if (b != null && model.selected().get().filter(g -> b.has(g.id())).isEmpty()) {
                        model.choose(b.members().getFirst().id());
                    }
                });
        model.selected().addListener((o, a, b) -> showFrames());
        model.runtimeFrames().addListener((o, a, b) -> showFrames());
        empty.setText(words.get("stacks.empty"));
        empty.getStyleClass().add("g-empty");
        empty.setMouseTransparent(true);
        frames.getStyleClass().add("g-frames");
        var scroll = new ScrollPane(frames);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("g-scroll");
        var split = new SplitPane(list, scroll);
        split.setDividerPositions(0.42);
        var graph = new WaitGraphPane(model, words, context.keys());
        var all = new SplitPane(split, graph.node());
        all.setOrientation(Orientation.VERTICAL);
        all.setDividerPositions(0.38);
        fatal.getStyleClass().add("g-error-strip");
        root.setTop(new VBox(bar(), fatal));
        root.setCenter(new StackPane(all, empty));
        root.getStyleClass().add("g-view");
        root.setId(id());
        ViewKeys.install(this, context.keys());
        list.setId("stack-groups");
        list.setAccessibleText(words.get(titleKey()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        showFatal();
        showFrames();
    }

    private void key(KeyEvent e) {
        boolean typing = e.getTarget() instanceof TextInputControl;
        if (typing || e.isControlDown() || e.isAltDown() || e.isMetaDown()) {
            return;
        }
        switch (e.getCode()) {
            case PERIOD -> model.step(1);
            case COMMA -> model.step(-1);
            case G -> model.alike().set(!model.alike().get());
            case H -> model.runtimeFrames().set(!model.runtimeFrames().get());
            case DIGIT0, NUMPAD0, ESCAPE -> fit();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private HBox bar() {
        var alike = new ToggleButton(words.get("stacks.alike"));
        alike.getStyleClass().add("g-toggle");
        alike.setTooltip(new Tooltip(words.get("stacks.alike.tip")));
        alike.selectedProperty().bindBidirectional(model.alike());
        var runtime = new ToggleButton(words.get("stacks.runtime"));
        runtime.getStyleClass().add("g-toggle");
        runtime.setTooltip(new Tooltip(words.get("stacks.runtime.tip")));
        runtime.selectedProperty().bindBidirectional(model.runtimeFrames());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(8, search, gap, alike, runtime);
        bar.getStyleClass().add("g-view-bar");
        return bar;
    }

    private void showFatal() {
        String text = model.fatal().get();
        fatal.setVisible(!text.isEmpty());
        fatal.setManaged(!text.isEmpty());
        fatal.getChildren().setAll(styled("!", "g-error-mark"), styled(text, "g-code"));
    }

    private void showFrames() {
        frames.getChildren().clear();
        Optional<Goroutine> selected = model.selected().get();
        empty.setVisible(model.isEmpty());

        if (selected.isEmpty()) {
            return;
        }
        Goroutine g = selected.get();
        frames.getChildren().add(head(g));
        model.frames()
                .forEach(f -> frames.getChildren().add(frameRow(f, !StackGroup.isLibrary(f))));
        if (g.creator() != 0 || !g.creatorFrame().function().isEmpty()) {
            String by = words.get("stacks.created-by", g.creatorFrame().function(), g.creator());
            frames.getChildren().add(row(styled(by, "g-frame-muted"), g.creatorFrame()));
        }
        if (model.hiddenFrames() > 0) {
            var hidden =
                    new HBox(styled(words.get("stacks.hidden", model.hiddenFrames()), "g-muted"));
            hidden.setAlignment(Pos.CENTER_RIGHT);
            hidden.getStyleClass().add("g-frame");
            frames.getChildren().add(hidden);
        }
        model.group()
                .ifPresent(group -> {
                    if (!group.equals(list.getSelectionModel().getSelectedItem())) {
                        list.getSelectionModel().select(group);
                    }
                });
    }

    private HBox head(Goroutine g) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        GState state = StackGroup.stateOf(g);
        String wait = g.waitNanos() > 0 ? ", " + Figures.duration(g.waitNanos()) : "";
        String on =
                g.waitingOn() != 0
                        ? "  " + words.get("stacks.on", Figures.address(g.waitingOn()))
                        : "";
        String text = model.stateText(g);
        Label id = styled("G" + g.id(), "g-section");
        id.setMinWidth(Region.USE_PREF_SIZE);
        var head =
                new HBox(
                        8,
                        stateBox(state),
                        id,
                        styled(text + wait + on, "g-muted"),
                        gap,
                        styled(
                                g.stackBytes() == 0
                                        ? ""
                                        : Figures.bytes(g.stackBytes())
                                                + " "
                                                + words.get("stacks.stack"),
                                "g-muted"));
        model.group()
                .filter(x -> x.members().size() > 1)
                .ifPresent(x -> {
                    var back = new Button("‹");
                    back.setOnAction(e -> model.step(-1));
                    var next = new Button("›");
                    next.setOnAction(e -> model.step(1));
                    back.getStyleClass().add("g-chip");
                    next.getStyleClass().add("g-chip");
                    int at = x.members().indexOf(g) + 1;
                    Label which = styled(words.get("stacks.of", at, x.members().size()), "g-muted");
                    which.setMinWidth(Region.USE_PREF_SIZE);
                    head.getChildren().addAll(back, which, next);
                });
        head.getStyleClass().add("g-pane-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node frameRow(Frame f, boolean own) {
        return row(styled(f.function(), own ? "g-code" : "g-frame-muted"), f);
    }

    private Node row(Label name, Frame f) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        String file = f.file().substring(f.file().lastIndexOf('/') + 1);
        Label place = styled(file.isEmpty() ? "" : file + ":" + f.line(), "g-link");
        place.setMinWidth(Region.USE_PREF_SIZE);
        place.setOnMouseClicked(e -> model.openSource(f));
        var row = new HBox(12, name, gap, place);
        row.getStyleClass().add("g-frame");
        return row;
    }

    private void stepGroup(int direction) {
        int n = model.groups().size();
        if (n > 0) {
            list.getSelectionModel()
                    .select(
                            Math.floorMod(
                                    list.getSelectionModel().getSelectedIndex() + direction, n));
        }
    }

    private static Label stateBox(GState state) {
        Label box = styled(state.letter(), "g-state-box");
        box.getStyleClass().add(state.token().substring(1));
        return box;
    }

    private static Label styled(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    /// A group as a row: state box, function, count; state and numbers below.
    private static final class GroupCell extends ListCell<StackGroup> {
        @Override
        protected void updateItem(StackGroup group, boolean none) {
            super.updateItem(group, none);
            setText(null);
            setGraphic(none || group == null ? null : row(group));
        }

        private static Node row(StackGroup g) {
            Label count = styled(g.members().size() + " ×", "g-figures");
            count.setMinWidth(Region.USE_PREF_SIZE);
            Label ids = styled(g.ids(IDS_SHOWN), "g-muted");
            ids.setMinWidth(Region.USE_PREF_SIZE);
            var top = new HBox(8, styled(g.title(), "g-title"), gap(), count);
            var bottom = new HBox(8, styled(g.stateText(), "g-muted"), gap(), ids);
            var text = new VBox(2, top, bottom);
            HBox.setHgrow(text, Priority.ALWAYS);
            var row = new HBox(10, stateBox(g.state()), text);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }

        private static Region gap() {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            return gap;
        }
    }

    @Override
    public String id() {
        return "stacks";
    }

    @Override
    public String titleKey() {
        return "view.stacks";
    }

    @Override
    public String icon() {
        return "fth-layers";
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public Node focusTarget() {
        return list;
    }

    @Override
    public void show(RunPicture picture) {
        model.show(picture);
        showFatal();
        showFrames();
    }

    @Override
    public boolean needsGoroutines() {
        return true;
    }

    @Override
    public List<ViewKeys.Key> keys() {
        return List.of(
                new ViewKeys.Key("↑ ↓", "key.step-group"),
                new ViewKeys.Key(". ,", "key.step-member"),
                new ViewKeys.Key("G", "key.group"),
                new ViewKeys.Key("H", "key.runtime"));
    }

    @Override
    public void find() {
        search.open();
    }

    @Override
    public void fit() {
        model.filter().set("");
    }
}
