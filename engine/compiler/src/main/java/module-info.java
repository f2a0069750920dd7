/// Go source to JVM class files.
module org.gorrery.compiler {
    requires transitive org.gorrery.abi;
    requires static org.jspecify;

    exports org.gorrery.compiler.build;
    exports org.gorrery.compiler.codegen;
    exports org.gorrery.compiler.source;
}
