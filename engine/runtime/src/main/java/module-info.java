/// What compiled Go programs run on.
module org.gorrery.runtime {
    requires transitive org.gorrery.abi;
    requires static transitive org.jspecify;

    exports org.gorrery.runtime.entry;
    exports org.gorrery.runtime.sched;
}
