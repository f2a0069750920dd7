/// Go source to JVM class files.
module org.gorrery.compiler {
    requires transitive org.gorrery.abi;
    requires static org.jspecify;
}
