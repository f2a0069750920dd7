package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The text of a doc comment: paragraphs, headings, lists, code and link targets, brought into standard form (`go doc go/doc/comment`,
/// "Syntax" and "Common mistakes and pitfalls").
///
/// First the lines are cut into spans by their indentation ([#cut]), then each span is written in its form.
final class DocText {
    private static final Pattern MARKER =
            Pattern.compile("(?:([0-9]+)[.)]|[•*+-])(?=[ \\t])(.*)", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("#[ \\t]+(?=\\S).*");
    private static final Pattern TARGET =
            Pattern.compile(
                    "\\[(.*?)\\]:[ \\t](\\s*(?:file|ftp|gopher|https?|mailto|nntp)://.*\\s*)");
    private static final Pattern NOT_IN_HEADING =
            Pattern.compile("[;:!?+*/=\\[\\]{}_^°&§~%#@<\">\\\\]|'(?!s(?: |$))|\\.(?: |$)");
    private static final Pattern REFERENCE = Pattern.compile("\\[([^\\[\\]]*)\\]");
    private static final Pattern QUOTES_AND_URLS =
            Pattern.compile("\\b(?:file|ftp|gopher|https?|mailto|nntp)://[^\\s'\"`]+|```+|``|''");
    private static final String ITEM_INDENT = "    ";

    private final List<String> lines;
    private final List<String> out = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();
    private int forcedUntil;

    private DocText(List<String> lines) {
        this.lines = lines;
    }

    /// A run of lines, `end` excluded.
    private record Span(Kind kind, int start, int end) {}

    private enum Kind {
        PARAGRAPH,
        HEADING,
        OLD_HEADING,
        CODE,
        LIST
    }

    /// The lines in standard form, without empty ones at either end.
    static List<String> format(List<String> lines) {
        var text = new DocText(unindented(lines));
        int end = 0;
        for (Span span : text.cut()) {
            text.write(span, end < span.start);
            end = span.end;
        }
        text.writeTargets();
        return text.out;
    }

    // --- lines

    private static List<String> unindented(List<String> lines) {
        List<String> kept = trimmed(lines);
        String prefix = null;
        for (String line : kept) {
            if (!line.isEmpty()) {
                prefix = prefix == null ? leading(line) : common(prefix, leading(line));
            }
        }
        String margin = prefix == null ? "" : prefix;
        List<String> cut = new ArrayList<>();
        for (String line : kept) {
            String rest = line.startsWith(margin) ? line.substring(margin.length()) : line;
            cut.add(rest.isBlank() ? "" : rest);
        }
        return trimmed(cut);
    }

    private static List<String> trimmed(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isEmpty()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isEmpty()) {
            to--;
        }
        return lines.subList(from, to);
    }

    private static String leading(String line) {
        int end = 0;
        while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
            end++;
        }
        return line.substring(0, end);
    }

    private static String common(String a, String b) {
        int end = 0;
        while (end < a.length() && end < b.length() && a.charAt(end) == b.charAt(end)) {
            end++;
        }
        return a.substring(0, end);
    }

    private static boolean indented(String line) {
        return line.startsWith(" ") || line.startsWith("\t");
    }

    private static @Nullable Matcher marker(String line) {
        Matcher matcher = MARKER.matcher(line.strip());
        return matcher.matches() && !matcher.group(2).isBlank() ? matcher : null;
    }

    private static boolean isItem(String line) {
        return marker(line) != null;
    }

    // --- spans

    private List<Span> cut() {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (true) {
            while (at < lines.size() && lines.get(at).isEmpty()) {
                at++;
            }
            if (at >= lines.size()) {
                return spans;
            }
            Span span =
                    at < forcedUntil || indented(lines.get(at)) ? indentedSpan(at) : flushSpan(at);
            if (span.end > span.start) {
                spans.add(span);
                at = span.end;
            }
        }
    }

    /// Code or a list: up to the next line at the margin, and a closing brace there.
    private Span indentedSpan(int start) {
        boolean looseItems = isItem(lines.get(start)) && start < forcedUntil;
        int end = start + 1;
        for (; end < lines.size(); end++) {
            String line = lines.get(end);
            looseItems &= !line.isEmpty();
            boolean belongs =
                    line.isEmpty()
                            || end < forcedUntil
                            || indented(line)
                            || looseItems && isItem(line);
            if (!belongs) {
                break;
            }
        }
        while (end > start && lines.get(end - 1).isEmpty()) {
            end--;
        }
        if (end < lines.size() && lines.get(end).startsWith("}")) {
            end++;
        }
        return new Span(isItem(lines.get(start)) ? Kind.LIST : Kind.CODE, start, end);
    }

    /// A paragraph or heading. Its last lines are left to what follows where that is indented and they look like its start; an empty span
    /// when nothing is left.
    private Span flushSpan(int start) {
        int end = start + 1;
        while (end < lines.size() && !lines.get(end).isEmpty() && !indented(lines.get(end))) {
            end++;
        }
        if (end < lines.size() && !lines.get(end).isEmpty() && !isItem(lines.get(end))) {
            String last = lines.get(end - 1);
            if (isItem(last)) {
                forcedUntil = end;
                do {
                    end--;
                } while (end > start && isItem(lines.get(end - 1)));
            } else if (last.endsWith("{") || last.endsWith("\\")) {
                forcedUntil = end;
                end--;
            }
        }
        boolean single = end - start == 1;
        if (single && HEADING.matcher(lines.get(start)).matches()) {
            return new Span(Kind.HEADING, start, end);
        }
        return new Span(
                single && isOldHeading(start) ? Kind.OLD_HEADING : Kind.PARAGRAPH, start, end);
    }

    /// A line alone between empty ones, with text at the margin after it, that reads like a title.
    private boolean isOldHeading(int at) {
        if (at == 0 || !lines.get(at - 1).isEmpty() || at + 2 >= lines.size()) {
            return false;
        }
        if (!lines.get(at + 1).isEmpty() || indented(lines.get(at + 2))) {
            return false;
        }
        String line = lines.get(at).strip();
        int first = line.codePointAt(0);
        int last = line.codePointBefore(line.length());
        return Character.isLetter(first)
                && Character.isUpperCase(first)
                && Character.isLetterOrDigit(last)
                && !NOT_IN_HEADING.matcher(line).find();
    }

    // --- writing

    private void write(Span span, boolean blankBefore) {
        List<String> part = lines.subList(span.start, span.end);
        switch (span.kind) {
            case PARAGRAPH -> paragraph(part);
            case HEADING -> {
                gap();
                out.add("# " + part.getFirst().substring(1).strip());
            }
            case OLD_HEADING -> {
                gap();
                out.add("# " + part.getFirst().strip());
            }
            case CODE -> {
                gap();
                unindented(part).forEach(line -> out.add(line.isEmpty() ? "" : "\t" + line));
            }
            case LIST -> list(part, blankBefore);
        }
    }

    private void gap() {
        if (!out.isEmpty()) {
            out.add("");
        }
    }

    private void paragraph(List<String> part) {
        if (isTargets(part)) {
            targets.addAll(part);
            return;
        }
        gap();
        out.addAll(List.of(quoted(String.join("\n", part)).split("\n", -1)));
    }

    private static boolean isTargets(List<String> part) {
        return part.stream().allMatch(line -> TARGET.matcher(line).matches());
    }

    /// An item: its number, empty for a bullet, and its paragraphs, each as lines.
    private record Item(String number, List<List<String>> paragraphs) {}

    private void list(List<String> part, boolean blankBefore) {
        List<Item> items = items(part);
        boolean loose =
                part.stream().anyMatch(String::isBlank)
                        || items.stream().anyMatch(item -> item.paragraphs.size() != 1);
        if (blankBefore || loose) {
            gap();
        }
        for (int i = 0; i < items.size(); i++) {
            if (i > 0 && loose) {
                out.add("");
            }
            item(items.get(i));
        }
    }

    private List<Item> items(List<String> part) {
        List<Item> items = new ArrayList<>();
        Matcher first = marker(part.getFirst());
        boolean numbered = first != null && first.group(1) != null;
        List<String> open = new ArrayList<>();
        for (String line : part) {
            Matcher marker = marker(line);
            String text = line;
            if (marker != null && numbered == (marker.group(1) != null)) {
                endParagraph(items, open);
                items.add(new Item(numbered ? marker.group(1) : "", new ArrayList<>()));
                text = marker.group(2);
            }
            if (text.isBlank()) {
                endParagraph(items, open);
            } else {
                open.add(text.strip());
            }
        }
        endParagraph(items, open);
        return items;
    }

    private void endParagraph(List<Item> items, List<String> open) {
        if (!open.isEmpty() && isTargets(open)) {
            targets.addAll(open);
        } else if (!open.isEmpty() && !items.isEmpty()) {
            items.getLast()
                    .paragraphs
                    .add(List.of(quoted(String.join("\n", open)).split("\n", -1)));
        }
        open.clear();
    }

    private void item(Item item) {
        String lead = " " + (item.number.isEmpty() ? " - " : item.number + ". ");
        for (int i = 0; i < item.paragraphs.size(); i++) {
            if (i > 0) {
                out.add("");
            }
            for (String line : item.paragraphs.get(i)) {
                out.add(lead + line);
                lead = ITEM_INDENT;
            }
        }
        if (item.paragraphs.isEmpty()) {
            out.add(lead.stripTrailing());
        }
    }

    /// Text with `` and '' as typographic quotes, except in addresses.
    private String quoted(String text) {
        prose.append(text).append('\n');
        return QUOTES_AND_URLS
                .matcher(text)
                .replaceAll(found ->
                        switch (found.group()) {
                            case "``" -> "“";
                            case "''" -> "”";
                            default -> Matcher.quoteReplacement(found.group());
                        });
    }

    /// The link targets at the end: those that are used, then, apart, the others.
    private void writeTargets() {
        var used =
                REFERENCE
                        .matcher(prose)
                        .results()
                        .map(found -> found.group(1).replace('\n', ' ').replace('\t', ' '))
                        .collect(Collectors.toSet());
        for (boolean wanted : new boolean[] {true, false}) {
            boolean first = true;
            for (String target : targets) {
                Matcher parts = TARGET.matcher(target);
                if (parts.matches() && used.contains(parts.group(1)) == wanted) {
                    if (first) {
                        out.add("");
                        first = false;
                    }
                    out.add("[" + parts.group(1) + "]: " + parts.group(2).strip());
                }
            }
        }
    }
}
