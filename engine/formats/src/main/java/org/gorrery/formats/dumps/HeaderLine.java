package org.gorrery.formats.dumps;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// The line that introduces a goroutine: `goroutine 7 gp=0x… m=nil [chan receive, 5 minutes, locked to thread]:`.
record HeaderLine(
        long id,
        String status,
        String reason,
        int waitMinutes,
        boolean locked,
        boolean leaked,
        boolean durable,
        int bubble,
        boolean hasPointers,
        Map<String, String> labels,
        String labelText) {
    private static final Pattern HEADER =
            Pattern.compile(
                    "goroutine (\\d{1,18})( gp=0x[0-9a-f]+)?( m=(?:\\d+|nil))?( mp=0x[0-9a-f]+)? \\[(.*)]:\\s*");
    private static final Pattern MINUTES = Pattern.compile(", (\\d{1,9}) minutes");
    private static final Pattern BUBBLE = Pattern.compile(", synctest bubble (\\d{1,9})");

    /// Parses a line; null when it is no header.
    static @Nullable HeaderLine parse(String line) {
        if (!line.startsWith("goroutine ")) {
            return null;
        }
        Matcher m = HEADER.matcher(line);
        if (!m.matches()) {
            return null;
        }
        String inside = m.group(5);
        String labelText = "";
        int at = inside.indexOf(" labels:{");
        if (at >= 0 && inside.endsWith("}")) {
            labelText = inside.substring(at + " labels:".length());
            inside = inside.substring(0, at);
        }
        int minutes = number(MINUTES, inside);
        int bubble = number(BUBBLE, inside);
        String status = MINUTES.matcher(inside).replaceFirst("");
        boolean leaked = status.contains(" (leaked)");
        boolean durable = status.contains(" (durable)");
        String reason = BUBBLE.matcher(status).replaceFirst("").replace(", locked to thread", "");
        for (String mark : new String[] {" (leaked)", " (scan)", " (durable)", " (synctest)"}) {
            reason = reason.replace(mark, "");
        }
        return new HeaderLine(
                Long.parseLong(m.group(1)),
                status,
                reason,
                minutes,
                status.contains(", locked to thread"),
                leaked,
                durable,
                bubble,
                m.group(2) != null,
                labels(labelText),
                labelText);
    }

    private static int number(Pattern p, String s) {
        Matcher m = p.matcher(s);
        return m.find() ? Integer.parseInt(m.group(1)) : 0;
    }

    private static Map<String, String> labels(String text) {
        var result = new LinkedHashMap<String, String>();
        try {
            if (!text.isEmpty() && JsonReader.read(text) instanceof Map<?, ?> map) {
                map.forEach((k, v) -> result.put(String.valueOf(k), String.valueOf(v)));
            }
        } catch (FormatException notJson) {
            result.put("", text);
        }
        return result;
    }
}
