/// The Go standard library.
module org.gorrery.library {
    requires transitive org.gorrery.abi;
    requires transitive org.gorrery.formats;
    requires transitive org.gorrery.runtime;
    requires static transitive org.jspecify;

    exports org.gorrery.library;
}
