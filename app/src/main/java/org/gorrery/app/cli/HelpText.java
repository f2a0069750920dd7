package org.gorrery.app.cli;

import java.util.Map;
import org.gorrery.session.Engine;
import org.gorrery.session.Explanation;

/// What `gorrery help` says: the list of commands, and a page for each that has flags.
final class HelpText {
    private HelpText() {}

    /// Whether there is more to say of a topic than of an unknown one; what a command without a page does stands in the list.
    static boolean knows(String topic) {
        return topic.isEmpty()
                || topic.equals("explorer")
                || COMMANDS.contains("\n  " + topic + " ")
                || !of(topic).equals(COMMANDS);
    }

    /// The page of a command, the explanation of a code, or else the list of commands.
    static String of(String topic) {
        String page = PAGES.getOrDefault(topic, SavedFileHelp.PAGES.get(topic));
        if (page != null || topic.isEmpty() || Character.isLowerCase(topic.charAt(0))) {
            return page == null ? COMMANDS : page;
        }
        return Explanation.of(topic, new Engine()).map(HelpText::explained).orElse(COMMANDS);
    }

    private static String explained(Explanation e) {
        var out = new StringBuilder(e.code()).append('\n');
        if (!e.section().isEmpty()) {
            out.append("Go specification: ").append(e.section()).append('\n');
        }
        if (!e.example().isEmpty()) {
            out.append('\n').append(e.example().indent(4)).append('\n');
            e.findings().forEach(f -> out.append(f).append('\n'));
        }
        return out.toString();
    }

    /// The list of commands.
    static final String COMMANDS =
            """
            usage: gorrery [file.go | folder | profile ...]   opens the explorer
                   gorrery <command> [arguments]

              run       compiles and runs a program: gorrery run [flags] file.go... | folder [arguments]
              test      runs tests as go test does: gorrery test [flags] [folder | import path | ...] [-args ...]
              check     finds what does not compile: gorrery check [flags] file.go... | folder... | ./...
              fmt       formats source as gofmt does: gorrery fmt [-l] [-d] [-w] [-s] [file.go | folder ...]
              snapshot  draws window and views into files, without a display: gorrery snapshot [-o FOLDER] file.go | saved file
              samples   lists the sample programs; -o FOLDER writes them there
              info      what a saved profile, trace, log or dump is and holds: gorrery info [--json] FILE...
              top       functions of a profile: gorrery top [-cum] [-focus=RE] FILE...
              diff      functions of one profile against another: gorrery diff BEFORE AFTER
              convert   gorrery convert --to pprof|folded|speedscope|csv|svg|html|trace|text FILE -o OUT
              version   the version of Gorrery, Java and the machine
              help      this list; "gorrery help run" and so on list the flags of a command
            """;

    private static final String PROGRAM_FLAGS =
            """
              -lang=go1.N         language version where no go.mod names one
              -tags=a,b           build tags that hold
              -goos= -goarch=     the target; else GOOS and GOARCH
              -goroot=DIR         a Go installation, for standard packages that Gorrery lacks; else GOROOT
              --dump=STAGE        shows what a stage of the compiler makes of the program: ast, types, ir, escape or class

            Flags of go run and go build such as -gcflags, -ldflags and -race are accepted and change nothing: there is no race detector.
            """;

    private static final Map<String, String> PAGES =
            Map.of(
                    "run",
                    """
                    usage: gorrery run [flags] file.go... | folder [arguments of the program]

                    Compiles and runs a program: its output, its exit code; 1 after errors in the source.
                    Files are all those of the program, leading arguments that end in .go.

                      -gomaxprocs=N       processors; else GOMAXPROCS
                      -gogc=N|off         growth of the heap between collections in percent; else GOGC
                      -gomemlimit=SIZE    memory limit, such as 512MiB; else GOMEMLIMIT
                      -godebug=a=1,b=2    what the runtime tells and does; else GODEBUG
                      -gotraceback=LEVEL  how much a crash shows; else GOTRACEBACK
                      -cpuprofile=FILE -memprofile=FILE -blockprofile=FILE -mutexprofile=FILE -trace=FILE
                                          written when the program ends, however it does
                    """
                            + PROGRAM_FLAGS
                            + """

                            A dump goes to standard error, before the program starts.
                            """,
                    "test",
                    """
                    usage: gorrery test [flags] [folder | import path | ./... | file.go ...] [-args ...]

                    Runs tests, examples and the seeds of fuzz tests, with -bench benchmarks too, and reports as go test does.
                    Exit status 1 where something failed.

                      -run -skip -bench -benchtime -benchmem -count -cpu -failfast -list -parallel -short -shuffle -timeout -v
                                          as for go test
                      -json               one JSON object for each event
                      -cpuprofile= -memprofile= -blockprofile= -mutexprofile= -trace= -outputdir=
                                          files for profiles
                      -goroot=DIR         a Go installation; its own packages can be tested by name
                      -ours               tests Gorrery's package with the tests of the installed Go's; so it is by itself
                                          where that package is bound to Go's own runtime
                      -partial            leaves out, and lists, tests that do not compile
                    """,
                    "check",
                    """
                    usage: gorrery check [flags] file.go... | folder... | ./...

                    Says what does not compile, and what compiles and is likely wrong (arguments of a format, copied locks, lost cancel
                    functions, code that is never reached, self-assignment, unkeyed fields), as file:line:col: message, on standard
                    error. Exit status 1 where there is an error, 0 where there are only warnings.

                      -e                  all errors; else at most ten per package
                      -codes              with the code of each finding, in brackets; "gorrery help CODE" explains it
                      -vet=on|off|shadow  warnings of what compiles and is likely wrong: as usual, none, or also of an err that hides another
                      -complete           a function without a body is an error
                    """
                            + PROGRAM_FLAGS
                            + """

                            A dump goes to standard output.
                            """,
                    "fmt",
                    """
                    usage: gorrery fmt [flags] [file.go | folder ...]

                    Formats as gofmt does: files, all .go files in and below folders, or standard input, which may be a piece of a file.
                    The result goes to standard output. Exit status 2 after an error.

                      -d   shows the difference instead; exit status 1 where there is one
                      -e   all errors; else the first ten of a file
                      -l   names the files whose form differs instead
                      -s   simplifies, too: types of elements, ends of slices, blank variables and declarations that say nothing
                      -w   writes the result into the files instead
                    """);
}
