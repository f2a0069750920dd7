package org.gorrery.app.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gorrery.formats.report.CommandResult;
import org.gorrery.formats.report.Convert;
import org.gorrery.formats.report.Info;
import org.gorrery.formats.report.Top;

/// The command line: picks the command and answers with its exit status.
public final class Main {
    /// Exit status of a command line that cannot be understood.
    static final int MISUSE = 64;

    private Main() {}

    /// Runs the command that `args` name and ends the process with its status.
    ///
    /// @param args what the user typed after the name of the launcher
    public static void main(String[] args) {
        int status = run(List.of(args), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /// Runs one command.
    ///
    /// @param args command and its arguments
    /// @param out where answers go
    /// @param err where complaints go
    /// @return the exit status
    static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.isEmpty()) {
            return new ExplorerCommand(out, err).run(List.of());
        }
        String command = args.getFirst();
        List<String> rest = args.subList(1, args.size());
        return switch (command) {
            case "version", "-version", "--version" -> {
                out.println(Version.line());
                yield 0;
            }
            case "help", "-h", "-help", "--help" -> {
                String topic = rest.isEmpty() ? "" : rest.getFirst();
                if (!HelpText.knows(topic)) {
                    err.println("gorrery help: nothing is known by the name " + topic);
                    err.print(HelpText.of(""));
                    yield MISUSE;
                }
                out.print(HelpText.of(topic));
                yield 0;
            }
            case "run" -> new RunCommand(out, err).run(rest);
            case "test" ->
                    new TestCommand(out, err, Path.of("").toAbsolutePath(), RunCommand.engine())
                            .run(rest);
            case "check" -> new CheckCommand(out, err).run(rest);
            case "fmt" -> new FmtCommand(System.in, out, err).run(rest);
            case "snapshot" -> new SnapshotCommand(out, err).run(rest);
            case "samples" -> new SamplesCommand(out, err).run(rest);
            case "info" -> printed(Info.run(rest), out, err);
            case "top" -> printed(Top.run(rest), out, err);
            case "diff" -> printed(Top.diff(rest), out, err);
            case "convert" -> printed(Convert.run(rest), out, err);
            case "explorer" -> new ExplorerCommand(out, err).run(rest);
            default -> {
                if (Files.exists(Path.of(command))) {
                    yield new ExplorerCommand(out, err).run(args);
                }
                err.println(
                        "gorrery: no command and no file "
                                + command
                                + "; \"gorrery help\" lists the commands");
                yield MISUSE;
            }
        };
    }

    private static int printed(CommandResult result, PrintStream out, PrintStream err) {
        out.print(result.out());
        err.print(result.err());
        return result.exitCode();
    }
}
