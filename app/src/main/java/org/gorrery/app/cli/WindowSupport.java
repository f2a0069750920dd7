package org.gorrery.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What this machine offers for a window, as the launcher found it, in words for the user.
///
/// @param display whether there is a display that JavaFX can use
/// @param missing libraries of Linux that JavaFX needs and that are not there
record WindowSupport(Display display, List<Library> missing) {
    /// The system property that says which display there is: `yes`, `no` or `wayland`.
    static final String DISPLAY_PROPERTY = "gorrery.display";

    /// The system property with the names of missing libraries, separated by commas.
    static final String MISSING_PROPERTY = "gorrery.libraries.missing";

    /// A display, as JavaFX sees it.
    enum Display {
        /// There is one, or the system always has one.
        PRESENT,
        /// There is none.
        NONE,
        /// A Wayland session that offers no X11 display.
        WAYLAND_ONLY
    }

    /// A library of Linux that JavaFX loads.
    enum Library {
        GTK3("gtk3", "GTK 3", "libgtk-3-0", false),
        XTST("xtst", "libXtst", "libxtst6", false),
        PANGO("pango", "Pango", "libpangoft2-1.0-0", true),
        FREETYPE("freetype", "FreeType", "libfreetype6", true),
        FONTCONFIG("fontconfig", "Fontconfig", "libfontconfig1", true);

        private final String key;
        private final String title;
        private final String debianPackage;
        private final boolean drawsText;

        Library(String key, String title, String debianPackage, boolean drawsText) {
            this.key = key;
            this.title = title;
            this.debianPackage = debianPackage;
            this.drawsText = drawsText;
        }
    }

    WindowSupport {
        missing = List.copyOf(missing);
    }

    /// Reads what the launcher passed on. Without the launcher, all is taken to be there.
    ///
    /// @param property system properties by name
    static WindowSupport from(Map<String, String> property) {
        var display =
                switch (property.getOrDefault(DISPLAY_PROPERTY, "yes")) {
                    case "no" -> Display.NONE;
                    case "wayland" -> Display.WAYLAND_ONLY;
                    default -> Display.PRESENT;
                };
        var named = List.of(property.getOrDefault(MISSING_PROPERTY, "").split(","));
        var missing = new ArrayList<Library>();
        for (Library library : Library.values()) {
            if (named.contains(library.key)) {
                missing.add(library);
            }
        }
        return new WindowSupport(display, missing);
    }

    /// Whether a window can be opened.
    boolean canOpenWindow() {
        return display == Display.PRESENT && missing.isEmpty();
    }

    /// Whether pictures can be drawn with text in them, with or without a display.
    boolean canDrawText() {
        return missing.stream().noneMatch(library -> library.drawsText);
    }

    /// Why there is no window, what works all the same, and how to get one; empty if a window can open.
    List<String> explanation() {
        if (canOpenWindow()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        switch (display) {
            case PRESENT -> {}
            case NONE -> lines.add("No window: there is no display (DISPLAY is not set).");
            case WAYLAND_ONLY ->
                    lines.add(
                            "No window: this Wayland session has no X server (DISPLAY is not set).");
        }
        if (!missing.isEmpty()) {
            lines.add(
                    "Libraries that JavaFX needs are missing: "
                            + joined(", ", library -> library.title)
                            + ".");
        }
        lines.add(
                canDrawText()
                        ? "What works without: run, check, info and the other commands, and snapshot, which draws into files."
                        : "What works without: run, check, info and the other commands that draw nothing.");
        lines.add("To get a window:");
        if (!missing.isEmpty()) {
            lines.add(
                    "  Debian, Ubuntu   apt install "
                            + joined(" ", library -> library.debianPackage));
            lines.add("  Fedora           dnf install gtk3 libXtst pango freetype fontconfig");
        }
        switch (display) {
            case PRESENT -> {}
            case NONE ->
                    lines.add(
                            "  start gorrery in a desktop session, or with ssh -X, or under xvfb-run");
            case WAYLAND_ONLY -> lines.add("  start gorrery with Xwayland switched on");
        }
        return List.copyOf(lines);
    }

    private String joined(String separator, Function<Library, String> name) {
        return missing.stream().map(name).collect(Collectors.joining(separator));
    }
}
