package org.gorrery.runtime.stack;

/// Stacks as text, in Go's form: what a crash prints and `runtime.Stack` returns.
///
/// Source: Go runtime, `traceback.go` (`traceback2`, `goroutineheader`, `printcreatedby`).
public final class Traceback {
    private static final int INNERMOST = 50;
    private static final int OUTERMOST = 50;

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
    /// @param pcs innermost first
    /// @param showRuntime also functions of package runtime that are not exported
    public void frames(StringBuilder out, long[] pcs, boolean showRuntime) {
        long[] shown = new long[pcs.length];
        int n = 0;
        for (int i = 0; i < pcs.length; i++) {
            if (showRuntime || isShown(pcs[i], n == 0)) {
                shown[n++] = pcs[i];
            }
        }
        boolean elide = n > INNERMOST + OUTERMOST;
        for (int i = 0; i < n; i++) {
            if (elide && i == INNERMOST) {
                out.append("...").append(n - INNERMOST - OUTERMOST).append(" frames elided...\n");
                i = n - OUTERMOST;
            }
            frame(out, shown[i]);
        }
    }

    private boolean isShown(long pc, boolean innermost) {
        if (NativeFrame.is(pc)) {
            NativeFrame kind = NativeFrame.of(pc);
            return kind != NativeFrame.HIDDEN && !(innermost && kind == NativeFrame.PANIC);
        }
        var info = funcs.info(funcs.functionOf(pc));
        return !info.wrapper() && isUserVisible(info.name());
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

    private void frame(StringBuilder out, long pc) {
        if (NativeFrame.is(pc)) {
            out.append(NativeFrame.of(pc).function()).append("(...)\n\truntime/panic.go\n");
            return;
        }
        var info = funcs.info(funcs.functionOf(pc));
        out.append(info.name()).append("(...)\n");
        place(out, info.file(), pc);
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
        place(out, funcs.info(f).file(), pc);
    }

    private void place(StringBuilder out, String file, long pc) {
        out.append('\t').append(file).append(':').append(funcs.lineOf(pc));
        out.append(" +0x").append(Integer.toHexString(funcs.offsetOf(pc))).append('\n');
    }
}
