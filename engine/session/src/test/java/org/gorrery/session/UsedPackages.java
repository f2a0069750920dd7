package org.gorrery.session;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The import declarations of a text of Go, found from the packages that it names.
final class UsedPackages {
    private static final List<String> KNOWN =
            List.of(
                    "bufio",
                    "bytes",
                    "container/list",
                    "context",
                    "errors",
                    "fmt",
                    "io",
                    "log",
                    "log/slog",
                    "maps",
                    "math",
                    "math/big",
                    "os",
                    "reflect",
                    "runtime",
                    "slices",
                    "strconv",
                    "strings",
                    "sync",
                    "sync/atomic",
                    "text/tabwriter",
                    "text/template",
                    "time",
                    "unsafe");

    private UsedPackages() {}

    /// The declarations, a line each.
    static String imports(String text) {
        return KNOWN.stream()
                .filter(path -> isUsed(path, text))
                .map(path -> "import \"" + path + "\"\n")
                .collect(Collectors.joining());
    }

    private static boolean isUsed(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Pattern.compile("(?<![\\w.\"])" + name + "\\.[A-Z]").matcher(text).find();
    }
}
