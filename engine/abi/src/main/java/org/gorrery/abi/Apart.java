package org.gorrery.abi;

/// The type of a last parameter, always null, of a compiled method that the JVM shall not inline into others.
///
/// HotSpot's optimising compiler never inlines a method whose signature names a class that the method's loader has not loaded. Null fits
/// every class, so nothing ever asks the loader of a run for this one; should it be loaded nevertheless (by reflection, say), the method
/// is only inlined again.
public final class Apart {
    private Apart() {}
}
