package org.gorrery.runtime.stack;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.FuncInfo;
import org.gorrery.abi.PcTable;

/// What a pc means: function, file, line. A pc is that of a call site ([AddressLayout#pcOf]), or the address before, since
/// programs subtract 1 from what Go returns, a return address; or the address of an entry thunk, which is what a func value points to.
public final class FuncTable {
    // Where the runtime's own functions count as written.
    private static final String RUNTIME = "$GOROOT/src/runtime/proc.go";

    private final PcTable table;
    private final List<FuncInfo> functions;
    private final int own;
    private final AddressLayout layout;
    private final long text;
    private final int[] firstSite;
    private final byte[] forUser;
    private final long wordMask;
    final int[] frameBytes;

    /// The functions of a program.
    public FuncTable(PcTable table, AddressLayout layout) {
        this.table = table;
        this.functions = new ArrayList<>(table.functions());
        this.own = functions.size();
        for (var kind : NativeFrame.values()) {
            functions.add(new FuncInfo(kind.symbol(), RUNTIME, 1, 0, -1, false, ".", List.of()));
        }
        this.layout = layout;
        this.text = layout.text();
        this.frameBytes = functions.stream().mapToInt(FuncInfo::frameBytes).toArray();
        this.wordMask = layout.end() - layout.base() <= 1L << 32 ? 0xffff_ffffL : -1;
        this.forUser = new byte[functions.size()];
        this.firstSite = new int[functions.size()];
        java.util.Arrays.fill(firstSite, -1);
        int[] siteFunction = table.siteFunction();
        for (int s = siteFunction.length - 1; s >= 0; s--) {
            firstSite[siteFunction[s]] = s;
        }
    }

    /// The call site of a pc, or -1.
    public int siteOf(long pc) {
        long site = layout.siteAt(pc);
        return site >= 0 && site < table.siteFunction().length ? (int) site : -1;
    }

    /// The pc of a call site.
    public long pcOf(int site) {
        return layout.pcOf(site);
    }

    /// The function of a call site.
    public int functionAt(int site) {
        return table.siteFunction()[site];
    }

    /// Bytes of the frame of the function that a call site lies in.
    public int frameBytesAt(int site) {
        return frameBytes[table.siteFunction()[site]];
    }

    /// Which slots are live at a call site; see [PcTable].
    public long[] liveAt(int site) {
        return table.liveMaps()[table.siteLive()[site]];
    }

    /// The function that a pc or the address of an entry thunk lies in, or -1.
    public int functionOf(long pc) {
        int site = siteOf(pc);
        if (site >= 0) {
            return table.siteFunction()[site];
        }
        if (NativeFrame.is(pc)) {
            return own + NativeFrame.of(pc).ordinal();
        }
        long offset = pc - text;
        int thunk = (int) (offset / AddressLayout.THUNK_BYTES);
        if (offset < 0
                || offset >= (long) table.thunkFunction().length * AddressLayout.THUNK_BYTES) {
            return -1;
        }
        return table.thunkFunction()[thunk];
    }

    /// Line of a pc: of the call, or of the declaration.
    public int lineOf(long pc) {
        int site = siteOf(pc);
        if (site >= 0) {
            return table.siteLine()[site];
        }
        int f = functionOf(pc);
        return f < 0 ? 0 : functions.get(f).line();
    }

    /// Bytes from a nil pointer to the access that a check stands for.
    public int faultOffset(int site) {
        return table.faultOffset(site);
    }

    /// File of a pc.
    public String fileOf(long pc) {
        int site = siteOf(pc);
        String other = site < 0 ? null : table.otherFiles().get(site);
        int f = functionOf(pc);
        return other != null ? other : f < 0 ? "" : functions.get(f).file();
    }

    /// About a function.
    public FuncInfo info(int function) {
        return functions.get(function);
    }

    /// Whether tracebacks show a function by default: no wrapper, and of package runtime only what is exported.
    boolean isForUser(int function) {
        byte known = forUser[function]; // the same whoever finds it out first
        if (known == 0) {
            var f = functions.get(function);
            known = (byte) (!f.wrapper() && Traceback.isUserVisible(f.name()) ? 1 : 2);
            forUser[function] = known;
        }
        return known == 1;
    }

    /// What of an address the program sees: its low half on 32-bit targets.
    long wordMask() {
        return wordMask;
    }

    /// Number of functions.
    public int count() {
        return functions.size();
    }

    /// Where a function begins, as `runtime.Func.Entry` gives it: its thunk, or its first call where it is never used as a value.
    public long entryOf(int function) {
        int thunk = functions.get(function).thunk();
        if (thunk >= 0) {
            return text + (long) thunk * AddressLayout.THUNK_BYTES;
        }
        return firstSite[function] < 0 ? 0 : layout.pcOf(firstSite[function]) - 1;
    }

    /// How far into its function a pc lies, for tracebacks: counted in calls, from 1; 0 at the entry.
    public int offsetOf(long pc) {
        int site = siteOf(pc);
        return site < 0 ? 0 : site - firstSite[table.siteFunction()[site]] + 1;
    }
}
