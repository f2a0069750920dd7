/// Go source to JVM class files.
module org.gorrery.compiler {
    requires transitive org.gorrery.abi;
    requires static org.jspecify;

    exports org.gorrery.compiler.build to
            org.gorrery.session;
    exports org.gorrery.compiler.codegen to
            org.gorrery.session;
    exports org.gorrery.compiler.source to
            org.gorrery.session;
}
