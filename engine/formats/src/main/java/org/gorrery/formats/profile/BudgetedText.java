package org.gorrery.formats.profile;

/// Text for a regular expression that came out of a file: reads beyond a budget end the
/// match, so that an expression made to backtrack for ever gives up.
final class BudgetedText implements CharSequence {
    private static final int READS_PER_CHAR = 2_000;

    private final String text;
    private int budget;

    BudgetedText(String text) {
        this.text = text;
        this.budget = 1_000 + text.length() * READS_PER_CHAR;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--budget < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /// The expression needed too many steps.
    static final class Exhausted extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("the regular expression needs too many steps");
        }
    }
}
