package org.gorrery.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gorrery.app.shell.Sample;

/// `gorrery samples`: lists the sample programs, or writes them into a folder.
///
/// @param out where answers go
/// @param err where complaints go
record SamplesCommand(PrintStream out, PrintStream err) {
    int run(List<String> args) {
        if (args.isEmpty()) {
            for (Sample sample : Sample.all()) {
                out.printf("%-12s %s%n", sample.name(), sample.lesson().title());
                out.printf("%-12s %s%n", "", sample.lesson().summary());
            }
            out.println();
            out.println(
                    "gorrery                      opens the explorer, whose first page shows them");
            out.println("gorrery samples -o FOLDER    writes them there as Go files");
            return 0;
        }
        if (args.size() == 2 && args.getFirst().equals("-o")) {
            return write(Path.of(args.get(1)));
        }
        err.println("usage: gorrery samples [-o FOLDER]");
        return Main.MISUSE;
    }

    private int write(Path folder) {
        try {
            for (Sample sample : Sample.all()) {
                Path own = Files.createDirectories(folder.resolve(sample.name()));
                Files.writeString(own.resolve(sample.fileName()), sample.source());
                out.println(own.resolve(sample.fileName()));
            }
            return 0;
        } catch (IOException e) {
            err.println("gorrery samples: cannot write: " + e.getMessage());
            return 1;
        }
    }
}
