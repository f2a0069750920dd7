package org.gorrery.runtime.sched;

import org.jspecify.annotations.Nullable;

/// A panic or Goexit under way, linked from its G, newest first. Used by its G only; the value is a root of the collector.
public final class PanicRecord {
    /// Type address of the value, and its data word.
    public final long type;

    /// See [#type].
    public final long data;

    /// The panic whose deferred call raised this one.
    public final @Nullable PanicRecord link;

    /// The frame that panicked: everything up to it stays for the report until the panic ends.
    public final long sp;

    /// Where deferred calls of this panic run: above the frames that panicked.
    public long callBase;

    /// The sp at which the deferred call of this panic runs now, 0 between calls; only that frame may recover.
    public long callSp;

    /// A deferred call has recovered it.
    public boolean recovered;

    /// A newer panic has left the deferred call that this one ran.
    public boolean aborted;

    /// Not a panic but a Goexit: cannot be recovered.
    public final boolean goexit;

    /// A panic of a runtime fault prints a line about the signal; 0 where none, else the fault's pc.
    public long signalPc;

    /// The address whose access faulted, where [#signalPc] is set.
    public long signalAddress;

    /// A new one on top of `link`.
    public PanicRecord(long type, long data, @Nullable PanicRecord link, long sp, boolean goexit) {
        this.type = type;
        this.data = data;
        this.link = link;
        this.sp = sp;
        this.goexit = goexit;
    }
}
