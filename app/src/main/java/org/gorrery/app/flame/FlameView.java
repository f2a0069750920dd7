package org.gorrery.app.flame;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.DenseCanvas;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.SearchField;
import org.gorrery.app.canvas.ViewContext;
import org.gorrery.app.canvas.ViewKeys;
import org.gorrery.app.canvas.Words;
import org.gorrery.formats.profile.Profile;

/// The flame graph of a run's CPU samples, or of a saved profile. A click pivots on a function.
public final class FlameView implements ExplorerView {
    private final BorderPane root = new BorderPane();
    private final Words words;
    private final FlameViewModel model;
    private final DenseCanvas canvas;
    private final SearchField search;
    private final Button back = new Button();
    private final TopPane top;
    private final FilterRow filterRow;
    private final ToggleButton inverted;
    private final ToggleButton recursion;
    private final ComboBox<String> types = new ComboBox<>();
    private final ComboBox<String> which = new ComboBox<>();

    /// An empty view.
    public FlameView(ViewContext context) {
        words = context.words();
        model = new FlameViewModel(words, this::changed);
        var painter = new FlamePainter(words);
        canvas =
                new DenseCanvas(
                        (w, h, dense, over) -> {
                            model.resize(w, h);
                            model.scene().ifPresent(s -> painter.paint(s, dense, over));
                        },
                        (x, y) -> Optional.empty(),
                        model,
                        context.keys());
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, e -> model.hover(e.getX(), e.getY()));
        canvas.setAccessibleText(words.get(titleKey()));
        inverted = toggle("flame.invert", model.inverted());
        recursion = toggle("flame.recursion", model.recursion());
        search =
                new SearchField(
                        words.get("flame.find"),
                        "fth-search",
                        model.matches(),
                        model::search,
                        model::step,
                        canvas::requestFocus);
        filterRow = new FilterRow(model, words);
        filterRow.node().setVisible(false);
        filterRow.node().managedProperty().bind(filterRow.node().visibleProperty());
        top = new TopPane(words, model::pivot);
        var split = new SplitPane(canvas, top.node());
        split.setDividerPositions(0.66);
        root.setTop(new VBox(bar(), filterRow.node()));
        root.setCenter(split);
        root.setBottom(detail());
        root.getStyleClass().add("g-view");
        root.setId(id());
        ViewKeys.install(this, context.keys());
        canvas.explain(words.get("flame.empty"));
    }

    private HBox bar() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        back.setOnAction(e -> model.escape());
        back.setVisible(false);
        types.setVisible(false);
        types.managedProperty().bind(types.visibleProperty());
        types.setAccessibleText(words.get("flame.sample-type"));
        types.getSelectionModel()
                .selectedIndexProperty()
                .addListener((o, a, b) -> model.chooseSampleType(b.intValue()));
        which.setVisible(false);
        which.managedProperty().bind(which.visibleProperty());
        which.setAccessibleText(words.get("flame.which"));
        var icicle = toggle("flame.icicle", model.icicle());
        inverted.setVisible(false);
        recursion.setVisible(false);
        var fit = new Button(words.get("view.fit"));
        fit.setOnAction(e -> fit());
        var bar = new HBox(8, which, types, search, back, gap, recursion, inverted, icicle, fit);
        bar.getStyleClass().add("g-view-bar");
        return bar;
    }

    private ToggleButton toggle(String key, BooleanProperty bound) {
        var button = new ToggleButton(words.get(key));
        button.getStyleClass().add("g-toggle");
        button.setTooltip(new Tooltip(words.get(key + ".tip")));
        button.selectedProperty().bindBidirectional(bound);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private HBox detail() {
        var name = new Label();
        name.textProperty().bind(model.detail());
        name.getStyleClass().add("g-code");
        var figures = new Label();
        figures.textProperty().bind(model.figures());
        figures.getStyleClass().add("g-figures");
        figures.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(16, name, gap, figures);
        bar.getStyleClass().add("g-detail-bar");
        return bar;
    }

    private void changed() {
        canvas.explain(model.isEmpty() ? words.get("flame.empty") : "");
        top.show(model.top(), model.unit(), model.total(), model.baseName());
        filterRow.show();
        filterRow.node().setVisible(model.isSaved());
        inverted.setVisible(model.isSaved());
        recursion.setVisible(model.isSaved());
        back.setVisible(!model.pivotName().isEmpty());
        back.setText(words.get("flame.back", FlamePainter.shortName(model.pivotName())));
    }

    /// Shows saved profiles instead of a run: the first of them, its default sample type, and the others to choose from.
    ///
    /// @param names what each is about; ignored where there is just one
    public void show(List<String> names, List<Profile> profiles) {
        which.getItems().setAll(names);
        which.setVisible(names.size() > 1);
        which.getSelectionModel()
                .selectedIndexProperty()
                .addListener((o, a, b) -> {
                    if (b.intValue() >= 0) {
                        show(profiles.get(b.intValue()));
                    }
                });
        which.getSelectionModel().select(0);
        show(profiles.getFirst());
    }

    private void show(Profile profile) {
        int type = profile.head().defaultIndex();
        model.show(profile, type);
        types.getItems().setAll(model.sampleTypes().stream().map(t -> t.type()).toList());
        types.getSelectionModel().select(type);
        types.setVisible(types.getItems().size() > 1);
    }

    /// Shows how the profile differs from an older one.
    ///
    /// @param name of the older one
    public void compare(String name, Profile before) {
        model.compare(name, before);
    }

    /// Pivots on a function, as a click on it does.
    public void pivot(String function) {
        model.pivot(function);
    }

    /// Searches as if typed.
    public void search(String text) {
        search.type(text);
    }

    @Override
    public String id() {
        return "profile";
    }

    @Override
    public String titleKey() {
        return "view.profile";
    }

    @Override
    public String icon() {
        return "mdi2f-fire";
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
                new ViewKeys.Key("Click", "key.pivot"),
                new ViewKeys.Key("Esc", "key.unpivot"),
                new ViewKeys.Key(". ,", "key.step-found"),
                new ViewKeys.Key("I", "key.invert"),
                new ViewKeys.Key("R", "key.recursion"),
                new ViewKeys.Key("C", "key.icicle"));
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
