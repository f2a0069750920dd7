package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;

/// One directive of a format string of package fmt, such as `%-*.[3]d`.
///
/// @param text as written
/// @param offset of the `%` in the format, in bytes
/// @param args numbers of the arguments read, from 0, those of `*` first; the verb's last, unless it is `%%`
/// @param stars how many of `args` are widths and precisions
/// @param flags those of `#0+- ` that are there
/// @param verb its letter; 0 where there is none
/// @param indexed whether an argument number is given
/// @param fault what makes it unreadable, empty where nothing does
public record FormatDirective(
        String text,
        int offset,
        String flags,
        char verb,
        List<Integer> args,
        int stars,
        boolean indexed,
        String fault) {
    /// The directives of a format (bytes as characters) in order; an unreadable one ends the list.
    public static List<FormatDirective> of(String format) {
        var list = new ArrayList<FormatDirective>();
        int next = 0;
        for (int i = format.indexOf('%'); i >= 0; ) {
            var reader = new Reader(format, i, next);
            var d = reader.read();
            list.add(d);
            if (!d.fault.isEmpty()) {
                break;
            }
            next = reader.next;
            i = format.indexOf('%', reader.at);
        }
        return list;
    }

    /// Reads one directive.
    private static final class Reader {
        private final String format;
        private final int start;
        private final List<Integer> args = new ArrayList<>();
        private int at;
        private int next;
        private boolean indexed;
        private String fault = "";

        Reader(String format, int start, int next) {
            this.format = format;
            this.start = start;
            this.at = start + 1;
            this.next = next;
        }

        FormatDirective read() {
            int from = at;
            while (at < format.length() && "#0+- ".indexOf(format.charAt(at)) >= 0) {
                at++;
            }
            String flags = format.substring(from, at);
            index();
            number();
            if (at < format.length() && format.charAt(at) == '.') {
                at++;
                index();
                number();
            }
            index();
            int stars = args.size();
            char verb = 0;
            if (fault.isEmpty() && at >= format.length()) {
                fault = "format " + format.substring(start) + " is missing verb at end of string";
            } else if (fault.isEmpty()) {
                verb = format.charAt(at++);
                if (verb != '%') {
                    args.add(next++);
                }
            }
            return new FormatDirective(
                    format.substring(start, at), start, flags, verb, args, stars, indexed, fault);
        }

        /// `[n]`.
        private void index() {
            if (at >= format.length() || format.charAt(at) != '[' || !fault.isEmpty()) {
                return;
            }
            int close = format.indexOf(']', at);
            String text = close < 0 ? "" : format.substring(at + 1, close);
            if (close < 0) {
                fault = "format " + format.substring(start) + " is missing closing ]";
            } else if (!text.matches("[1-9][0-9]{0,8}")) {
                fault = "format has invalid argument index [" + text + "]";
            } else {
                indexed = true;
                next = Integer.parseInt(text) - 1;
                at = close + 1;
            }
        }

        private void number() {
            if (at < format.length() && format.charAt(at) == '*') {
                at++;
                args.add(next++);
            } else {
                while (at < format.length() && Character.isDigit(format.charAt(at))) {
                    at++;
                }
            }
        }
    }
}
