package org.gorrery.compiler.build;

/// A Go file as found.
///
/// @param name as shown in diagnostics and tracebacks
public record FileText(String name, byte[] utf8) {}
