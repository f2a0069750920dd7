package org.gorrery.formats.exectrace;

import java.util.Arrays;

/// Status and sequence numbers of all goroutines, Ps and Ms while events are put in order; flat arrays by dense index.
final class V2States {
    static final int NONE = 0;
    static final int G_RUNNABLE = 1;
    static final int G_RUNNING = 2;
    static final int G_SYSCALL = 3;
    static final int G_WAITING = 4;
    static final int P_RUNNING = 1;
    static final int P_IDLE = 2;
    static final int P_SYSCALL = 3;
    static final int P_ABANDONED = 4;
    static final int MAX_P = Short.MAX_VALUE;

    private byte[] gStatus = new byte[256];
    private long[] gSeq = new long[256];
    private int[] gGeneration = new int[256];
    private int[] gStopReason = new int[256];
    private byte[] pStatus = new byte[64];
    private long[] pSeq = new long[64];
    private int[] pGeneration = new int[64];
    private int[] mGoroutine = new int[64];
    private int[] mProc = new int[64];
    private boolean[] mSeen = new boolean[64];

    int g(int g) {
        return g >= 0 && g < gStatus.length ? gStatus[g] : NONE;
    }

    void g(int g, int status) {
        roomG(g);
        gStatus[g] = (byte) status;
    }

    /// Starts the count of a goroutine's sequence in a generation.
    void startG(int g, int status, int generation) {
        roomG(g);
        gStatus[g] = (byte) status;
        gSeq[g] = 0;
        gGeneration[g] = generation;
        gStopReason[g] = -1;
    }

    void resetG(int g, int generation) {
        gSeq[g] = 0;
        gGeneration[g] = generation;
    }

    boolean followsG(int g, long seq, int generation) {
        return gGeneration[g] == generation && seq == gSeq[g] + 1;
    }

    void advanceG(int g, long seq, int status) {
        gSeq[g] = seq;
        gStatus[g] = (byte) status;
    }

    /// Remembers why a goroutine stopped the world.
    void stopReason(int g, int reason) {
        roomG(g);
        gStopReason[g] = reason;
    }

    int stopReason(int g) {
        return g >= 0 && g < gStopReason.length ? gStopReason[g] : -1;
    }

    private void roomG(int g) {
        if (g >= gStatus.length) {
            int n = Math.max(g + 1, gStatus.length * 2);
            gStatus = Arrays.copyOf(gStatus, n);
            gSeq = Arrays.copyOf(gSeq, n);
            gGeneration = Arrays.copyOf(gGeneration, n);
            gStopReason = Arrays.copyOf(gStopReason, n);
        }
    }

    int p(int p) {
        return p >= 0 && p < pStatus.length ? pStatus[p] : NONE;
    }

    void p(int p, int status) {
        roomP(p);
        pStatus[p] = (byte) status;
    }

    void startP(int p, int status, int generation) {
        roomP(p);
        pStatus[p] = (byte) status;
        resetP(p, generation);
    }

    void resetP(int p, int generation) {
        pSeq[p] = 0;
        pGeneration[p] = generation;
    }

    boolean followsP(int p, long seq, int generation) {
        return pGeneration[p] == generation && seq == pSeq[p] + 1;
    }

    void advanceP(int p, long seq, int status) {
        pSeq[p] = seq;
        pStatus[p] = (byte) status;
    }

    private void roomP(int p) {
        if (p >= pStatus.length) {
            int n = Math.max(p + 1, pStatus.length * 2);
            pStatus = Arrays.copyOf(pStatus, n);
            pSeq = Arrays.copyOf(pSeq, n);
            pGeneration = Arrays.copyOf(pGeneration, n);
        }
    }

    /// Makes sure that an M has a place; a new one has neither P nor goroutine.
    void seeM(int m) {
        if (m >= mSeen.length) {
            int n = Math.max(m + 1, mSeen.length * 2);
            mGoroutine = Arrays.copyOf(mGoroutine, n);
            mProc = Arrays.copyOf(mProc, n);
            mSeen = Arrays.copyOf(mSeen, n);
        }
        if (!mSeen[m]) {
            mSeen[m] = true;
            mGoroutine[m] = -1;
            mProc[m] = -1;
        }
    }

    boolean seenM(int m) {
        return m >= 0 && m < mSeen.length && mSeen[m];
    }

    int goroutineOf(int m) {
        return mGoroutine[m];
    }

    int procOf(int m) {
        return mProc[m];
    }

    void bind(int m, int g, int p) {
        mGoroutine[m] = g;
        mProc[m] = p;
    }

    /// {@return the M that a P is bound to, or -1}
    int threadOf(int p) {
        for (int m = 0; m < mSeen.length; m++) {
            if (mSeen[m] && mProc[m] == p) {
                return m;
            }
        }
        return -1;
    }
}
