package org.gorrery.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What random programs are put together from: texts of the test resources below `random`, each file of one theme.
///
/// A line `// name` at the left margin of a file of pieces begins the piece of that name.
final class GoPieces {
    private static final String NAME = "// ";

    private final Map<String, String> pieces = new LinkedHashMap<>();

    private GoPieces() {}

    /// The pieces of the file `<file>.txt`.
    static GoPieces of(String file) {
        var read = new GoPieces();
        String name = "";
        var text = new StringBuilder();
        for (String line : (all(file + ".txt") + NAME).lines().toList()) {
            if (!line.startsWith(NAME)) {
                text.append(line).append('\n');
                continue;
            }
            if (!text.isEmpty() && read.pieces.put(name, text.toString()) != null) {
                throw new IllegalArgumentException(file + ".txt has two pieces " + name);
            }
            name = line.substring(NAME.length());
            text.setLength(0);
        }
        return read;
    }

    /// The pieces of several files, in order.
    static List<String> texts(String... files) {
        var list = new ArrayList<String>();
        for (String file : files) {
            list.addAll(of(file).pieces.values());
        }
        return List.copyOf(list);
    }

    /// The piece of a name.
    GoPiece named(String name) {
        String text = pieces.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no piece " + name + " among " + pieces.keySet());
        }
        return new GoPiece(text);
    }

    /// The lines of a file, each one thing to draw.
    static List<String> lines(String file) {
        return all(file).lines().toList();
    }

    /// The text of a file, its lines ended as Go's are.
    static String all(String file) {
        try (var in = GoPieces.class.getResourceAsStream("/random/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no test resource random/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
