/// Saved profiles, traces, logs and dumps, read and written.
module org.gorrery.formats {
    requires transitive org.gorrery.abi;
    requires static transitive org.jspecify;

    exports org.gorrery.formats;
    exports org.gorrery.formats.analysis;
    exports org.gorrery.formats.dumps;
    exports org.gorrery.formats.exectrace;
    exports org.gorrery.formats.export;
    exports org.gorrery.formats.gc;
    exports org.gorrery.formats.input;
    exports org.gorrery.formats.json;
    exports org.gorrery.formats.logs;
    exports org.gorrery.formats.pprof;
    exports org.gorrery.formats.profile;
    exports org.gorrery.formats.report;
}
