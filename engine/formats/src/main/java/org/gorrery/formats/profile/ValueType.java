package org.gorrery.formats.profile;

/// What one value of a sample measures.
///
/// @param type the dimension, such as `inuse_space`
/// @param unit the unit as written in the file, such as `bytes`
public record ValueType(String type, String unit) {
    /// No type at all, where a file names none.
    public static final ValueType NONE = new ValueType("", "");

    @Override
    public String toString() {
        return type + "/" + unit;
    }
}
