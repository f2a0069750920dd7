/// What compiled Go programs run on.
module org.gorrery.runtime {
    requires transitive org.gorrery.abi;
    requires java.management;
    requires static transitive org.jspecify;

    exports org.gorrery.runtime.entry;
    exports org.gorrery.runtime.sched;
    exports org.gorrery.runtime.memory;
    exports org.gorrery.runtime.diag;
    exports org.gorrery.runtime.heap;
    exports org.gorrery.runtime.gc;
    exports org.gorrery.runtime.stack;
    exports org.gorrery.runtime.panics;
    exports org.gorrery.runtime.chan;
    exports org.gorrery.runtime.maps;
    exports org.gorrery.runtime.iface;
    exports org.gorrery.runtime.prof;
    exports org.gorrery.runtime.debug;
}
