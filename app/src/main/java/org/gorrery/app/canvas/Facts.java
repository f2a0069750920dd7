package org.gorrery.app.canvas;

import java.util.List;

/// What a tooltip tells of a thing.
///
/// @param letter in the box before the title; empty for none
/// @param colour style class of that box, such as `g-state-running`; empty for none
/// @param title what it is
/// @param figure its most telling figure, right of the title
/// @param subtitle which one it is
/// @param rows facts in two columns
/// @param lines places in the source, or other lines in the mono face
public record Facts(
        String letter,
        String colour,
        String title,
        String figure,
        String subtitle,
        List<Row> rows,
        List<String> lines) {
    /// Copies the lists.
    public Facts {
        rows = List.copyOf(rows);
        lines = List.copyOf(lines);
    }

    /// One fact.
    public record Row(String name, String value) {}

    /// All of it as text, for copying.
    public String text() {
        var out =
                new StringBuilder(title).append("  ").append(figure).append('\n').append(subtitle);
        rows.forEach(r -> out.append('\n').append(r.name()).append(": ").append(r.value()));
        lines.forEach(l -> out.append('\n').append(l));
        return out.toString();
    }
}
