package org.gorrery.app.cli;

import java.io.PrintStream;
import java.util.List;
import org.gorrery.session.CheckRules;
import org.gorrery.session.Compilation;
import org.gorrery.session.Engine;

/// `gorrery check`: diagnostics only.
///
/// @param out where answers go
/// @param err where findings go
record CheckCommand(PrintStream out, PrintStream err) {
    int run(List<String> args) {
        try {
            var flags = ProgramFlags.parse(args, System.getenv());
            var findings =
                    new Engine()
                            .check(
                                    flags.source(),
                                    flags.options(),
                                    new CheckRules(
                                            flags.allErrors(),
                                            flags.flags().containsKey("complete")));
            findings.forEach(err::println);
            return findings.stream().allMatch(Compilation.Finding::warning) ? 0 : 1;
        } catch (ProgramFlags.Misuse e) {
            err.println("gorrery check: " + e.getMessage());
            return Main.MISUSE;
        }
    }
}
