package org.gorrery.compiler.codegen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.abi.FrameLayout;
import org.gorrery.abi.FuncInfo;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.Cfg;
import org.gorrery.compiler.ir.FrameObject;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Liveness;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Sizes;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.ValueWalk;
import org.gorrery.compiler.ir.Word;
import org.jspecify.annotations.Nullable;

/// What is decided about a function before its code is emitted: the layout of its frame, which pointers are live at which safepoint,
/// where each local lives.
final class FunctionPlan {
    /// Frame objects up to this need no check of the stack in functions without safepoints: they fit into the guard of a segment.
    private static final int LEAF_OBJECTS = 96;

    /// Words of the largest object whose pointers are in the tables of live slots, as a word has bits.
    private static final long MOST_TRACKED = 64;

    private final IrFunction function;
    private final CallShape shape;
    private final Cfg cfg;
    private final Liveness liveness;
    private final boolean quiet;
    private final Map<Statement, BitSet> liveAt = new IdentityHashMap<>();
    private final List<BitSet> safepoints = new ArrayList<>();
    private final int[] slot;
    private int slots;
    private final long[] objectOffset;
    private final List<FrameObject> scanned = new ArrayList<>();
    private final List<FrameObject> zeroed = new ArrayList<>();
    private final Map<FrameObject, BitSet> tracked = new IdentityHashMap<>();
    private @Nullable ObjectLiveness objectLiveness;
    private final int wordBytes;
    private long frameBytes;
    private int outBytes;
    private boolean checksStack;
    private final Map<Block, PollKind> polls = new IdentityHashMap<>();
    private final SlotState slotState;
    private final int[] home;
    private final boolean inMemory;

    /// Plans a function whose IR is final.
    ///
    /// @param quiet whether it has neither checks nor safepoints
    /// @param inMemory whether all locals live in the frame, since the code is split over several methods
    FunctionPlan(IrFunction function, ProgramPlan program, boolean quiet, boolean inMemory) {
        this.function = function;
        this.quiet = quiet;
        this.wordBytes = program.sizes().target().wordBytes();
        this.inMemory = inMemory;
        this.shape = CallShape.of(function.shape());
        this.cfg = new Cfg(function);
        this.liveness = new Liveness(cfg);
        int n = function.locals().size();
        this.slot = new int[n];
        this.home = new int[n];
        Arrays.fill(slot, -1);
        Arrays.fill(home, -1);
        this.objectOffset = new long[function.frameObjects().size()];
        this.checksStack = inMemory || objectBytes(function) > LEAF_OBJECTS;
        for (var block : cfg.order()) {
            scan(block, program);
        }
        colour();
        if (!inMemory && function.recovered() == null && program.options().optimise()) {
            track(program.sizes());
        }
        placeObjects(program.sizes());
        this.slotState = new SlotState(this, program.options().optimise());
    }

    /// Bytes of the frame objects of a function.
    static long objectBytes(IrFunction function) {
        return function.frameObjects().stream().mapToLong(o -> Sizes.alignUp(o.bytes(), 8)).sum();
    }

    /// Whether a function's frame objects alone make its entry check the stack.
    static boolean isLargeFrame(IrFunction function) {
        return objectBytes(function) > LEAF_OBJECTS;
    }

    private void scan(Block block, ProgramPlan program) {
        var live = (BitSet) liveness.out(block).clone();
        if (isPoll(block) && program.pollKind(block) != PollKind.NONE) {
            note(live);
            polls.put(block, inMemory ? PollKind.FLAG : program.pollKind(block));
        }
        Liveness.readsOf(block.terminator(), live);
        var statements = block.statements();
        for (int i = statements.size() - 1; i >= 0; i--) {
            var s = statements.get(i);
            if (s instanceof Statement.Call call && program.isSafepoint(call.callee())) {
                var at = (BitSet) live.clone();
                call.results().forEach(r -> at.clear(r.index()));
                at.or(liveness.always());
                if (keepsArguments(call.callee())) {
                    ValueWalk.reads(call, l -> at.set(l.index()));
                }
                liveAt.put(call, note(at));
                outBytes = Math.max(outBytes, program.outBytes(call.callee()));
            }
            liveness.step(s, live);
        }
    }

    /// Whether the callee does not keep its pointer arguments alive itself.
    private static boolean keepsArguments(Callee callee) {
        return switch (callee) {
            case Callee.Runtime _ -> true;
            case Callee.Direct d -> d.function().nativeOwner() != null;
            case Callee.Closure _, Callee.Interface _ -> false;
        };
    }

    private BitSet note(BitSet live) {
        var pointers = new BitSet();
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            pointers.set(i, function.locals().get(i).word() == Word.P);
        }
        safepoints.add(pointers);
        checksStack = true;
        return pointers;
    }

    /// How the jump at the end of a block looks for a request.
    PollKind poll(Block block) {
        return polls.getOrDefault(block, PollKind.NONE);
    }

    /// Which pointers are in their slots where.
    SlotState slotState() {
        return slotState;
    }

    private boolean isPoll(Block block) {
        return block.terminator() instanceof Terminator.Jump j && cfg.isBackEdge(block, j.target());
    }

    /// Gives frame slots to the pointers that are live at some safepoint; those never live at the same one may share.
    private void colour() {
        var exclusive = pointersOf(liveness.always());
        if (checksStack) {
            // parameters get the first slots, in order: there the entry leaves them when it asks
            // for more stack
            for (var p : pointerParams()) {
                slot[p.index()] = slots++;
            }
        }
        exclusive.stream().filter(i -> slot[i] < 0).forEach(i -> slot[i] = slots++);
        int fixed = slots;
        var conflicts = new BitSet[slot.length];
        for (var at : safepoints) {
            at.stream()
                    .forEach(i -> {
                        if (conflicts[i] == null) {
                            conflicts[i] = new BitSet();
                        }
                        conflicts[i].or(at);
                    });
        }
        for (int i = 0; i < slot.length; i++) {
            var with = conflicts[i];
            if (slot[i] >= 0 || with == null) {
                continue;
            }
            var taken = new BitSet();
            with.stream().filter(j -> slot[j] >= 0).forEach(j -> taken.set(slot[j]));
            int s = fixed;
            if (!inMemory) {
                s = taken.nextClearBit(fixed);
            } else {
                s = slots;
            }
            slot[i] = s;
            slots = Math.max(slots, s + 1);
        }
    }

    /// The closure and the parameters that hold pointers, in order.
    List<Local> pointerParams() {
        var list = new ArrayList<Local>();
        var closure = function.closureParam();
        if (closure != null) {
            list.add(closure);
        }
        function.params().stream().filter(p -> p.word() == Word.P).forEach(list::add);
        return list;
    }

    private BitSet pointersOf(BitSet locals) {
        var pointers = new BitSet();
        locals.stream()
                .filter(i -> function.locals().get(i).word() == Word.P)
                .forEach(pointers::set);
        return pointers;
    }

    private void placeObjects(Sizes sizes) {
        long at = FrameLayout.SLOTS + 8L * slots;
        var objects = new ArrayList<>(function.frameObjects());
        objects.sort(Comparator.comparing(o -> rank(o, sizes)));
        for (var o : objects) {
            objectOffset[o.index()] = at;
            at += Sizes.alignUp(o.bytes(), 8);
            if (holdsPointers(o, sizes) && !tracked.containsKey(o)) {
                scanned.add(o);
            }
            if (rank(o, sizes) < 2) {
                zeroed.add(o);
            }
        }
        if (inMemory) {
            at = placeHomes(at);
        }
        boolean empty = quiet && objects.isEmpty() && !inMemory;
        frameBytes = empty ? 0 : Sizes.alignUp(at, FrameLayout.ALIGN);
    }

    /// Homes in the frame for a function that is split: a pointer's slot, or 8 bytes behind the frame objects.
    private long placeHomes(long from) {
        long at = from;
        for (var l : function.locals()) {
            if (slot[l.index()] >= 0) {
                home[l.index()] = FrameLayout.SLOTS + 8 * slot[l.index()];
            } else {
                home[l.index()] = Math.toIntExact(at);
                at += 8;
            }
        }
        return at;
    }

    /// What is zeroed at entry comes first, side by side.
    private int rank(FrameObject o, Sizes sizes) {
        if (!holdsPointers(o, sizes)) {
            return 3;
        }
        if (!tracked.containsKey(o)) {
            return 0;
        }
        return objectLiveness != null && objectLiveness.zeroed().get(o.index()) ? 1 : 2;
    }

    /// Finds out where objects are live whose pointers fit the table of live slots.
    private void track(Sizes sizes) {
        for (var o : function.frameObjects()) {
            var type = o.type();
            if (type != null
                    && sizes.pointerBytes(type) > 0
                    && sizes.pointerBytes(type) <= MOST_TRACKED * wordBytes) {
                tracked.put(o, sizes.pointers(type));
            }
        }
        if (!tracked.isEmpty()) {
            var indices = new BitSet();
            tracked.keySet().forEach(o -> indices.set(o.index()));
            var withoutPointers = new BitSet();
            function.frameObjects().stream()
                    .filter(o -> !holdsPointers(o, sizes))
                    .forEach(o -> withoutPointers.set(o.index()));
            objectLiveness = new ObjectLiveness(cfg, liveness, indices, withoutPointers);
        }
    }

    /// The slots of what the live ones of the tracked objects hold: their words count as slots of the frame
    /// ([FuncInfo.FrameObject#pointers]).
    private void addObjects(BitSet live, BitSet slots) {
        long lowest = tracked.keySet().stream().mapToLong(this::offset).min().orElseThrow();
        for (var e : tracked.entrySet()) {
            if (live.get(e.getKey().index())) {
                int first = FrameLayout.slotOf(offset(e.getKey()), lowest, wordBytes);
                e.getValue().stream().forEach(w -> slots.set(first + w));
            }
        }
    }

    /// The slots of pointers in objects that are live during a call.
    BitSet objectSlots(Statement call) {
        var slots = new BitSet();
        if (objectLiveness != null) {
            addObjects(objectLiveness.at(call), slots);
        }
        return slots;
    }

    /// The slots of pointers in objects that are live where a block ends.
    BitSet objectSlotsAtEnd(Block block) {
        var slots = new BitSet();
        if (objectLiveness != null) {
            addObjects(objectLiveness.atEnd(block), slots);
        }
        return slots;
    }

    private static boolean holdsPointers(FrameObject o, Sizes sizes) {
        var type = o.type();
        return type == null || sizes.hasPointers(type);
    }

    IrFunction function() {
        return function;
    }

    CallShape shape() {
        return shape;
    }

    Cfg cfg() {
        return cfg;
    }

    Liveness liveness() {
        return liveness;
    }

    /// Pointer locals that must be in their slots during a call; null where the call is no safepoint.
    BitSet liveAt(Statement call) {
        return liveAt.getOrDefault(call, new BitSet());
    }

    /// Pointer locals live at the end of a block.
    BitSet liveOut(Block block) {
        return pointersOf(liveness.out(block));
    }

    /// Pointer locals that are in their slots at every point.
    BitSet always() {
        return pointersOf(liveness.always());
    }

    /// The slots of a set of locals.
    BitSet slotsOf(BitSet locals) {
        var set = new BitSet();
        locals.stream().forEach(i -> set.set(slot[i]));
        return set;
    }

    /// The slot of a local, by its index.
    int slotOf(int local) {
        return slot[local];
    }

    /// How tracebacks write the arguments ([FuncInfo#args]): the pointers among them are in their slots where they are live.
    String args() {
        var text = function.args();
        if (text.isEmpty()) {
            return function.params().isEmpty() ? "" : String.valueOf(FuncInfo.ARGS_MORE);
        }
        var pointers = function.params().stream().filter(p -> p.word() == Word.P).iterator();
        var out = new StringBuilder();
        for (char c : text.toCharArray()) {
            int s = c == IrFunction.ARGS_POINTER ? slot[pointers.next().index()] : -1;
            out.append(
                    s >= 0
                            ? (char) (FuncInfo.ARGS_SLOT + s)
                            : c == IrFunction.ARGS_POINTER ? FuncInfo.ARGS_UNKNOWN : c);
        }
        return out.toString();
    }

    /// Offset from sp of a pointer's slot.
    long slotOffset(Local l) {
        return FrameLayout.SLOTS + 8L * slot[l.index()];
    }

    /// Whether every assignment also goes to the slot, for the sake of the recovered block.
    boolean writeThrough(Local l) {
        return l.word() == Word.P && liveness.always().get(l.index());
    }

    /// Offset from sp of a frame object.
    long offset(FrameObject o) {
        return objectOffset[o.index()];
    }

    /// Frame objects that are zeroed at entry, by offset; they lie side by side.
    List<FrameObject> zeroed() {
        return zeroed;
    }

    /// Which words of an object are pointers that count only while something leads to it; 0 for objects that are always scanned.
    long trackedPointers(FrameObject o) {
        var pointers = tracked.get(o);
        return pointers == null ? 0 : pointers.toLongArray()[0];
    }

    /// Frame objects that the collector always scans.
    List<FrameObject> scanned() {
        return scanned;
    }

    long frameBytes() {
        return frameBytes;
    }

    /// Whether it has safepoints or a large frame, so that its entry checks the stack.
    boolean checksStack() {
        return checksStack;
    }

    /// Bytes by which the entry compares beyond sp: 0 where the guard of a segment has room for frame and callees.
    long neededBytes() {
        boolean small =
                frameBytes <= FrameLayout.SMALL_FRAME && frameBytes + outBytes <= FrameLayout.GUARD;
        return small ? 0 : frameBytes + outBytes;
    }

    /// Offset from sp of a local that lives in the frame, or -1.
    int memoryHome(Local l) {
        return home[l.index()];
    }

    /// Whether the locals live in the frame.
    boolean inMemory() {
        return inMemory;
    }
}
