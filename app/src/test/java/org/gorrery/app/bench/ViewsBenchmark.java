package org.gorrery.app.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.gorrery.app.bridge.EventScript;
import org.gorrery.app.bridge.FxThread;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.bridge.RunState;
import org.gorrery.app.bridge.TimelineModel;
import org.gorrery.app.bridge.TimelineRecorder;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.Fonts;
import org.gorrery.app.canvas.Theme;
import org.gorrery.app.canvas.ViewContext;
import org.gorrery.app.flame.FlameView;
import org.gorrery.app.timeline.TimelineView;
import org.gorrery.event.EventBatch;
import org.gorrery.event.EventKind;
import org.gorrery.event.EventRing;
import org.gorrery.event.WaitReason;
import org.gorrery.formats.profile.FlameTree;
import org.gorrery.formats.profile.FlameTreeBuilder;
import org.gorrery.formats.profile.FrameTable;

/// How long the views take: a frame of a timeline of 10,000 lanes and 10 million spans while it is panned and zoomed, the
/// first picture of a flame graph of 200,000 nodes, and a second of a live run with 500,000 events. Run by hand with
/// JavaFX's headless platform. A frame is the CPU time of the FX thread, so that others on the machine do not count; what
/// is also drawn by the software pipeline is told by the clock.
public final class ViewsBenchmark {
    private static final int LANES = 10_000;
    private static final int MANY = 100_000;
    private static final int SPANS_PER_LANE = 1_000;
    private static final int FLAME_NODES = 200_000;
    private static final int EVENTS_PER_SECOND = 500_000;
    private static final int FRAMES_PER_SECOND = 30;
    private static final int FRAMES = 120;
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 900;

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final PrintStream out;

    private ViewsBenchmark(PrintStream out) {
        this.out = out;
    }

    /// Prints the table.
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        FxThread.start();
        var b = new ViewsBenchmark(System.out);
        b.out.printf(
                Locale.ROOT, "%-48s %10s %10s %10s%n", "what", "median ms", "p95 ms", "max ms");
        b.timeline();
        b.manyGoroutines();
        b.flame();
        b.live();
        FxThread.end();
    }

    private void timeline() throws InterruptedException, ExecutionException {
        RunPicture picture = picture(bigTimeline(), Optional.empty());
        var view = FxThread.call(() -> new TimelineView(ViewContext.alone()));
        Stage stage = shown(view, picture);
        row("timeline, 10,000 lanes, 10 M spans: pan", frames(view, KeyCode.D, KeyCode.A));
        row("timeline: zoom in and out", frames(view, KeyCode.W, KeyCode.S));
        row("timeline: scroll", frames(view, KeyCode.DOWN, KeyCode.UP));
        row("timeline: paint and draw (software)", drawn(view));
        FxThread.call(() -> {
            stage.hide();
            return true;
        });
    }

    /// A run of 100,000 goroutines as it goes on: a new picture each frame, as the FX thread gets it.
    private void manyGoroutines() throws InterruptedException, ExecutionException {
        var recorder = new TimelineRecorder(i -> "main.worker");
        var batch = new EventBatch();
        var view = FxThread.call(() -> new TimelineView(ViewContext.alone()));
        double[] made = new double[60];
        double[] shown = new double[60];
        long t = 0;
        Stage stage = null;
        for (int frame = -1; frame < made.length; frame++) {
            int events = frame < 0 ? MANY : EVENTS_PER_SECOND / FRAMES_PER_SECOND;
            for (int i = 0; i < events; i += 1 << 13) {
                var ring = new EventRing(0, 1 << 15);
                for (int j = 0; j < 1 << 13; j++) {
                    long g = 1 + (frame < 0 ? i + j : (t * 31) % MANY);
                    ring.put(t++ * 1_000, EventKind.GO_START, 0, 7, g, 0);
                    int why = WaitReason.CHAN_RECEIVE.ordinal();
                    ring.put(t++ * 1_000, EventKind.GO_BLOCK, why, 7, g, 0);
                }
                batch.clear();
                ring.drain(batch);
                recorder.add(batch);
            }
            long from = CPU.getCurrentThreadCpuTime();
            RunPicture picture = picture(recorder.model(t * 1_000), Optional.empty());
            double model = (CPU.getCurrentThreadCpuTime() - from) / 1e6;
            if (stage == null) {
                stage = shown(view, picture);
            } else {
                made[frame] = model;
                shown[frame] = show(view, picture);
            }
        }
        row("live, 100,000 goroutines: model of a frame", made);
        row("live, 100,000 goroutines: a frame", shown);
    }

    private static double show(ExplorerView view, RunPicture picture)
            throws InterruptedException, ExecutionException {
        return FxThread.call(() -> {
            long from = CPU.getCurrentThreadCpuTime();
            view.show(picture);
            view.focusTarget().getScene().getRoot().layout();
            return (CPU.getCurrentThreadCpuTime() - from) / 1e6;
        });
    }

    private void flame() throws InterruptedException, ExecutionException {
        FlameTree tree = bigTree();
        var view = FxThread.call(() -> new FlameView(ViewContext.alone()));
        Stage stage = shown(view, picture(TimelineModel.EMPTY, Optional.empty()));
        RunPicture full = picture(TimelineModel.EMPTY, Optional.of(tree));
        double first =
                FxThread.call(() -> {
                    long from = CPU.getCurrentThreadCpuTime();
                    view.show(full);
                    view.focusTarget().getScene().getRoot().layout();
                    return (CPU.getCurrentThreadCpuTime() - from) / 1e6;
                });
        String what = String.format(Locale.ROOT, "flame graph, %,d nodes: first", tree.size());
        row(what, new double[] {first});
        row("flame graph: zoom", frames(view, KeyCode.W, KeyCode.S));
        row("flame graph: paint and draw (software)", drawn(view));
        FxThread.call(() -> {
            stage.hide();
            return true;
        });
    }

    /// What the thread of the bridge does for each frame of a busy run: take in the events, make the model.
    private void live() {
        var recorder = new TimelineRecorder(i -> "main.f");
        var batch = new EventBatch();
        int perFrame = EVENTS_PER_SECOND / FRAMES_PER_SECOND;
        double[] millis = new double[FRAMES_PER_SECOND * 10];
        long t = 0;
        for (int frame = 0; frame < millis.length; frame++) {
            batch.clear();
            var ring = new EventRing(0, 1 << 15);
            for (int i = 0; i < perFrame; i++) {
                long g = 1 + (t / 2) % 1_000;
                EventKind kind = t % 2 == 0 ? EventKind.GO_START : EventKind.GO_BLOCK;
                int reason = t % 2 == 0 ? 0 : WaitReason.CHAN_RECEIVE.ordinal();
                ring.put(t++ * 2_000, kind, reason, 7, g, 0);
            }
            ring.drain(batch);
            long from = CPU.getCurrentThreadCpuTime();
            recorder.add(batch);
            TimelineModel model = recorder.model(t * 2_000);
            millis[frame] = (CPU.getCurrentThreadCpuTime() - from) / 1e6;
            if (model.lostEvents() > 0) {
                throw new IllegalStateException("the ring was too small");
            }
        }
        row("live, 500,000 events/s: work per frame of 33 ms", millis);
    }

    private static RunPicture picture(TimelineModel timeline, Optional<FlameTree> profile) {
        return EventScript.picture(
                timeline, RunState.ENDED, Optional.empty(), List.of(), Optional.empty(), profile);
    }

    private static TimelineModel bigTimeline() {
        var recorder = new TimelineRecorder(i -> "main.worker");
        var batch = new EventBatch();
        var random = new SplittableRandom(1);
        long t = 0;
        var ring = new EventRing(0, 1 << 16);
        for (int round = 0; round < SPANS_PER_LANE / 2; round++) {
            for (int lane = 1; lane <= LANES; lane++) {
                t += random.nextInt(1, 500);
                ring.put(t, EventKind.GO_START, 0, 7, lane, 0);
                t += random.nextInt(1, 5_000);
                int why = 1 + random.nextInt(8);
                ring.put(t, EventKind.GO_BLOCK, why, 7, lane, 0);
            }
            ring.drain(batch);
            recorder.add(batch);
            batch.clear();
        }
        return recorder.model(t);
    }

    private static FlameTree bigTree() {
        var random = new SplittableRandom(2);
        var frames = new FrameTable.Builder();
        int[] ids = new int[4_000];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = frames.id("example.org/pkg" + i % 50 + ".function" + i);
        }
        var builder = new FlameTreeBuilder();
        int[] stack = new int[40];
        while (builder.size() < FLAME_NODES) {
            int depth = random.nextInt(5, stack.length);
            for (int i = 0; i < depth; i++) {
                stack[i] = ids[Math.min(ids.length - 1, i * 100 + random.nextInt(3 + i))];
            }
            builder.addRootFirst(stack, depth, random.nextInt(1, 1_000));
        }
        return builder.build(frames.build(), FlameTree.Order.HEAVIEST);
    }

    private static Stage shown(ExplorerView view, RunPicture picture)
            throws InterruptedException, ExecutionException {
        return FxThread.call(() -> {
            Fonts.load();
            var scene = new Scene(new StackPane(view.node()), WIDTH, HEIGHT);
            Theme.DARK.applyTo(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            view.show(picture);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return stage;
        });
    }

    /// Paints after each press of a key: the second key takes the first one back.
    private static double[] frames(ExplorerView view, KeyCode there, KeyCode back)
            throws InterruptedException, ExecutionException {
        double[] millis = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            KeyCode key = i % 20 < 10 ? there : back;
            millis[i] =
                    FxThread.call(() -> {
                        long from = CPU.getCurrentThreadCpuTime();
                        Event.fireEvent(view.focusTarget(), pressed(key));
                        view.focusTarget().getScene().getRoot().layout();
                        return (CPU.getCurrentThreadCpuTime() - from) / 1e6;
                    });
        }
        return millis;
    }

    private static KeyEvent pressed(KeyCode key) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
    }

    private static double[] drawn(ExplorerView view)
            throws InterruptedException, ExecutionException {
        double[] millis = new double[20];
        for (int i = 0; i < millis.length; i++) {
            millis[i] =
                    FxThread.call(() -> {
                        long from = System.nanoTime();
                        view.picture((int) WIDTH, (int) HEIGHT);
                        return (System.nanoTime() - from) / 1e6;
                    });
        }
        return millis;
    }

    private void row(String what, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        out.printf(
                Locale.ROOT,
                "%-48s %10.2f %10.2f %10.2f%n",
                what,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[sorted.length - 1]);
    }
}
