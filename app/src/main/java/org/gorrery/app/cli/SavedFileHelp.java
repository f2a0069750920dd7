package org.gorrery.app.cli;

import java.util.Map;

/// The pages of `gorrery help` for the commands that read saved files.
final class SavedFileHelp {
    private SavedFileHelp() {}

    private static final String FILTERS =
            """
              -focus=RE -ignore=RE       keeps, drops samples with a function that matches
              -hide=RE -show=RE          leaves functions out of stacks; keeps only those that match
              -show_from=RE -prune_from=RE
                                         cuts stacks above, below the function that matches
              -tagfocus= -tagignore= -tagshow= -taghide= -tagroot= -tagleaf=
                                         the same by labels, as pprof's flags of these names
              -sample_index=TYPE         which value counts, by name or number; -inuse_space and its sisters work too
              -functions -filefunctions -files -lines -addresses -noinlines
                                         what is told apart
              -profile=sync|net|syscall|sched|cpu -from=TIME -until=TIME
                                         which profile of an execution trace, and of which part
            """;

    private static final String TABLE =
            """
              -cum                       order by the value with callees
              -nodecount=N -nodefraction=F -trim=false
                                         how much is shown
              -unit=UNIT -mean -divide_by=N -relative_percentages
                                         how values are shown
            """;

    static final Map<String, String> PAGES =
            Map.of(
                    "info",
                    """
                    usage: gorrery info [flags] FILE...

                    Says what a file is and who wrote it: profiles, execution traces, logs of the runtime, goroutine dumps, crash reports,
                    heap dumps, runtime metrics, folded stacks; plain, or in gzip, zstd or zip. It is known by its contents, never by its name.
                    Totals, first entries and what is wrong with it follow. Exit status 1 where a file cannot be read or is none of these.

                      --json              every fact, as JSON
                      -from=TIME -until=TIME
                                          of an execution trace this part only, counted from its start: 1.5s, 200ms
                      -estimate           what loading it would take, without doing it
                    """,
                    "top",
                    """
                    usage: gorrery top [flags] FILE...

                    Functions of a profile, as go tool pprof -top shows them; several files are added up.

                    """
                            + TABLE
                            + "  -base=FILE -diff_base=FILE   takes that profile away; percentages of what is left, or of it\n"
                            + FILTERS,
                    "diff",
                    """
                    usage: gorrery diff [flags] BEFORE AFTER

                    Functions of AFTER with the values of BEFORE taken away.

                      -normalize                 scales BEFORE to the total of AFTER first
                    """
                            + TABLE
                            + FILTERS,
                    "convert",
                    """
                    usage: gorrery convert --to FORMAT [flags] FILE... -o OUT

                    Writes a profile as pprof (for go tool pprof), folded (stacks, a line each), speedscope, csv, svg (a flame graph),
                    html (a page with one, which needs nothing else) or text; a trace also as trace (for go tool trace).

                      -title=TEXT                of svg and html
                      -inverted                  callers grow out of callees
                    """
                            + TABLE
                            + FILTERS);
}
