package org.gorrery.app.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// What the user chose and opened, kept in a folder of theirs from one start to the next. On the FX thread.
///
/// What cannot be read or written is left out with a line in the log: nothing in the window depends on it.
public final class Preferences {
    /// How many files are remembered.
    static final int MOST_RECENT = 8;

    private static final System.Logger LOG = System.getLogger(Preferences.class.getName());

    /// A file that was open.
    ///
    /// @param measured whether a real program saved it; else it is source that our engine runs
    /// @param kind what it is, such as `CPU profile`
    public record Recent(boolean measured, String kind, Path path) {}

    private final Optional<Path> folder;
    private final List<Recent> recent = new ArrayList<>();

    private Preferences(Optional<Path> folder) {
        this.folder = folder;
        for (String line : lines("recent")) {
            String[] part = line.split("\t", 3);
            if (part.length == 3 && recent.size() < MOST_RECENT) {
                recent.add(new Recent(part[0].equals("measured"), part[1], Path.of(part[2])));
            }
        }
    }

    /// Kept nowhere.
    public static Preferences none() {
        return new Preferences(Optional.empty());
    }

    /// Kept in a folder, which is made when there is something to keep.
    public static Preferences in(Path folder) {
        return new Preferences(Optional.of(folder));
    }

    /// Kept where the system wants it: `XDG_CONFIG_HOME`, `APPDATA`, `Library/Preferences`.
    public static Preferences ofUser(Map<String, String> env, String system) {
        String home = env.getOrDefault("HOME", "");
        String base =
                system.startsWith("Windows")
                        ? env.getOrDefault("APPDATA", "")
                        : system.startsWith("Mac")
                                ? home + "/Library/Preferences"
                                : env.getOrDefault("XDG_CONFIG_HOME", home + "/.config");
        Path folder = Path.of(base, "gorrery");
        return base.isEmpty() || !folder.isAbsolute() ? none() : in(folder);
    }

    /// The files that were open, the last one first.
    public List<Recent> recent() {
        return List.copyOf(recent);
    }

    /// Remembers a file.
    public void opened(Recent file) {
        recent.removeIf(r -> r.path().equals(file.path()));
        recent.addFirst(file);
        if (recent.size() > MOST_RECENT) {
            recent.removeLast();
        }
        keepRecent();
    }

    /// Forgets all files.
    public void forgetRecent() {
        recent.clear();
        keepRecent();
    }

    private void keepRecent() {
        var text = new StringBuilder();
        for (Recent r : recent) {
            text.append(r.measured() ? "measured" : "simulated")
                    .append('\t')
                    .append(r.kind().replace('\t', ' '))
                    .append('\t')
                    .append(r.path())
                    .append('\n');
        }
        keep("recent", text.toString());
    }

    /// The keys that the user chose.
    public Properties keys() {
        var out = new Properties();
        for (String line : lines("keys")) {
            int at = line.indexOf('=');
            if (at > 0) {
                out.setProperty(line.substring(0, at).strip(), line.substring(at + 1).strip());
            }
        }
        return out;
    }

    /// Keeps the keys that the user chose.
    public void keepKeys(Properties keys) {
        var text = new StringBuilder();
        keys.stringPropertyNames().stream()
                .sorted()
                .forEach(k -> text.append(k).append('=').append(keys.getProperty(k)).append('\n'));
        keep("keys", text.toString());
    }

    private List<String> lines(String name) {
        if (folder.isEmpty() || !Files.isRegularFile(folder.get().resolve(name))) {
            return List.of();
        }
        try {
            return Files.readAllLines(folder.get().resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot read " + folder.get().resolve(name), e);
            return List.of();
        }
    }

    private void keep(String name, String text) {
        if (folder.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder.get());
            Files.writeString(folder.get().resolve(name), text);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot write " + folder.get().resolve(name), e);
        }
    }
}
