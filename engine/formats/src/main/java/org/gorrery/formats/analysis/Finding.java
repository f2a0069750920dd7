package org.gorrery.formats.analysis;

/// Something worth knowing, in plain words.
///
/// @param severity how much it matters
/// @param rule short name of the rule that found it, such as `lock convoy`
/// @param sentence what is the matter and what to do
/// @param evidence the figures and the threshold they were measured against
/// @param goroutine index of a goroutine to look at, -1 none
/// @param fromNanos where to look in time, -1 nowhere
public record Finding(
        Severity severity,
        String rule,
        String sentence,
        String evidence,
        int goroutine,
        long fromNanos) {
    /// How much a finding matters.
    public enum Severity {
        /// Worth knowing.
        NOTE,
        /// Probably costs time or memory.
        WARNING,
        /// Certainly wrong.
        PROBLEM
    }

    /// Makes a finding that points nowhere in particular.
    ///
    /// @param severity how much it matters
    /// @param rule name of the rule
    /// @param sentence what is the matter
    /// @param evidence the figures
    /// @return the finding
    public static Finding of(Severity severity, String rule, String sentence, String evidence) {
        return new Finding(severity, rule, sentence, evidence, -1, -1);
    }
}
