package org.gorrery.runtime.iface;

/// An interface holds a value of a type without `==`: a run-time panic in Go. The entry points turn it into one.
public final class UncomparableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String text;

    /// @param text as Go's runtime error says it: `comparing uncomparable type []int`
    public UncomparableException(String text) {
        super(text, null, false, false);
        this.text = text;
    }

    /// Go's words, without `runtime error: `.
    public String text() {
        return text;
    }
}
