package org.gorrery.formats.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.gorrery.formats.json.JsonWriter;
import org.gorrery.formats.profile.FlameTree;

/// A flame graph and a table of functions as one HTML page that needs nothing else: zoom, search, callers or callees, light
/// and dark.
public final class FlameHtml {
    private static final String PAGE = "flame.html";

    private FlameHtml() {}

    /// Makes the page.
    ///
    /// @param tree the tree
    /// @param unit unit of its values
    /// @param title what it shows, with the file it was measured in
    /// @return the document
    public static String of(FlameTree tree, String unit, String title) {
        int n = tree.size();
        int[] frame = new int[n];
        int[] depth = new int[n];
        int[] end = new int[n];
        long[] total = new long[n];
        long[] self = new long[n];
        for (int i = 0; i < n; i++) {
            frame[i] = tree.frame(i);
            depth[i] = tree.depth(i);
            end[i] = tree.end(i);
            total[i] = tree.total(i);
            self[i] = tree.self(i);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < tree.frames().size(); i++) {
            names.add(tree.frames().name(i));
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("unit", unit);
        data.put("names", names);
        data.put("frame", frame);
        data.put("depth", depth);
        data.put("end", end);
        data.put("total", total);
        data.put("self", self);
        // "</" would end the script early inside a string
        String json = JsonWriter.compact(data).replace("</", "<\\/");
        return page().replace("%TITLE%", FlameSvg.escape(title)).replace("%DATA%", json);
    }

    private static String page() {
        try (InputStream in = FlameHtml.class.getResourceAsStream(PAGE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + PAGE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
