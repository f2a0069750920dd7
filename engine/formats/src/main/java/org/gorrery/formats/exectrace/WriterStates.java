package org.gorrery.formats.exectrace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gorrery.formats.exectrace.TraceOutput.Frame;

/// What a reader will believe of goroutines, Ps and Ms while a trace is written, and the ids of what was handed out.
///
/// Statuses carry over from one generation to the next; sequence numbers, known names, strings and stacks do not.
final class WriterStates {
    final TraceModel t;
    final TraceOutput out;
    final boolean old;
    final byte[] gStatus;
    final long[] gSeq;
    final int[] gToldIn;
    final int[] threadOfG;
    final long[] pSeq = new long[V2States.MAX_P + 1];
    final int[] pToldIn = new int[V2States.MAX_P + 1];
    final int[] ownerOfP = new int[V2States.MAX_P + 1];
    final boolean[] pKnown = new boolean[V2States.MAX_P + 1];
    final boolean[] pSyscall = new boolean[V2States.MAX_P + 1];
    final int[] mGoroutine;
    final int[] mProc;
    private final int[] stackIds;
    private int generation;

    WriterStates(TraceModel t, TraceOutput out) {
        this.t = t;
        this.out = out;
        this.old = t.head().version() < 22;
        stackIds = new int[t.stacks()];
        gStatus = new byte[t.goroutines()];
        gSeq = new long[t.goroutines()];
        gToldIn = new int[t.goroutines()];
        threadOfG = new int[t.goroutines()];
        mGoroutine = new int[t.threads()];
        mProc = new int[t.threads()];
        Arrays.fill(stackIds, -1);
        Arrays.fill(gToldIn, -1);
        Arrays.fill(pToldIn, -1);
        Arrays.fill(mGoroutine, -1);
        Arrays.fill(mProc, -1);
        Arrays.fill(ownerOfP, -1);
        Arrays.fill(threadOfG, -1);
    }

    /// Forgets what a new generation has to be told again.
    void nextGeneration() {
        generation++;
        Arrays.fill(stackIds, -1);
    }

    /// {@return whether this is the first word on a goroutine in this generation; it counts as told from now on}
    boolean tellG(int g) {
        boolean first = gToldIn[g] != generation;
        gToldIn[g] = generation;
        gSeq[g] = first ? 0 : gSeq[g];
        return first;
    }

    boolean tellP(int p) {
        boolean first = pToldIn[p] != generation;
        pToldIn[p] = generation;
        pSeq[p] = first ? 0 : pSeq[p];
        return first;
    }

    boolean toldG(int g) {
        return gToldIn[g] == generation;
    }

    boolean toldP(int p) {
        return pToldIn[p] == generation;
    }

    /// {@return id of a stack in this generation; 0 for none}
    int stack(long index) {
        if (index < 0) {
            return 0;
        }
        int i = (int) index;
        if (stackIds[i] < 0) {
            List<Frame> frames = new ArrayList<>();
            for (int k = 0; k < t.depth(i); k++) {
                int f = t.frame(i, k);
                frames.add(new Frame(t.pc(f), t.function(f), t.file(f), t.line(f)));
            }
            stackIds[i] = out.stack(frames);
        }
        return stackIds[i];
    }

    long thread(int m) {
        return m < 0 ? -1 : t.threadId(m);
    }

    void emit(int i, int type, long... arguments) {
        out.event(thread(t.thread(i)), t.time(i), type, arguments);
    }

    /// {@return whether a goroutine is running on an M}
    boolean runs(int m) {
        return m >= 0
                && mGoroutine[m] >= 0
                && mProc[m] >= 0
                && gStatus[mGoroutine[m]] == V2States.G_RUNNING
                && toldG(mGoroutine[m]);
    }

    boolean hasProc(int m) {
        return m >= 0 && mProc[m] >= 0;
    }

    void bind(int m, int p) {
        mProc[m] = p;
        ownerOfP[p] = m;
        pSyscall[p] = false;
    }

    void release(int p) {
        if (ownerOfP[p] >= 0) {
            mProc[ownerOfP[p]] = -1;
        }
        ownerOfP[p] = -1;
        pSyscall[p] = false;
    }
}
