package org.gorrery.app.cli;

import java.io.PrintStream;
import java.util.List;
import org.gorrery.session.CheckRules;
import org.gorrery.session.Compilation;
import org.gorrery.session.Dump;
import org.gorrery.session.Engine;

/// `gorrery check`: diagnostics only, or with `--dump` what a stage of the compiler makes.
///
/// @param out where answers go
/// @param err where findings go
record CheckCommand(PrintStream out, PrintStream err) {
    int run(List<String> args) {
        try {
            var flags = ProgramFlags.parse(args, ProgramEnvironment.of(System.getenv()));
            var stage = flags.dump();
            if (stage.isPresent()) {
                return dump(flags, stage.get());
            }
            var findings = new Engine().check(flags.source(), flags.options(), rules(flags));
            boolean codes = flags.flags().containsKey("codes");
            findings.forEach(f -> err.println(codes ? f.withCode() : f.toString()));
            return findings.stream().allMatch(Compilation.Finding::warning) ? 0 : 1;
        } catch (ProgramFlags.Misuse e) {
            err.println("gorrery check: " + e.getMessage());
            return Main.MISUSE;
        }
    }

    private static CheckRules rules(ProgramFlags flags) throws ProgramFlags.Misuse {
        String vet = flags.flags().getOrDefault("vet", "on");
        if (!List.of("on", "off", "shadow").contains(vet)) {
            throw new ProgramFlags.Misuse("-vet=" + vet + " is none of on, off and shadow");
        }
        return new CheckRules(
                flags.allErrors(),
                flags.flags().containsKey("complete"),
                !vet.equals("off"),
                vet.equals("shadow"));
    }

    private int dump(ProgramFlags flags, Dump.Stage stage) {
        return switch (new Engine().dump(flags.source(), flags.options(), stage)) {
            case Dump.Shown shown -> {
                out.print(shown.text());
                out.flush();
                yield 0;
            }
            case Dump.Refused refused -> {
                refused.findings().forEach(err::println);
                yield 1;
            }
        };
    }
}
