package org.gorrery.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.KeyMap;
import org.gorrery.app.canvas.SharedFocus;
import org.gorrery.app.canvas.ViewContext;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.debugger.DebugPane;
import org.gorrery.app.editor.SourceEditor;
import org.gorrery.app.editor.SourceMark;
import org.gorrery.app.flame.FlameView;
import org.gorrery.app.gcview.GcView;
import org.gorrery.app.heapview.HeapView;
import org.gorrery.app.stacks.StacksView;
import org.gorrery.app.timeline.TimelineView;
import org.gorrery.session.Compilation;

/// An open program: lesson, source and console on the left, the views of its run on the right.
final class ProgramDocument implements OpenDocument {
    private static final double LEFT_WIDTH = 504;

    private static final double LEAST_LEFT = 300;
    private static final double LEFT_SHARE = 0.36;

    /// Below this width of the window the left pane becomes a tab, whatever the scale.
    private static final double NARROW = 1280;

    private final ProgramViewModel program;
    private final Words words;
    private final SourceEditor editor;
    private final ConsolePane console;
    private final RunToolBar toolbar;
    private final ViewTabs tabs;
    private final SharedFocus focus = new SharedFocus();
    private final ListView<Compilation.Finding> problems = new ListView<>();
    private final ToggleButton consoleTab = new ToggleButton();
    private final ToggleButton problemsTab = new ToggleButton();
    private final ToggleButton variablesTab = new ToggleButton();
    private final DebugPane variables;
    private final StackPane below = new StackPane();
    private boolean placed;
    private final SplitPane left = new SplitPane();
    private final SplitPane body = new SplitPane();

    ProgramDocument(ProgramViewModel program, Words words, KeyMap keys) {
        this.program = program;
        this.words = words;
        editor = new SourceEditor(program.source());
        console = new ConsolePane(program.console(), words);
        toolbar = new RunToolBar(program, words);
        variables = new DebugPane(program.debugger(), words);
        focus.onSource(this::showSource);
        tabs = new ViewTabs(views(new ViewContext(words, focus, keys)), words);
        build();
        program.picture().addListener((o, before, now) -> now.ifPresent(tabs::show));
        program.findings().addListener((o, before, now) -> showFindings(now));
        tabs.shown().addListener(o -> observe());
        program.phase().addListener(o -> cover());
        editor.onGutter(program.debugger()::toggle);
        program.debugger().breakpoints().addListener((o, before, now) -> editor.breakpoints(now));
        program.debugger().halt().addListener(o -> showHalt());
        observe();
    }

    /// Shows the statement that the run stands at, and what can be seen there.
    private void showHalt() {
        var halt = program.debugger().halt().get();
        if (halt.isEmpty()) {
            editor.unmark();
            return;
        }
        program.debugger().line().ifPresent(line -> editor.show(line, 1));
        showBelow(variablesTab);
        focus.goroutine().set(halt.get().stop().goid());
    }

    /// Sets a breakpoint at the line of the caret, or takes it away.
    void toggleBreakpoint() {
        program.debugger().toggle(editor.caretLine());
    }

    /// While the program is compiled there is nothing to show of it.
    private void cover() {
        boolean compiling = program.phase().get() == ProgramViewModel.Phase.COMPILING;
        tabs.cover(compiling ? words.get("compiling", program.title()) : "");
    }

    private static List<ExplorerView> views(ViewContext context) {
        return List.of(
                new TimelineView(context),
                new HeapView(context),
                new GcView(context),
                new StacksView(context),
                new FlameView(context));
    }

    private void build() {
        left.setOrientation(Orientation.VERTICAL);
        left.getStyleClass().add("left");
        left.setPrefWidth(LEFT_WIDTH);
        left.setMinWidth(LEAST_LEFT);
        program.lesson().ifPresent(l -> left.getItems().add(new LessonPane(l, words).node()));
        left.getItems().addAll(source(), output());
        left.setDividerPositions(
                program.lesson().isPresent() ? new double[] {0.22, 0.74} : new double[] {0.72});
        body.getStyleClass().add("document");
        SplitPane.setResizableWithParent(left, false);
        body.getItems().setAll(left, tabs.node());
    }

    /// Beside the views where there is room, else one of their tabs. Between two layouts, not within one.
    private void arrange(double width) {
        double scale = body.getLocalToSceneTransform().getMxx();
        boolean narrow = width > 0 && width * scale < NARROW;
        boolean beside = body.getItems().contains(left);
        if (narrow && beside) {
            body.getItems().remove(left);
            tabs.aside(left, words.get("view.program"));
            placed = false;
        } else if (!narrow && !beside) {
            tabs.noAside();
            body.getItems().addFirst(left);
        } else if (!narrow && !placed && width > 0) {
            placed = true;
            body.setDividerPositions(Math.min(LEFT_WIDTH, width * LEFT_SHARE) / width);
        }
    }

    private VBox source() {
        var strip = new HBox(Controls.label(program.title(), "strip-title"));
        strip.getStyleClass().add("strip");
        VBox.setVgrow(editor.node(), Priority.ALWAYS);
        return new VBox(strip, editor.node());
    }

    private VBox output() {
        var group = new ToggleGroup();
        consoleTab.setText(words.get("console"));
        problemsTab.setText(words.get("problems", 0));
        problemsTab.setId("problems-tab");
        variablesTab.setText(words.get("debug.variables"));
        variablesTab.setId("variables-tab");
        for (ToggleButton tab : List.of(consoleTab, problemsTab, variablesTab)) {
            tab.setToggleGroup(group);
            tab.getStyleClass().add("view-tab");
            tab.setOnAction(e -> showBelow(tab));
        }
        problems.setId("problems");
        problems.getStyleClass().add("console");
        problems.setFixedCellSize(22);
        problems.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, before, now) -> {
                    if (now != null && now.line() > 0) {
                        showSource(now.file(), now.line());
                    }
                });
        var strip = new HBox(consoleTab, problemsTab, variablesTab);
        strip.getStyleClass().add("tab-strip");
        VBox.setVgrow(below, Priority.ALWAYS);
        below.setMinHeight(0);
        showBelow(consoleTab);
        return new VBox(strip, below);
    }

    private void showBelow(ToggleButton tab) {
        tab.setSelected(true);
        below.getChildren()
                .setAll(
                        tab.equals(problemsTab)
                                ? problems
                                : tab.equals(variablesTab) ? variables.node() : console.node());
    }

    private void showFindings(List<Compilation.Finding> findings) {
        problems.getItems().setAll(findings);
        problemsTab.setText(words.get("problems", findings.size()));
        editor.mark(SourceMark.of(findings, program.sourceName(), program.source().get()));
        findings.stream()
                .filter(f -> !f.warning())
                .findFirst()
                .ifPresentOrElse(
                        first -> {
                            showBelow(problemsTab);
                            showSource(first.file(), first.line());
                        },
                        () -> showBelow(consoleTab));
    }

    /// Opens a place of the source, if it is in the file that is shown.
    private void showSource(String file, int line) {
        String shown = program.sourceName();
        if (file.equals(shown)
                || Path.of(file).getFileName().equals(Path.of(shown).getFileName())) {
            editor.show(line, 1);
        }
    }

    private void observe() {
        tabs.current().ifPresent(view -> program.observe(view.needsHeap(), view.needsGoroutines()));
    }

    @Override
    public String title() {
        return program.title();
    }

    @Override
    public String icon() {
        return "fth-code";
    }

    @Override
    public Frame frame() {
        return new Frame(toolbar.node(), body, tabs);
    }

    @Override
    public Optional<ProgramViewModel> program() {
        return Optional.of(program);
    }

    @Override
    public String state() {
        return "";
    }

    @Override
    public void pulse() {
        arrange(body.getWidth());
        console.pulse();
        program.console().pulse();
    }

    @Override
    public void close() {
        program.close();
    }
}
