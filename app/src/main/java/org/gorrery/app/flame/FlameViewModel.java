package org.gorrery.app.flame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Navigation;
import org.gorrery.app.canvas.Scale;
import org.gorrery.app.canvas.TextMatch;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.flame.FlameScene.Hit;
import org.gorrery.app.flame.FlameScene.Part;
import org.gorrery.formats.profile.FlameOptions;
import org.gorrery.formats.profile.FlamePivot;
import org.gorrery.formats.profile.FlameTree;
import org.gorrery.formats.profile.FlameTrees;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.ProfileFilter;
import org.gorrery.formats.profile.ValueType;
import org.jspecify.annotations.Nullable;

/// What the flame graph shows, of a run's samples or of a saved profile. Holds no nodes.
final class FlameViewModel implements Navigation {
    private static final double PAD = 12;

    private final Words words;
    private final Runnable changed;
    private final BooleanProperty icicle = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper matches = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper figures = new ReadOnlyStringWrapper("");

    private @Nullable FlameTree tree;
    private @Nullable Profile profile;
    private @Nullable Profile base;
    private String baseName = "";
    private final BooleanProperty inverted = new SimpleBooleanProperty(false);
    private final BooleanProperty recursion = new SimpleBooleanProperty(false);
    private List<Filter> filters = List.of();
    private List<TopRow> top = List.of();
    private int sampleType;
    private String unit = "nanoseconds";
    private @Nullable FlamePivot pivot;
    private String pivotName = "";
    private boolean[] found = new boolean[0];
    private String wanted = "";
    private Optional<Scale> chosen = Optional.empty();
    private double scroll;
    private Hit hovered = Hit.NONE;
    private double width = 1;
    private double height = 1;

    FlameViewModel(Words words, Runnable changed) {
        this.words = words;
        this.changed = changed;
        inverted.addListener((o, a, b) -> rebuild());
        recursion.addListener((o, a, b) -> rebuild());
        icicle.addListener((o, a, b) -> {
            scroll = 0;
            changed.run();
        });
    }

    BooleanProperty icicle() {
        return icicle;
    }

    ReadOnlyStringProperty matches() {
        return matches.getReadOnlyProperty();
    }

    /// Name of what lies under the pointer.
    ReadOnlyStringProperty detail() {
        return detail.getReadOnlyProperty();
    }

    /// Its figures.
    ReadOnlyStringProperty figures() {
        return figures.getReadOnlyProperty();
    }

    /// Shows a run's CPU samples; a saved profile that is open stays.
    void show(RunPicture picture) {
        if (profile == null) {
            unit = "nanoseconds";
            picture.profile().ifPresentOrElse(this::show, this::clear);
        }
    }

    /// Shows a saved profile.
    void show(Profile saved, int type) {
        profile = saved;
        sampleType = type;
        unit = saved.head().sampleTypes().get(type).unit();
        show(made(saved, type));
    }

    /// A filter of a saved profile.
    ///
    /// @param kind as pprof's option, such as `focus`
    /// @param expression a regular expression
    record Filter(String kind, String expression) {}

    /// The filters in force, in the order in which they were added.
    List<Filter> filters() {
        return filters;
    }

    /// Adds a filter.
    ///
    /// @return why it cannot be used; empty where it can
    String addFilter(String kind, String expression) {
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            return e.getDescription();
        }
        var next = new ArrayList<Filter>();
        filters.stream().filter(f -> !f.kind().equals(kind)).forEach(next::add);
        next.add(new Filter(kind, expression));
        filters = List.copyOf(next);
        rebuild();
        return "";
    }

    void removeFilter(Filter filter) {
        filters = filters.stream().filter(f -> !f.equals(filter)).toList();
        rebuild();
    }

    BooleanProperty inverted() {
        return inverted;
    }

    BooleanProperty recursion() {
        return recursion;
    }

    /// Whether a saved profile is shown, so that it can be filtered and turned around.
    boolean isSaved() {
        return profile != null;
    }

    /// The value shown, in its unit.
    String shownTotal() {
        return tree == null ? "" : FlamePainter.value(tree.total(0), unit);
    }

    /// The functions of what is shown.
    List<TopRow> top() {
        return top;
    }

    String unit() {
        return unit;
    }

    long total() {
        return tree == null ? 1 : tree.total(0);
    }

    private void rebuild() {
        if (profile != null) {
            show(profile, sampleType);
        }
    }

    private FlameTree made(Profile saved, int type) {
        ProfileFilter filter = ProfileFilter.NONE;
        for (Filter f : filters) {
            ProfileFilter next = filter.with(f.kind(), f.expression());
            filter = next == null ? filter : next;
        }
        FlameOptions plain = FlameOptions.of(type);
        var options =
                new FlameOptions(
                        type,
                        plain.granularity(),
                        plain.order(),
                        inverted.get(),
                        false,
                        recursion.get(),
                        plain.merged(),
                        plain.dropped(),
                        plain.collapsed());
        Profile shown = filters.isEmpty() ? saved : filter.apply(saved);
        if (base == null) {
            return FlameTrees.of(shown, options);
        }
        return FlameTrees.diff(
                shown, filters.isEmpty() ? base : filter.apply(base), options, false);
    }

    /// Compares with an older profile.
    void compare(String name, Profile before) {
        base = before;
        baseName = name;
        rebuild();
    }

    /// Name of the older profile; empty while nothing is compared.
    String baseName() {
        return baseName;
    }

    private void clear() {
        tree = null;
        top = List.of();
        pivot = null;
        changed.run();
    }

    @SuppressWarnings("ReferenceEquality") // the same tree need not be searched again
    private void show(FlameTree next) {
        if (tree == next) {
            return;
        }
        tree = next;
        top = TopRow.of(next);
        hovered = Hit.NONE;
        if (!pivotName.isEmpty()) {
            pivot(pivotName);
        }
        search(wanted);
    }

    /// What can be chosen of the saved profile; empty for a run.
    List<ValueType> sampleTypes() {
        return profile == null ? List.of() : profile.head().sampleTypes();
    }

    int sampleType() {
        return sampleType;
    }

    void chooseSampleType(int type) {
        if (profile != null && type >= 0 && type != sampleType) {
            show(profile, type);
        }
    }

    boolean isEmpty() {
        return tree == null || tree.total(0) == 0;
    }

    void resize(double w, double h) {
        width = w;
        height = h;
    }

    Optional<FlameScene> scene() {
        FlameTree t = tree;
        if (t == null || isEmpty()) {
            return Optional.empty();
        }
        FlamePivot p = pivot;
        long total = p == null ? t.total(0) : p.total();
        Scale axis =
                chosen.map(s -> s.on(PAD, width - 2 * PAD))
                        .orElseGet(() -> Scale.fitting(0, total, PAD, width - 2 * PAD));
        var s =
                new FlameScene(
                        t, unit, p, icicle.get(), axis, scroll, found, hovered, width, height);
        scroll = Math.clamp(scroll, 0, Math.max(0, s.contentHeight() - (height - FlameScene.HEAD)));
        return Optional.of(
                new FlameScene(
                        t, unit, p, icicle.get(), axis, scroll, found, hovered, width, height));
    }

    /// Finds frames by a part of their name.
    void search(String text) {
        wanted = text;
        var match = TextMatch.of(text);
        FlameTree t = tree;
        if (t == null || match.isEmpty()) {
            found = new boolean[0];
            matches.set("");
        } else {
            found = new boolean[t.frames().size()];
            int n = 0;
            for (int f = 0; f < found.length; f++) {
                found[f] = match.test(t.frames().name(f));
                n += found[f] ? 1 : 0;
            }
            long sum = t.matchedTotal(found);
            matches.set(
                    words.get(
                            "flame.matches",
                            n,
                            FlamePainter.value(sum, unit),
                            Figures.percent((double) sum / Math.max(1, t.total(0)))));
        }
        changed.run();
    }

    /// Looks at a function with its callers and callees; an empty name leaves the pivot.
    void pivot(String name) {
        FlameTree t = tree;
        pivot = null;
        pivotName = "";
        if (t != null && !name.isEmpty()) {
            for (int f = 0; f < t.frames().size(); f++) {
                if (t.frames().name(f).equals(name)) {
                    pivot = FlamePivot.of(t, f);
                    pivotName = name;
                }
            }
        }
        chosen = Optional.empty();
        scroll = 0;
        hovered = Hit.NONE;
        changed.run();
    }

    /// The function pivoted on; empty for none.
    String pivotName() {
        return pivotName;
    }

    /// Tells of what lies under the pointer.
    void hover(double x, double y) {
        scene().ifPresent(s -> {
            Hit hit = s.at(x, y);
            if (!hit.equals(hovered)) {
                hovered = hit;
                describe(s, hit);
                changed.run();
            }
        });
    }

    private void describe(FlameScene s, Hit hit) {
        if (hit.node() < 0) {
            detail.set("");
            figures.set("");
            return;
        }
        FlameTree t = s.treeOf(hit.part());
        int n = hit.node();
        String name =
                hit.part() == Part.PIVOT ? pivotName : n == 0 ? words.get("flame.all") : t.name(n);
        long total = hit.part() == Part.PIVOT ? s.shownTotal() : t.total(n);
        long self = hit.part() == Part.CALLERS ? 0 : t.self(n);
        long parent = n > 0 ? t.total(t.parent(n)) : total;
        detail.set(name);
        if (t.isDiff() && hit.part() == Part.WHOLE) {
            figures.set(
                    words.get(
                            "flame.changed",
                            FlamePainter.value(t.base(n), unit),
                            FlamePainter.value(total, unit),
                            Change.text(total, t.base(n), words.get("flame.new"))));
            return;
        }
        figures.set(
                words.get(
                        "flame.detail",
                        FlamePainter.value(self, unit),
                        FlamePainter.value(total, unit),
                        Figures.percent((double) total / Math.max(1, parent)),
                        Figures.percent((double) total / Math.max(1, s.tree().total(0)))));
    }

    @Override
    public void zoom(double factor, double x, double y) {
        scene().ifPresent(s -> {
            double most = s.shownTotal() / s.axis().width();
            Scale next = s.axis().zoomed(factor, x, most / 1e5, most);
            chosen =
                    next.unitsPerPixel() >= most * (1 - 1e-9)
                            ? Optional.empty()
                            : Optional.of(next.within(0, s.shownTotal()));
            changed.run();
        });
    }

    @Override
    public void pan(double dx, double dy) {
        scene().ifPresent(s -> {
            if (chosen.isPresent()) {
                chosen = Optional.of(s.axis().panned(dx).within(0, s.shownTotal()));
            }
            scroll = Math.max(0, scroll + (s.icicle() || s.pivot() != null ? dy : -dy));
            changed.run();
        });
    }

    @Override
    public void fit() {
        chosen = Optional.empty();
        scroll = 0;
        changed.run();
    }

    /// Shows the frame under the pointer over the whole width.
    @Override
    public void zoomToSelection() {
        scene().ifPresent(s -> {
            FlameTree t = s.treeOf(hovered.part());
            if (hovered.node() > 0) {
                double from = t.start(hovered.node());
                chosen =
                        Optional.of(
                                Scale.fitting(
                                        from,
                                        from + t.total(hovered.node()),
                                        PAD,
                                        width - 2 * PAD));
                changed.run();
            }
        });
    }

    /// Pivots on the next frame that the search found.
    @Override
    public void step(int direction) {
        FlameTree t = tree;
        if (t == null || found.length == 0) {
            return;
        }
        int at = -1;
        for (int f = 0; f < found.length; f++) {
            if (t.frames().name(f).equals(pivotName)) {
                at = f;
            }
        }
        for (int k = 0; k < found.length; k++) {
            at = Math.floorMod(at + direction, found.length);
            if (found[at]) {
                pivot(t.frames().name(at));
                return;
            }
        }
    }

    @Override
    public void select(double x, double y) {
        scene().ifPresent(s -> {
            Hit hit = s.at(x, y);
            if (hit.node() == 0) {
                pivot("");
            } else if (hit.node() > 0) {
                pivot(s.treeOf(hit.part()).name(hit.node()));
            }
        });
    }

    @Override
    public void escape() {
        pivot("");
    }

    @Override
    public boolean toggle(String letter) {
        switch (letter) {
            case "I" -> inverted.set(isSaved() && !inverted.get());
            case "R" -> recursion.set(isSaved() && !recursion.get());
            case "C" -> icicle.set(!icicle.get());
            default -> {
                return false;
            }
        }
        return true;
    }

    /// What part of the graph is seen, and from which function.
    private record Place(Optional<Scale> axis, double scroll, String pivot) {}

    @Override
    public Object place() {
        return new Place(chosen, scroll, pivotName);
    }

    @Override
    public void goTo(Object place) {
        if (place instanceof Place(Optional<Scale> axis, double y, String function)) {
            pivot(function);
            chosen = axis;
            scroll = y;
            changed.run();
        }
    }
}
