package org.gorrery.session;

/// How tests are compiled.
///
/// @param ours whether Gorrery's own package is tested with the folder's tests; without it that happens only where the folder's package,
///     one of a Go installation, is bound to Go's own runtime
/// @param partial whether what does not compile is left out, as far as it is in test files
/// @param profiles whether the tests must be able to write profiles
public record TestRequest(boolean ours, boolean partial, boolean profiles) {}
