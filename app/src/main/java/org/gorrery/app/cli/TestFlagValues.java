package org.gorrery.app.cli;

import java.util.Set;
import java.util.regex.Pattern;

/// What values the flags of `test` may have; refusals in the words of `go test`.
final class TestFlagValues {
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");
    private static final Pattern DURATION =
            Pattern.compile("[-+]?(0|((\\d+\\.?\\d*|\\.\\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern NATURAL = Pattern.compile("[0-9]{1,18}");

    private TestFlagValues() {}

    /// Whether a switch of that value is off.
    static boolean isFalse(String value) {
        return FALSE.contains(value);
    }

    /// Refuses a value that the flag cannot have.
    ///
    /// @param truth whether it is a switch
    static void check(String name, String value, boolean truth) throws ProgramFlags.Misuse {
        if (truth) {
            checkTruth(name, value);
            return;
        }
        boolean fine =
                switch (name) {
                    case "timeout" -> DURATION.matcher(value).matches();
                    case "count" -> NATURAL.matcher(value).matches();
                    case "parallel" -> INTEGER.matcher(value).matches();
                    default -> true;
                };
        if (!fine) {
            throw new ProgramFlags.Misuse(
                    "invalid value \"" + value + "\" for flag -" + name + ": parse error");
        }
        boolean order = value.equals("on") || value.equals("off");
        if (name.equals("shuffle") && !order && !INTEGER.matcher(value).matches()) {
            throw new ProgramFlags.Misuse(
                    "invalid value \""
                            + value
                            + "\" for flag -shuffle: it must be \"on\", \"off\", or an integer");
        }
    }

    private static void checkTruth(String name, String value) throws ProgramFlags.Misuse {
        boolean known = TRUE.contains(value) || FALSE.contains(value);
        if (!known && !(name.equals("v") && value.equals("test2json"))) {
            throw new ProgramFlags.Misuse(
                    "invalid boolean value \"" + value + "\" for -" + name + ": parse error");
        }
    }
}
