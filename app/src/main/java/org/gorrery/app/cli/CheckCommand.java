package org.gorrery.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.gorrery.session.CheckRules;
import org.gorrery.session.Compilation;
import org.gorrery.session.Dump;
import org.gorrery.session.Engine;
import org.gorrery.session.Source;

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
            boolean codes = flags.flags().containsKey("codes");
            var told = new LinkedHashSet<String>();
            boolean fine = true;
            var sources = sources(flags);
            var engine = new Engine();
            for (var source : sources) {
                for (var found : engine.check(source, flags.options(), rules(flags))) {
                    var f = NamedProgram.isPattern(flags.source()) ? fromHere(found) : found;
                    told.add(codes ? f.withCode() : f.toString());
                    fine &= f.warning();
                }
            }
            told.forEach(err::println);
            return fine ? 0 : 1;
        } catch (IOException e) {
            err.println("gorrery check: cannot read the packages: " + e.getMessage());
            return 1;
        } catch (NamedProgram.Unfit e) {
            err.println("gorrery check: " + e.getMessage());
            return 1;
        } catch (ProgramFlags.Misuse e) {
            err.println("gorrery check: " + e.getMessage());
            return Main.MISUSE;
        }
    }

    /// The sources named: files of one package, or folders, each a package; of a pattern with `...` the folders of all packages that it means.
    private static List<Source> sources(ProgramFlags flags)
            throws IOException, ProgramFlags.Misuse, NamedProgram.Unfit {
        var given = flags.options().args();
        var named = new ArrayList<Source>(List.of(flags.source()));
        for (var more : given.subList(1, given.size())) {
            if (given.getFirst().endsWith(".go") || more.endsWith(".go")) {
                throw new ProgramFlags.Misuse(
                        more + ": name the files of one package, or folders, not both");
            }
            named.add(new Source.Files(List.of(Path.of(more))));
        }
        var sources = new ArrayList<Source>();
        var meant = new NamedProgram(new Engine(), Path.of("").toAbsolutePath(), flags.options());
        for (var source : named) {
            sources.addAll(meant.packages(source));
        }
        return sources;
    }

    /// Packages that others import are named by their whole paths; those below the working directory need not be.
    private static Compilation.Finding fromHere(Compilation.Finding finding) {
        String here = Path.of("").toAbsolutePath() + "/";
        return finding.file().startsWith(here)
                ? finding.inFile(finding.file().substring(here.length()))
                : finding;
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
