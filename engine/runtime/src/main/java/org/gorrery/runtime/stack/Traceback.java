package org.gorrery.runtime.stack;

import org.gorrery.abi.FrameLayout;
import org.gorrery.abi.FuncInfo;
import org.gorrery.runtime.memory.Mem;

/// Stacks as text, in Go's form: what a crash prints and `runtime.Stack` returns.
///
/// Source: Go runtime, `traceback.go` (`traceback2`, `goroutineheader`, `printcreatedby`).
public final class Traceback {
    private final FuncTable funcs;

    /// For the program of a run.
    public Traceback(FuncTable funcs) {
        this.funcs = funcs;
    }

    /// The line above a stack: `goroutine 7 [chan receive, 2 minutes, locked to thread]:`.
    ///
    /// @param state status or wait reason
    public static void header(
            StringBuilder out, long id, String state, long waitMinutes, boolean locked) {
        out.append("goroutine ").append(id).append(" [").append(state);
        if (waitMinutes >= 1) {
            out.append(", ").append(waitMinutes).append(" minutes");
        }
        if (locked) {
            out.append(", locked to thread");
        }
        out.append("]:\n");
    }

    /// The frames, with those in the middle left out where there are more than a hundred.
    ///
    /// @param positions with where each lies and its pc, as where the runtime itself has failed
    public void frames(StringBuilder out, TracebackFrames frames, boolean positions) {
        frames.forEach(
                (sp, pc) -> frame(out, sp, pc, positions),
                n -> out.append("...").append(n).append(" frames elided...\n"));
    }

    /// Functions of package runtime are shown only if exported.
    static boolean isUserVisible(String name) {
        String prefix = "runtime.";
        if (!name.startsWith(prefix)) {
            return name.indexOf('.') >= 0;
        }
        int at = prefix.length();
        while (at < name.length() && (name.charAt(at) == '(' || name.charAt(at) == '*')) {
            at++;
        }
        if (at >= name.length() || !Character.isUpperCase(name.charAt(at))) {
            return false;
        }
        int method = name.indexOf(").", at);
        return method < 0 || Character.isUpperCase(name.charAt(method + 2));
    }

    private void frame(StringBuilder out, long sp, long pc, boolean positions) {
        if (NativeFrame.is(pc)) {
            out.append(NativeFrame.of(pc).function()).append("(...)\n\truntime/panic.go\n");
            return;
        }
        int f = funcs.functionOf(pc);
        var info = funcs.info(f);
        out.append(info.name()).append('(');
        arguments(out, info.args(), sp, funcs.siteOf(pc));
        out.append(")\n");
        place(out, pc);
        if (positions) {
            out.append(" fp=0x").append(hex(sp + funcs.frameBytes[f]));
            out.append(" sp=0x").append(hex(sp));
            out.append(" pc=0x").append(hex(pc));
        }
        out.append('\n');
    }

    /// Words that the frame holds as Go prints them, others as `_`.
    private void arguments(StringBuilder out, String args, long sp, int site) {
        boolean first = true;
        for (int i = 0; i < args.length(); i++) {
            char c = args.charAt(i);
            if (c == FuncInfo.ARGS_CLOSE) {
                out.append('}');
                first = false;
                continue;
            }
            if (!first) {
                out.append(", ");
            }
            first = c == FuncInfo.ARGS_OPEN;
            switch (c) {
                case FuncInfo.ARGS_OPEN -> out.append('{');
                case FuncInfo.ARGS_UNKNOWN -> out.append('_');
                case FuncInfo.ARGS_MORE -> out.append("...");
                default -> slot(out, c - FuncInfo.ARGS_SLOT, sp, site);
            }
        }
    }

    private String hex(long word) {
        return Long.toHexString(word & funcs.wordMask());
    }

    private void slot(StringBuilder out, int slot, long sp, int site) {
        long[] live = funcs.liveAt(site);
        if (slot >> 6 < live.length && (live[slot >> 6] >>> slot & 1) != 0) {
            long word = Mem.ld64(sp + FrameLayout.SLOTS + 8L * slot);
            out.append("0x").append(hex(word));
        } else {
            out.append('_');
        }
    }

    /// The lines that say who started a goroutine.
    ///
    /// @param pc of the `go` statement
    public void createdBy(StringBuilder out, long pc, long creator) {
        int f = funcs.functionOf(pc);
        if (f < 0) {
            return;
        }
        out.append("created by ")
                .append(funcs.info(f).name())
                .append(" in goroutine ")
                .append(creator)
                .append('\n');
        place(out, pc);
        out.append('\n');
    }

    private void place(StringBuilder out, long pc) {
        out.append('\t').append(funcs.fileOf(pc)).append(':').append(funcs.lineOf(pc));
        out.append(" +0x").append(Integer.toHexString(funcs.offsetOf(pc)));
    }
}
