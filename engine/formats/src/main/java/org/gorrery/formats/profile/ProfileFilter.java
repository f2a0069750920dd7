package org.gorrery.formats.profile;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.gorrery.formats.profile.Profile.Label;
import org.jspecify.annotations.Nullable;

/// Filters of a profile, with the meaning pprof gives them. Empty text means: no such filter.
///
/// Expressions match anywhere in a function's name, its file, or the mapping's file.
///
/// @param focus keep samples with a matching frame
/// @param ignore drop samples with a matching frame; wins over focus
/// @param hide take matching frames out of stacks
/// @param show take all other frames out of stacks
/// @param showFrom drop frames above the outermost matching one, and samples without any
/// @param pruneFrom drop frames below (called by) the innermost match, towards the leaf
/// @param tagFocus keep samples whose labels match
/// @param tagIgnore drop samples whose labels match
/// @param tagShow keep only labels whose key matches
/// @param tagHide drop labels whose key matches
/// @param noInlines whether inlined calls are shown as part of the function they were inlined into
public record ProfileFilter(
        String focus,
        String ignore,
        String hide,
        String show,
        String showFrom,
        String pruneFrom,
        String tagFocus,
        String tagIgnore,
        String tagShow,
        String tagHide,
        boolean noInlines) {
    /// Nothing is filtered.
    public static final ProfileFilter NONE =
            new ProfileFilter("", "", "", "", "", "", "", "", "", "", false);

    /// Sets one filter by the name that pprof's option has.
    ///
    /// @param name `focus`, `ignore`, `hide`, `show`, `show_from`, `prune_from`, `tagfocus`, `tagignore`, `tagshow`,
    ///     `taghide` or `noinlines`
    /// @param value the expression; for `noinlines` anything but `false`
    /// @return a changed copy, or null when there is no such filter
    public @Nullable ProfileFilter with(String name, String value) {
        String[] f = {
            focus, ignore, hide, show, showFrom, pruneFrom, tagFocus, tagIgnore, tagShow, tagHide
        };
        List<String> names =
                List.of(
                        "focus",
                        "ignore",
                        "hide",
                        "show",
                        "show_from",
                        "prune_from",
                        "tagfocus",
                        "tagignore",
                        "tagshow",
                        "taghide");
        int i = names.indexOf(name);
        boolean inlines = noInlines;
        if (i >= 0) {
            f[i] = value;
        } else if (name.equals("noinlines")) {
            inlines = !value.equals("false");
        } else {
            return null;
        }
        return new ProfileFilter(
                f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], inlines);
    }

    /// Applies all filters, in pprof's order: functions, show-from, labels, prune-from, inlining.
    ///
    /// @param profile any profile
    /// @return the filtered profile; its functions, mappings and strings keep their indices
    /// @throws java.util.regex.PatternSyntaxException when an expression cannot be parsed
    public Profile apply(Profile profile) {
        if (equals(NONE)) {
            return profile;
        }
        var edit = new ProfileEdit(profile);
        byFunction(edit);
        if (!showFrom.isEmpty()) {
            edit.showFrom(Pattern.compile(showFrom));
        }
        byLabel(edit);
        if (!pruneFrom.isEmpty()) {
            edit.pruneFrom(Pattern.compile(pruneFrom));
        }
        if (noInlines) {
            edit.dropInlined();
        }
        return edit.build();
    }

    private void byFunction(ProfileEdit edit) {
        if (!focus.isEmpty() || !ignore.isEmpty() || !hide.isEmpty() || !show.isEmpty()) {
            edit.focusHideShow(pattern(focus), pattern(ignore), pattern(hide), pattern(show));
        }
    }

    private void byLabel(ProfileEdit edit) {
        if (!tagFocus.isEmpty() || !tagIgnore.isEmpty()) {
            LabelMatch wanted = tagFocus.isEmpty() ? null : LabelMatch.parse(tagFocus);
            LabelMatch unwanted = tagIgnore.isEmpty() ? null : LabelMatch.parse(tagIgnore);
            edit.keepSamples(s -> {
                List<Label> labels = edit.source().labels(s);
                return (wanted == null || wanted.holds(labels))
                        && (unwanted == null || !unwanted.holds(labels));
            });
        }
        if (!tagShow.isEmpty() || !tagHide.isEmpty()) {
            Pattern wanted = pattern(tagShow);
            Pattern unwanted = pattern(tagHide);
            edit.keepLabels(key ->
                    (wanted == null || wanted.matcher(key).find())
                            && (unwanted == null || !unwanted.matcher(key).find()));
        }
    }

    private static @Nullable Pattern pattern(String text) {
        return text.isEmpty() ? null : Pattern.compile(text);
    }

    /// Takes out the frames that the profile itself asks to hide by its drop_frames and keep_frames.
    ///
    /// @param profile any profile
    /// @return the same profile where it asks for nothing or its expressions cannot be used
    public static Profile withoutDroppedFrames(Profile profile) {
        String drop = profile.head().dropFrames();
        if (drop.isEmpty() || drop.length() > 4096) {
            return profile;
        }
        try {
            Pattern dropped = Pattern.compile("^(?:" + drop + ")$");
            String keep = profile.head().keepFrames();
            Pattern kept = keep.isEmpty() ? null : Pattern.compile("^(?:" + keep + ")$");
            var edit = new ProfileEdit(profile);
            edit.dropFrames(dropped, kept);
            return edit.build();
        } catch (
                IllegalArgumentException
                        unusable) { // a bad expression, or one that backtracks without end
            return profile;
        }
    }

    /// Keeps samples of which a test holds, for selections that are not expressions (a time range, a thread).
    ///
    /// @param profile any profile
    /// @param keep test by index of the sample
    /// @return the profile with the other samples left out
    public static Profile samples(Profile profile, java.util.function.IntPredicate keep) {
        var edit = new ProfileEdit(profile);
        edit.keepSamples(keep);
        return edit.build();
    }

    @Override
    public String toString() {
        return Arrays.asList(
                        focus, ignore, hide, show, showFrom, pruneFrom, tagFocus, tagIgnore,
                        tagShow, tagHide)
                + (noInlines ? " noinlines" : "");
    }
}
