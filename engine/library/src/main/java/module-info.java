/// The Go standard library.
module org.gorrery.library {
    requires transitive org.gorrery.abi;
    requires transitive org.gorrery.formats;
    requires transitive org.gorrery.runtime;
    requires static transitive org.jspecify;

    exports org.gorrery.library;

    // Generated code calls the native parts.
    exports org.gorrery.library.internal.descriptor;
    exports org.gorrery.library.internal.entropy;
    exports org.gorrery.library.internal.goroutine;
    exports org.gorrery.library.internal.netpoll;
    exports org.gorrery.library.internal.settings;
    exports org.gorrery.library.internal.socket;
    exports org.gorrery.library.os;
    exports org.gorrery.library.reflect;
    exports org.gorrery.library.runtime;
    exports org.gorrery.library.runtime.debug;
    exports org.gorrery.library.runtime.metrics;
    exports org.gorrery.library.runtime.pprof;
    exports org.gorrery.library.runtime.trace;
    exports org.gorrery.library.sync;
    exports org.gorrery.library.sync.atomic;
    exports org.gorrery.library.syscall;
    exports org.gorrery.library.time;
    exports org.gorrery.library.weak;
}
