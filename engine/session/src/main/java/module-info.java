/// Joins the parts of the engine into what the app sees.
module org.gorrery.session {
    requires transitive org.gorrery.abi;
    requires transitive org.gorrery.formats;
    requires org.gorrery.compiler;
    requires org.gorrery.library;
    requires org.gorrery.runtime;
    requires static transitive org.jspecify;

    exports org.gorrery.session;
}
