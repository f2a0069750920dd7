package org.gorrery.app.debugger;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.gorrery.app.bridge.DebugSession.Halt;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Words;
import org.gorrery.session.Debugger.Frame;
import org.gorrery.session.Debugger.Variable;
import org.jspecify.annotations.Nullable;

/// Frames and variables of the goroutine that stands.
public final class DebugPane {
    private final DebugViewModel model;
    private final ListView<Frame> frames = new ListView<>();
    private final TreeTableView<Variable> variables = new TreeTableView<>();
    private final Label empty = new Label();
    private final SplitPane split = new SplitPane();
    private final StackPane pane = new StackPane(split, empty);
    private boolean filling;

    /// A pane of a program.
    public DebugPane(DebugViewModel model, Words words) {
        this.model = model;
        frames.setId("debug-frames");
        frames.setAccessibleText(words.get("debug.frames"));
        frames.setFixedCellSize(22);
        frames.getStyleClass().add("g-list");
        frames.setCellFactory(l -> new FrameCell());
        frames.getSelectionModel()
                .selectedIndexProperty()
                .addListener((o, before, now) -> {
                    if (!filling && now.intValue() >= 0) {
                        model.step(s -> s.frame(now.intValue()));
                    }
                });
        variables.setId("debug-variables");
        variables.setAccessibleText(words.get("debug.variables"));
        variables.setShowRoot(false);
        variables.setFixedCellSize(22);
        variables.getStyleClass().add("g-table");
        variables.setPlaceholder(new Region());
        variables.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column(words.get("debug.name"), 120, Variable::name);
        column(words.get("debug.value"), 170, Variable::value);
        column(words.get("debug.type"), 110, Variable::type);
        column(words.get("debug.address"), 100, v -> Figures.address(v.address()));
        empty.setText(words.get("debug.empty"));
        empty.getStyleClass().add("g-empty");
        empty.setWrapText(true);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().setAll(frames, variables);
        split.setDividerPositions(0.32);
        pane.getStyleClass().add("g-view");
        model.halt().addListener((o, before, now) -> show(now));
        show(Optional.empty());
    }

    /// What goes into the window.
    public Parent node() {
        return pane;
    }

    private void column(String title, double width, Function<Variable, String> text) {
        var column = new TreeTableColumn<Variable, String>(title);
        column.setCellValueFactory(
                f -> new ReadOnlyStringWrapper(text.apply(f.getValue().getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        variables.getColumns().add(column);
    }

    private void show(Optional<Halt> halt) {
        split.setVisible(halt.isPresent());
        empty.setVisible(halt.isEmpty());
        halt.ifPresent(h -> {
            filling = true;
            if (!frames.getItems().equals(h.frames())) {
                frames.getItems().setAll(h.frames());
            }
            frames.getSelectionModel().select(h.frame());
            filling = false;
            variables.setRoot(root(h.variables()));
        });
    }

    private TreeItem<Variable> root(List<Variable> of) {
        var root = new TreeItem<Variable>();
        of.forEach(v -> root.getChildren().add(new Part(v)));
        return root;
    }

    /// A variable whose parts are looked for when it is opened.
    private final class Part extends TreeItem<Variable> {
        private boolean asked;

        Part(Variable variable) {
            super(variable);
            expandedProperty()
                    .addListener((o, before, now) -> {
                        if (now && !asked) {
                            asked = true;
                            model.parts(
                                    variable,
                                    found ->
                                            getChildren()
                                                    .setAll(
                                                            found.stream()
                                                                    .map(Part::new)
                                                                    .toList()));
                        }
                    });
        }

        @Override
        public boolean isLeaf() {
            return getValue().parts() == 0;
        }
    }

    /// A function, and where in it.
    private static final class FrameCell extends ListCell<Frame> {
        @Override
        protected void updateItem(@Nullable Frame frame, boolean empty) {
            super.updateItem(frame, empty);
            setText(null);
            if (empty || frame == null) {
                setGraphic(null);
                return;
            }
            var name = new Label(frame.function());
            name.getStyleClass().add("g-code");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            String file = frame.at().file();
            var place =
                    new Label(
                            frame.at().line() == 0
                                    ? ""
                                    : file.substring(file.lastIndexOf('/') + 1)
                                            + ":"
                                            + frame.at().line());
            place.getStyleClass().add("g-link");
            place.setMinWidth(Region.USE_PREF_SIZE);
            setGraphic(new HBox(8, name, gap, place));
        }
    }
}
