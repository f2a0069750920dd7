package org.gorrery.runtime.maps;

/// Two goroutines use a map at once and one of them writes: a fatal error in Go.
public final class ConcurrentMapException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String text;

    /// @param text Go's words for it
    public ConcurrentMapException(String text) {
        super(text, null, false, false);
        this.text = text;
    }

    /// Go's words for it.
    public String text() {
        return text;
    }
}
