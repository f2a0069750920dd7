package org.gorrery.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gorrery.abi.DebugFrame;
import org.gorrery.abi.ProgramImage;
import org.gorrery.event.StopReason;
import org.gorrery.runtime.debug.DebugStop;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;

/// The debugger of a run on the engine's own runtime.
final class RunDebugger implements Debugger {
    private final ProgramImage image;
    private final GoProgram program;
    private final GoValues values;
    private final org.gorrery.runtime.debug.Debugger engine;
    private volatile Consumer<Stop> listener = stop -> {};

    RunDebugger(ProgramImage image, GoProgram program, Symbols symbols) {
        this.image = image;
        this.program = program;
        this.values = new GoValues(image, symbols, program.sched().objects());
        this.engine =
                new org.gorrery.runtime.debug.Debugger(
                        program.sched(), image.statements(), stop -> listener.accept(stop(stop)));
        program.sched().setStatements(engine);
    }

    private Stop stop(DebugStop s) {
        return new Stop(s.goid(), Stop.Reason.valueOf(s.reason().name()), place(s.statement()));
    }

    private Place place(int statement) {
        var s = image.statements();
        return new Place(
                s.files().get(s.file()[statement]), s.line()[statement], s.column()[statement]);
    }

    @Override
    public List<Optional<Place>> setBreakpoints(List<Place> wanted) {
        var set = new BitSet();
        var out = new ArrayList<Optional<Place>>();
        for (var w : wanted) {
            out.add(breakpoint(w, set));
        }
        engine.setBreakpoints(set);
        return out;
    }

    /// The first statement of the line in each of its functions; the line is the one asked for or the next that has one.
    private Optional<Place> breakpoint(Place wanted, BitSet set) {
        var s = image.statements();
        int line = Integer.MAX_VALUE;
        for (int i = 0; i < s.count(); i++) {
            if (s.line()[i] >= wanted.line()
                    && s.line()[i] < line
                    && isFile(s.files().get(s.file()[i]), wanted.file())) {
                line = s.line()[i];
            }
        }
        Optional<Place> first = Optional.empty();
        int column = Integer.MAX_VALUE;
        for (int i = 0; i < s.count(); i++) {
            if (s.line()[i] == line && isFile(s.files().get(s.file()[i]), wanted.file())) {
                column = Math.min(column, s.column()[i]);
            }
        }
        for (int i = 0; i < s.count(); i++) {
            if (s.line()[i] == line
                    && s.column()[i] == column
                    && isFile(s.files().get(s.file()[i]), wanted.file())) {
                set.set(i);
                first = Optional.of(place(i));
            }
        }
        return first;
    }

    private static boolean isFile(String file, String wanted) {
        return file.equals(wanted) || file.endsWith("/" + wanted) || wanted.endsWith("/" + file);
    }

    @Override
    public void onStop(Consumer<Stop> to) {
        listener = to;
    }

    @Override
    public Optional<Stop> current() {
        return Optional.ofNullable(engine.current()).map(this::stop);
    }

    @Override
    public void pause() {
        engine.stopSoon();
    }

    @Override
    public void resume() {
        engine.resume();
    }

    @Override
    public void stepIn() {
        engine.stepIn();
    }

    @Override
    public void stepOver() {
        engine.stepOver();
    }

    @Override
    public void stepOut() {
        engine.stepOut();
    }

    /// A frame as it lies in memory.
    private record Raw(long sp, long pc) {}

    @Override
    public List<Frame> frames(long goid) {
        return whileStanding(() -> {
            var out = new ArrayList<Frame>();
            for (var f : raw(goid)) {
                out.add(new Frame(out.size(), info(f).name(), at(f)));
            }
            return List.copyOf(out);
        });
    }

    @Override
    public List<Variable> variables(long goid, int frame) {
        return whileStanding(() -> {
            var frames = raw(goid);
            if (frame < 0 || frame >= frames.size()) {
                return List.of();
            }
            var f = frames.get(frame);
            var debug = info(f).debug();
            int statement = statement(f, debug);
            if (statement < 0) {
                return List.of();
            }
            int position = image.statements().position()[statement];
            var out = new ArrayList<Variable>();
            for (var v : debug.variables().reversed()) {
                if (v.isVisibleAt(position)) {
                    long at = f.sp() + v.offset();
                    at = v.indirect() ? Mem.ld64(at) : at;
                    if (at != 0) {
                        out.add(values.variable(v.name(), v.typeOffset(), at));
                    }
                }
            }
            return List.copyOf(out);
        });
    }

    @Override
    public List<Variable> parts(Variable whole) {
        return whileStanding(() -> values.parts(whole));
    }

    private <T> T whileStanding(java.util.function.Supplier<T> look) {
        if (engine.current() == null) {
            throw new IllegalStateException("the run does not stand: frames move");
        }
        return program.observation().stopped(StopReason.SNAPSHOT, look);
    }

    private org.gorrery.abi.FuncInfo info(Raw f) {
        var funcs = program.sched().machine().unwinder().funcs();
        return funcs.info(funcs.functionOf(f.pc()));
    }

    private Place at(Raw f) {
        int statement = statement(f, info(f).debug());
        if (statement >= 0) {
            return place(statement);
        }
        var funcs = program.sched().machine().unwinder().funcs();
        return new Place(funcs.fileOf(f.pc()), funcs.lineOf(f.pc()), 0);
    }

    /// The statement at hand; -1 where the function was not built for a debugger or has not come to its first.
    private static int statement(Raw f, DebugFrame debug) {
        return debug.statementSlot() < 0 ? -1 : (int) Mem.ld64(f.sp() + debug.statementSlot()) - 1;
    }

    private List<Raw> raw(long goid) {
        var out = new ArrayList<Raw>();
        var found = new G[1];
        program.sched()
                .goroutines()
                .forEach(g -> {
                    if (g.id == goid) {
                        found[0] = g;
                    }
                });
        var g = found[0];
        if (g != null) {
            var funcs = program.sched().machine().unwinder().funcs();
            program.sched()
                    .machine()
                    .unwinder()
                    .walk(
                            g.stack,
                            g.sp,
                            (sp, pc) -> {
                                if (funcs.siteOf(pc) >= 0
                                        && !funcs.info(funcs.functionOf(pc)).wrapper()) {
                                    out.addFirst(new Raw(sp, pc));
                                }
                            });
        }
        return out;
    }
}
