/// Saved profiles, traces, logs and dumps, read and written.
module org.gorrery.formats {
    requires transitive org.gorrery.abi;
    requires static org.jspecify;
}
