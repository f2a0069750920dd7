/// Go source to JVM class files.
module org.gorrery.compiler {
    requires transitive org.gorrery.abi;
    requires static transitive org.jspecify;

    exports org.gorrery.compiler.build;
    exports org.gorrery.compiler.escape;
    exports org.gorrery.compiler.source;
    exports org.gorrery.compiler.syntax;
}
