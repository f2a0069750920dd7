package org.gorrery.app.cli;

import java.io.PrintStream;
import java.util.List;

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
        String command = args.isEmpty() ? "help" : args.getFirst();
        return switch (command) {
            case "version", "-version", "--version" -> {
                out.println(Version.line());
                yield 0;
            }
            case "help", "-h", "-help", "--help" -> {
                out.print(HELP);
                yield 0;
            }
            case "run" -> new RunCommand(out, err).run(args.subList(1, args.size()));
            case "check" -> new CheckCommand(out, err).run(args.subList(1, args.size()));
            default -> {
                err.println("gorrery: no command " + command + "; \"gorrery help\" lists them");
                yield MISUSE;
            }
        };
    }

    private static final String HELP =
            """
            usage: gorrery <command> [arguments]

              run       compiles and runs a program: gorrery run [flags] file.go... | folder [arguments]
              check     finds what does not compile: gorrery check [flags] file.go... | folder
              version   the version of Gorrery, Java and the machine
              help      this list
            """;
}
