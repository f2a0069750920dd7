package org.gorrery.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.KeyMap;
import org.gorrery.app.canvas.SharedFocus;
import org.gorrery.app.canvas.ViewContext;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.flame.FlameView;
import org.gorrery.app.gcview.GcView;
import org.gorrery.app.heapview.HeapView;
import org.gorrery.app.saved.NamedProfile;
import org.gorrery.app.saved.Opened;
import org.gorrery.app.saved.SavedPicture;
import org.gorrery.app.stacks.StacksView;
import org.gorrery.app.timeline.TimelineView;
import org.gorrery.formats.input.Fault;
import org.kordamp.ikonli.javafx.FontIcon;

/// A file of a real program: every view that has something to draw of it, and its facts as text.
final class FileDocument implements OpenDocument {
    private final Opened file;
    private final Words words;
    private final HBox toolbar = new HBox(16);
    private final VBox body = new VBox();
    private final ViewTabs tabs;
    private final Optional<FlameView> flame;

    FileDocument(Opened file, Words words, KeyMap keys) {
        this.file = file;
        this.words = words;
        var context = new ViewContext(words, new SharedFocus(), keys);
        flame = file.profiles().isEmpty() ? Optional.empty() : Optional.of(new FlameView(context));
        flame.ifPresent(this::showProfiles);
        tabs = new ViewTabs(views(context), words);
        tabs.show(file.picture().picture());
        head();
        if (!file.faults().isEmpty()) {
            body.getChildren().add(faults());
        }
        VBox.setVgrow(tabs.node(), Priority.ALWAYS);
        body.getChildren().add(tabs.node());
    }

    private void showProfiles(FlameView view) {
        view.show(
                file.profiles().stream().map(p -> name(p)).toList(),
                file.profiles().stream().map(NamedProfile::profile).toList());
    }

    private String name(NamedProfile profile) {
        return profile.name().isEmpty() ? "" : words.get(profile.name());
    }

    private List<ExplorerView> views(ViewContext context) {
        SavedPicture has = file.picture();
        var views = new ArrayList<ExplorerView>();
        if (has.timeline()) {
            views.add(new TimelineView(context));
        }
        if (has.heap()) {
            views.add(new HeapView(context));
        }
        if (has.cycles()) {
            views.add(new GcView(context));
        }
        if (has.stacks()) {
            views.add(new StacksView(context));
        }
        flame.ifPresent(views::add);
        views.add(new FactsView(file.facts(), words, context.keys()));
        return views;
    }

    private void head() {
        toolbar.getStyleClass().add("tool-row");
        var title = Controls.label(title(), "pane-title");
        title.setTooltip(new Tooltip(file.path().toString()));
        title.setMinWidth(Region.USE_PREF_SIZE);
        var named = new VBox(2, title, Controls.label(file.kind(), "muted-small"));
        named.setAlignment(Pos.CENTER_LEFT);
        toolbar.getChildren().setAll(new FontIcon(icon()), named);
        if (!file.headline().isEmpty()) {
            toolbar.getChildren().add(Controls.divider());
        }
        for (Opened.Figure figure : file.headline()) {
            var value = Controls.label(figure.value(), "figure", "headline-figure");
            value.setMinWidth(Region.USE_PREF_SIZE);
            toolbar.getChildren().add(Controls.field(words.get(figure.key()), value));
        }
    }

    /// What is wrong with the file, the first fault in sight, all of them in the tooltip.
    private Node faults() {
        Fault first = file.faults().getFirst();
        int more = file.faults().size() - 1;
        Label text = Controls.label(first.toString(), "g-code");
        text.setId("fault");
        var strip = new HBox(10, Controls.label("!", "g-error-mark"), text);
        if (more > 0) {
            strip.getChildren().add(Controls.label(words.get("file.more-faults", more), "muted"));
        }
        text.setTooltip(
                new Tooltip(
                        file.faults().stream()
                                .limit(30)
                                .map(Fault::toString)
                                .collect(Collectors.joining("\n"))));
        strip.getStyleClass().add("g-error-strip");
        return strip;
    }

    /// Compares the profile that is shown with an older one.
    boolean compare(Opened before) {
        if (flame.isEmpty() || before.profiles().isEmpty()) {
            return false;
        }
        flame.get()
                .compare(
                        String.valueOf(before.path().getFileName()),
                        before.profiles().getFirst().profile());
        return true;
    }

    /// Whether there is a profile that can be compared with another.
    boolean comparable() {
        return flame.isPresent();
    }

    /// Puts a control at the right end of the toolbar.
    void addTool(Node control) {
        toolbar.getChildren().addAll(Controls.spacer(), control);
    }

    @Override
    public String title() {
        return String.valueOf(file.path().getFileName());
    }

    @Override
    public String icon() {
        return tabs.views().getFirst().icon();
    }

    @Override
    public Frame frame() {
        return new Frame(toolbar, body, tabs);
    }

    @Override
    public String state() {
        String part = file.part() ? words.get("file.part") + "   " : "";
        return file.kind() + "   " + part + file.path();
    }
}
