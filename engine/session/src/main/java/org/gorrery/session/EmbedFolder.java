package org.gorrery.session;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.jspecify.annotations.Nullable;

/// The files that a pattern of `//go:embed` means in a folder (`go doc embed`).
final class EmbedFolder {
    private static final String QUESTION = "//go:embed ";
    private static final String ALL = "all:";

    private final Path folder;

    private EmbedFolder(Path folder) {
        this.folder = folder;
    }

    /// The answer to a question for embedded files, or null where it is for a package.
    ///
    /// @param fromPath the Go file that asks
    static PackageFinder.@Nullable Found answer(String question, String fromPath) {
        if (!question.startsWith(QUESTION)) {
            return null;
        }
        var parent = Path.of(fromPath).toAbsolutePath().getParent();
        try {
            return new EmbedFolder(parent == null ? Path.of("") : parent)
                    .match(question.substring(QUESTION.length()));
        } catch (IOException e) {
            return new PackageFinder.Found(null, String.valueOf(e.getMessage()));
        }
    }

    private PackageFinder.Found match(String written) throws IOException {
        boolean all = written.startsWith(ALL);
        String pattern = all ? written.substring(ALL.length()) : written;
        if (!isValid(pattern)) {
            return new PackageFinder.Found(null, "invalid pattern syntax");
        }
        List<Path> matched = new ArrayList<>();
        try {
            glob(folder, pattern.equals(".") ? List.of() : List.of(pattern.split("/")), matched);
        } catch (PatternSyntaxException e) {
            return new PackageFinder.Found(null, "invalid pattern syntax");
        }
        if (matched.isEmpty()) {
            return new PackageFinder.Found(null, "no matching files found");
        }
        var files = new TreeMap<String, byte[]>();
        for (Path p : matched) {
            String name = name(p);
            if (Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS)) {
                files.put(name, Files.readAllBytes(p));
            } else if (Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS)) {
                int before = files.size();
                walk(p, all, files);
                if (files.size() == before) {
                    return new PackageFinder.Found(
                            null,
                            "cannot embed directory " + name + ": contains no embeddable files");
                }
            } else {
                return new PackageFinder.Found(null, "cannot embed irregular file " + name);
            }
        }
        var texts = new ArrayList<FileText>();
        files.forEach((name, bytes) -> texts.add(new FileText(name, bytes)));
        return new PackageFinder.Found(new PackageFiles(QUESTION + written, texts, "", false), "");
    }

    private static boolean isValid(String pattern) {
        if (pattern.equals(".")) {
            return true;
        }
        for (String part : pattern.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private String name(Path p) {
        String relative = folder.relativize(p).toString().replace('\\', '/');
        return relative.isEmpty() ? "." : relative;
    }

    /// Finds what a pattern means, part by part.
    private static void glob(Path at, List<String> parts, List<Path> found) throws IOException {
        if (parts.isEmpty()) {
            found.add(at);
            return;
        }
        if (!Files.isDirectory(at)) {
            return;
        }
        var expression = Pattern.compile(expression(parts.getFirst()), Pattern.DOTALL);
        try (var entries = Files.list(at)) {
            for (Path entry : entries.sorted().toList()) {
                if (expression.matcher(String.valueOf(entry.getFileName())).matches()) {
                    glob(entry, parts.subList(1, parts.size()), found);
                }
            }
        }
    }

    /// A part of a pattern (`go doc path.Match`) as a regular expression.
    private static String expression(String part) {
        var out = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            switch (c) {
                case '*' -> out.append(".*");
                case '?' -> out.append('.');
                case '[' -> {
                    int end = part.indexOf(']', i + 2);
                    if (end < 0) {
                        throw new PatternSyntaxException("unclosed class", part, i);
                    }
                    out.append(part, i, end + 1);
                    i = end;
                }
                case '\\' -> {
                    if (++i == part.length()) {
                        throw new PatternSyntaxException("trailing backslash", part, i);
                    }
                    out.append(Pattern.quote(String.valueOf(part.charAt(i))));
                }
                default -> out.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return out.toString();
    }

    /// Adds the files below a folder, but for hidden ones unless all are wanted, and for other modules.
    private void walk(Path top, boolean all, TreeMap<String, byte[]> files) throws IOException {
        Files.walkFileTree(
                top,
                new SimpleFileVisitor<>() {
                    private boolean hidden(Path p) {
                        String name = String.valueOf(p.getFileName());
                        return !p.equals(top)
                                && !all
                                && (name.startsWith(".") || name.startsWith("_"));
                    }

                    @Override
                    public FileVisitResult preVisitDirectory(Path p, BasicFileAttributes a) {
                        boolean module = !p.equals(top) && Files.exists(p.resolve("go.mod"));
                        return hidden(p) || module
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path p, BasicFileAttributes a)
                            throws IOException {
                        if (a.isRegularFile() && !hidden(p)) {
                            files.put(name(p), Files.readAllBytes(p));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
