package org.gorrery.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A program that ships with Gorrery, with its lesson.
///
/// @param name such as `primes`
/// @param source the Go program
/// @param lesson what to watch
public record Sample(String name, String source, Lesson lesson) {
    private static final String FOLDER = "org/gorrery/samples/";

    /// All of them, in the order in which to read them.
    public static List<Sample> all() {
        return read(FOLDER + "index")
                .orElse("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Sample::load)
                .toList();
    }

    /// The sample of a name.
    public static Optional<Sample> named(String name) {
        return all().stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /// Name of its file.
    public String fileName() {
        return name + ".go";
    }

    private static Sample load(String name) {
        String folder = FOLDER + name + "/";
        return new Sample(
                name,
                required(folder + name + ".go"),
                Lesson.parse(required(folder + "lesson.md")));
    }

    private static String required(String resource) {
        return read(resource)
                .orElseThrow(() -> new IllegalStateException("sample without " + resource));
    }

    private static Optional<String> read(String resource) {
        try (InputStream in = Sample.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
