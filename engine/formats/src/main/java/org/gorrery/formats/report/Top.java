package org.gorrery.formats.report;

import java.util.List;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.ProfileMerge;
import org.gorrery.formats.profile.ShownNames;
import org.gorrery.formats.profile.TopTable;
import org.gorrery.formats.profile.ValueType;

/// The commands `gorrery top FILE…` and `gorrery diff BEFORE AFTER`: tables of functions, with pprof's filters.
public final class Top {
    private Top() {}

    /// Runs `gorrery top`; several files are added up.
    ///
    /// @param arguments what follows `top` on the command line
    /// @return what to print
    public static CommandResult run(List<String> arguments) {
        try {
            ProfileArguments a = ProfileArguments.parse("top", arguments);
            if (a.files().isEmpty()) {
                return CommandResult.misuse(
                        "usage: gorrery top [-cum] [-focus=RE] [-sample_index=TYPE] ... FILE...");
            }
            return CommandResult.ok(table(a, read(a)));
        } catch (ProfileArguments.Refused e) {
            return e.result();
        } catch (IllegalArgumentException e) {
            return CommandResult.failed("gorrery top: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            return CommandResult.outOfMemory("top");
        }
    }

    /// Runs `gorrery diff`: the second file minus the first; percentages are of the first.
    ///
    /// @param arguments what follows `diff` on the command line
    /// @return what to print
    public static CommandResult diff(List<String> arguments) {
        try {
            ProfileArguments a = ProfileArguments.parse("diff", arguments);
            if (a.files().size() != 2) {
                return CommandResult.misuse(
                        "usage: gorrery diff [-normalize] [-cum] [-focus=RE] ... BEFORE AFTER");
            }
            Profile before = a.profile(a.files().get(0));
            Profile after = a.profile(a.files().get(1));
            Profile change = ProfileMerge.diff(after, before, a.on("normalize"), !a.on("base"));
            return CommandResult.ok(table(a, change));
        } catch (ProfileArguments.Refused e) {
            return e.result();
        } catch (IllegalArgumentException e) {
            return CommandResult.failed("gorrery diff: " + e.getMessage());
        }
    }

    /// Reads and adds up the files; with -base or -diff_base takes another one away.
    static Profile read(ProfileArguments a) throws ProfileArguments.Refused {
        var profiles = new java.util.ArrayList<Profile>();
        for (String f : a.files()) {
            profiles.add(a.profile(f));
        }
        Profile sum = profiles.size() == 1 ? profiles.getFirst() : ProfileMerge.sum(profiles);
        String diffBase = a.value("diff_base").orElse("");
        String base = a.value("base").orElse(diffBase);
        if (base.isEmpty() || base.equals("true")) {
            return sum;
        }
        return ProfileMerge.diff(sum, a.profile(base), a.on("normalize"), !diffBase.isEmpty());
    }

    private static String table(ProfileArguments a, Profile profile)
            throws ProfileArguments.Refused {
        Profile whole = a.withLabelFrames(ShownNames.of(profile));
        Profile shown = a.filtered(whole);
        int type = a.sampleType(whole);
        ValueType t = whole.head().sampleTypes().get(type);
        boolean relative = a.on("relative_percentages");
        TopTable table = TopTable.of(shown, relative ? shown : whole, a.options(type));
        return "Type: " + t.type() + "\n" + TopText.of(table, a.unit(), a.ratio());
    }
}
