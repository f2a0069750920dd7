package org.gorrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gorrery.formats.report.CommandResult;
import org.gorrery.formats.report.Convert;
import org.gorrery.formats.report.Info;
import org.gorrery.formats.report.Top;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedFileHelpTest {
    private static final Pattern FLAG = Pattern.compile("(?m)(?<=^  | )--?[a-z_]+=?");

    @ParameterizedTest
    @ValueSource(strings = {"info", "top", "diff", "convert"})
    void everyFlagOnThePageIsOneThatTheCommandKnows(String command) {
        String page = HelpText.of(command);
        List<String> flags =
                FLAG.matcher(page.replaceAll("go tool pprof -top", ""))
                        .results()
                        .map(MatchResult::group)
                        .toList();
        assertTrue(flags.size() >= 3, page);
        for (String flag : flags) {
            CommandResult r =
                    command(command).apply(List.of(flag.endsWith("=") ? flag + "1" : flag, "1"));
            assertFalse(r.err().contains("unknown flag"), flag + ": " + r.err());
        }
    }

    private static Function<List<String>, CommandResult> command(String name) {
        return switch (name) {
            case "info" -> Info::run;
            case "top" -> Top::run;
            case "diff" -> Top::diff;
            default -> Convert::run;
        };
    }
}
