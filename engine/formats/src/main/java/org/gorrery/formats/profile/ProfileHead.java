package org.gorrery.formats.profile;

import java.util.List;

/// What a profile says about itself, beside its samples.
///
/// @param sampleTypes what each value of a sample measures, in file order
/// @param defaultSampleType type name to show first; empty means the last one
/// @param periodType what a sampling period is counted in
/// @param period events between samples, in units of `periodType`
/// @param timeNanos when it was taken, nanoseconds since 1970 UTC; 0 unknown
/// @param durationNanos how long it ran; 0 where that has no meaning
/// @param comments free text
/// @param dropFrames regular expression of functions to hide with all below them; empty for none
/// @param keepFrames regular expression of exceptions to `dropFrames`
/// @param docUrl where the profile type is explained; empty for nowhere
public record ProfileHead(
        List<ValueType> sampleTypes,
        String defaultSampleType,
        ValueType periodType,
        long period,
        long timeNanos,
        long durationNanos,
        List<String> comments,
        String dropFrames,
        String keepFrames,
        String docUrl) {
    /// Copies the lists.
    public ProfileHead {
        sampleTypes = List.copyOf(sampleTypes);
        comments = List.copyOf(comments);
    }

    /// Makes a head with types and period only.
    ///
    /// @param sampleTypes what each value measures
    /// @param periodType what a period is counted in
    /// @param period events between samples
    /// @return a head with everything else unset
    public static ProfileHead of(List<ValueType> sampleTypes, ValueType periodType, long period) {
        return new ProfileHead(sampleTypes, "", periodType, period, 0, 0, List.of(), "", "", "");
    }

    /// Changes when it was taken.
    ///
    /// @param newTimeNanos nanoseconds since 1970 UTC
    /// @param newDurationNanos how long it ran
    /// @return a changed copy
    public ProfileHead withTimes(long newTimeNanos, long newDurationNanos) {
        return new ProfileHead(
                sampleTypes,
                defaultSampleType,
                periodType,
                period,
                newTimeNanos,
                newDurationNanos,
                comments,
                dropFrames,
                keepFrames,
                docUrl);
    }

    /// Changes the type shown first.
    ///
    /// @param type name of a sample type, or empty
    /// @return a changed copy
    public ProfileHead withDefaultSampleType(String type) {
        return new ProfileHead(
                sampleTypes,
                type,
                periodType,
                period,
                timeNanos,
                durationNanos,
                comments,
                dropFrames,
                keepFrames,
                docUrl);
    }

    /// Changes the period.
    ///
    /// @param newPeriod events between samples
    /// @return a changed copy
    public ProfileHead withPeriod(long newPeriod) {
        return new ProfileHead(
                sampleTypes,
                defaultSampleType,
                periodType,
                newPeriod,
                timeNanos,
                durationNanos,
                comments,
                dropFrames,
                keepFrames,
                docUrl);
    }

    /// Replaces the comments.
    ///
    /// @param newComments free text
    /// @return a changed copy
    public ProfileHead withComments(List<String> newComments) {
        return new ProfileHead(
                sampleTypes,
                defaultSampleType,
                periodType,
                period,
                timeNanos,
                durationNanos,
                newComments,
                dropFrames,
                keepFrames,
                docUrl);
    }

    /// Finds the type that is shown when nothing else is asked: the default type, else the last.
    ///
    /// @return index into [#sampleTypes]; 0 when there are none
    public int defaultIndex() {
        for (int i = 0; i < sampleTypes.size(); i++) {
            if (!defaultSampleType.isEmpty()
                    && sampleTypes.get(i).type().equals(defaultSampleType)) {
                return i;
            }
        }
        return Math.max(0, sampleTypes.size() - 1);
    }

    /// Finds a type by name.
    ///
    /// @param type the type's name
    /// @return its index, or -1
    public int indexOf(String type) {
        for (int i = 0; i < sampleTypes.size(); i++) {
            if (sampleTypes.get(i).type().equals(type)) {
                return i;
            }
        }
        return -1;
    }
}
