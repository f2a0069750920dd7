package org.gorrery.app.heapview;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Navigation;
import org.gorrery.app.canvas.TextMatch;
import org.gorrery.app.canvas.Words;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.event.HeapSnapshot.Span;
import org.gorrery.event.HeapSnapshot.SpanState;
import org.jspecify.annotations.Nullable;

/// What the heap view shows: which rows, which span, what was found. Holds no nodes.
final class HeapViewModel implements Navigation {
    private static final int PAGES_PER_ROW = 64;

    private final Words words;
    private final Runnable changed;
    private final ReadOnlyStringWrapper matches = new ReadOnlyStringWrapper("");

    private @Nullable HeapLayout layout;
    private @Nullable RunPicture picture;
    private BitSet changes = new BitSet();
    private BitSet found = new BitSet();
    private String wanted = "";
    private TextMatch match = TextMatch.ALL;
    private long selectedBase;
    private int selectedSlot = -1;
    private double scroll;
    private double zoom = 1;
    private double width = 1;
    private double height = 1;

    HeapViewModel(Words words, Runnable changed) {
        this.words = words;
        this.changed = changed;
    }

    /// One row of the table of size classes.
    ///
    /// @param sizeClass 0 for large objects
    /// @param elemBytes of a slot; 0 for large objects
    /// @param step colour
    /// @param tailBytes left over at the end of all its spans
    record ClassRow(
            int sizeClass,
            int elemBytes,
            int step,
            int spans,
            long slots,
            long inUse,
            long bytes,
            long tailBytes) {
        double occupancy() {
            return slots == 0 ? 0 : (double) inUse / slots;
        }

        /// Bytes of its spans that hold no object, as a share.
        double waste() {
            return bytes == 0 ? 0 : 1 - (double) inUse * elemBytes / bytes;
        }
    }

    void show(RunPicture next) {
        boolean otherRun = picture == null || picture.runId() != next.runId();
        picture = next;
        HeapLayout before = layout;
        if (otherRun) {
            before = null;
            layout = null;
            selectedBase = 0;
            scroll = 0;
            zoom = 1;
        }
        HeapLayout kept = before;
        next.heap()
                .ifPresent(heap -> {
                    if (kept == null || kept.heap().timeNanos() != heap.timeNanos()) {
                        layout = new HeapLayout(heap, PAGES_PER_ROW);
                        changes = kept == null ? new BitSet() : differences(kept.heap(), heap);
                        search(wanted);
                        if (selectedBase == 0) {
                            selectFirst(heap);
                        }
                    }
                });
        changed.run();
    }

    /// What is shown first: a span of the class that most spans are of.
    private void selectFirst(HeapSnapshot heap) {
        classes().stream()
                .filter(c -> c.slots() > c.spans())
                .findFirst()
                .flatMap(c ->
                        heap.spans().stream()
                                .filter(s -> s.state() == SpanState.IN_USE)
                                .filter(s -> s.sizeClass() == c.sizeClass())
                                .findFirst())
                .ifPresent(s -> selectedBase = s.base());
    }

    private static BitSet differences(HeapSnapshot before, HeapSnapshot now) {
        var out = new BitSet();
        int b = 0;
        for (int i = 0; i < now.spans().size(); i++) {
            Span s = now.spans().get(i);
            while (b < before.spans().size() && before.spans().get(b).base() < s.base()) {
                b++;
            }
            Span old = b < before.spans().size() ? before.spans().get(b) : null;
            boolean same =
                    old != null
                            && old.base() == s.base()
                            && old.state() == s.state()
                            && old.sizeClass() == s.sizeClass()
                            && old.allocatedCount() == s.allocatedCount();
            out.set(i, !same);
        }
        return out;
    }

    ReadOnlyStringProperty matches() {
        return matches.getReadOnlyProperty();
    }

    void resize(double w, double h) {
        width = w;
        height = h;
    }

    Optional<HeapScene> scene() {
        HeapLayout l = layout;
        if (l == null) {
            return Optional.empty();
        }
        double fit = (width - HeapScene.LEFT - HeapScene.STRIP - 12) / PAGES_PER_ROW;
        var s =
                new HeapScene(
                        l,
                        selectedIndex(),
                        found,
                        changes,
                        scroll,
                        Math.max(1, fit * zoom),
                        width,
                        height);
        scroll = Math.clamp(scroll, 0, Math.max(0, s.contentHeight() - s.gridHeight()));
        return Optional.of(
                new HeapScene(l, s.selected(), found, changes, scroll, s.cell(), width, height));
    }

    private int selectedIndex() {
        return layout == null || selectedBase == 0 ? -1 : layout.spanAt(selectedBase);
    }

    Optional<Span> selected() {
        int i = selectedIndex();
        return i < 0 || layout == null
                ? Optional.empty()
                : Optional.of(layout.heap().spans().get(i));
    }

    int selectedSlot() {
        return selectedSlot;
    }

    void selectSlot(int slot) {
        selectedSlot = slot;
        changed.run();
    }

    /// The name of the type in a slot; empty where unknown.
    String typeOf(Span s, int slot) {
        RunPicture p = picture;
        return p == null || slot >= s.slotTypes().length
                ? ""
                : p.typeNames().apply(s.slotTypes()[slot]);
    }

    /// All size classes that have spans, most spans first.
    List<ClassRow> classes() {
        if (layout == null) {
            return List.of();
        }
        var rows = new TreeMap<Integer, ClassRow>();
        for (Span s : layout.heap().spans()) {
            if (s.state() == SpanState.IN_USE) {
                long bytes = s.pages() * HeapLayout.PAGE;
                long tail = s.sizeClass() == 0 ? 0 : bytes - (long) s.slots() * s.elemBytes();
                var one =
                        new ClassRow(
                                s.sizeClass(),
                                s.sizeClass() == 0 ? 0 : s.elemBytes(),
                                HeapLayout.step(s),
                                1,
                                s.slots(),
                                s.allocatedCount(),
                                bytes,
                                tail);
                rows.merge(s.sizeClass(), one, HeapViewModel::sum);
            }
        }
        var out = new ArrayList<>(rows.values());
        out.sort((a, b) -> b.spans() - a.spans());
        return out;
    }

    private static ClassRow sum(ClassRow a, ClassRow b) {
        return new ClassRow(
                a.sizeClass(),
                a.elemBytes(),
                a.step(),
                a.spans() + b.spans(),
                a.slots() + b.slots(),
                a.inUse() + b.inUse(),
                a.bytes() + b.bytes(),
                a.tailBytes() + b.tailBytes());
    }

    /// Finds spans by address (`0xc000…`), slot size (`48`) or type.
    void search(String text) {
        wanted = text.strip();
        match = TextMatch.of(text);
        found = new BitSet();
        HeapLayout l = layout;
        if (l != null && !wanted.isEmpty()) {
            for (int i = 0; i < l.heap().spans().size(); i++) {
                found.set(i, matches(l.heap().spans().get(i)));
            }
        }
        matches.set(wanted.isEmpty() ? "" : words.get("view.matches", found.cardinality()));
        changed.run();
    }

    private boolean matches(Span s) {
        if (wanted.startsWith("0x")) {
            try {
                long a = Long.parseUnsignedLong(wanted.substring(2), 16);
                return a >= s.base() && a < s.base() + s.pages() * HeapLayout.PAGE;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        if (wanted.chars().allMatch(Character::isDigit)) {
            return s.sizeClass() != 0 && Integer.toString(s.elemBytes()).equals(wanted);
        }
        for (int i = 0; i < s.slots(); i++) {
            if (SlotPainter.bit(s.allocated(), i) && match.test(typeOf(s, i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void zoom(double factor, double x, double y) {
        scene().ifPresent(s -> {
            double row = (y - HeapScene.TOP + s.scroll()) / s.rowHeight();
            zoom = Math.clamp(zoom / factor, 0.05, 1);
            scene().ifPresent(n -> scroll = Math.max(0, row * n.rowHeight() - (y - HeapScene.TOP)));
            changed.run();
        });
    }

    @Override
    public void pan(double dx, double dy) {
        scroll = Math.max(0, scroll + dy);
        changed.run();
    }

    /// All rows in sight, or as small as rows can be.
    @Override
    public void fit() {
        zoom = 1;
        scene().ifPresent(s -> {
            double wantedRow = s.gridHeight() / Math.max(1, s.layout().rows());
            zoom = Math.clamp(wantedRow / s.rowHeight(), 0.05, 1);
        });
        scroll = 0;
        changed.run();
    }

    @Override
    public void zoomToSelection() {
        zoom = 1;
        reveal();
    }

    private void reveal() {
        scene().ifPresent(s -> {
            int row = s.layout().rowOf(selectedBase);
            if (row >= 0) {
                scroll = Math.max(0, row * s.rowHeight() - s.gridHeight() / 2);
            }
        });
        changed.run();
    }

    /// The next span; while something is searched the next one found.
    @Override
    public void step(int direction) {
        scene().ifPresent(s -> {
            int n = s.layout().heap().spans().size();
            int i = s.selected();
            for (int k = 0; k < n; k++) {
                i = Math.floorMod(i + direction, n);
                if (found.isEmpty() || found.get(i)) {
                    selectedBase = s.layout().heap().spans().get(i).base();
                    selectedSlot = -1;
                    reveal();
                    return;
                }
            }
        });
    }

    @Override
    public void select(double x, double y) {
        scene().ifPresent(s -> {
            if (x > s.width() - HeapScene.STRIP - 4) {
                double all =
                        Math.min(4, s.gridHeight() / Math.max(1, s.layout().rows()))
                                * s.layout().rows();
                scroll =
                        Math.max(
                                0,
                                (y - HeapScene.TOP) / Math.max(1, all) * s.contentHeight()
                                        - s.gridHeight() / 2);
            } else {
                int i = s.spanAt(x, y);
                selectedBase = i < 0 ? 0 : s.layout().heap().spans().get(i).base();
                selectedSlot = -1;
            }
            changed.run();
        });
    }

    @Override
    public void escape() {
        selectedBase = 0;
        changed.run();
    }

    @Override
    public boolean toggle(String letter) {
        return false;
    }

    /// Such as `139 of 170 (81.8 %)`.
    static String slots(Span s) {
        return Figures.count(s.allocatedCount())
                + " / "
                + Figures.count(s.slots())
                + " ("
                + Figures.percent(HeapScene.occupancy(s))
                + ")";
    }

    /// What part of the heap is seen, and which span is looked at.
    private record Place(double scroll, double zoom, long span) {}

    @Override
    public Object place() {
        return new Place(scroll, zoom, selectedBase);
    }

    @Override
    public void goTo(Object place) {
        if (place instanceof Place(double y, double z, long span)) {
            scroll = y;
            zoom = z;
            selectedBase = span;
            selectedSlot = -1;
            changed.run();
        }
    }
}
