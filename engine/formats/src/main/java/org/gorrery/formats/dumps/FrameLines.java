package org.gorrery.formats.dumps;

/// Takes the two lines of a frame apart.
final class FrameLines {
    private FrameLines() {}

    /// Makes a frame of its call line and its position line; the latter may be empty.
    static TraceFrame frame(String call, String position) {
        int open = argumentsStart(call);
        String function = open < 0 ? call : call.substring(0, open);
        String arguments = open < 0 ? "" : call.substring(open + 1, call.length() - 1);
        return position(function, arguments, position.strip());
    }

    /// Finds the parenthesis that the final one closes; -1 where the line does not end in one.
    private static int argumentsStart(String call) {
        if (!call.endsWith(")")) {
            return -1;
        }
        int depth = 0;
        for (int i = call.length() - 1; i >= 0; i--) {
            char c = call.charAt(i);
            if (c == ')') {
                depth++;
            } else if (c == '(' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /// Parses `FILE:LINE +0xOFF fp=0x… sp=0x… pc=0x…`; the line number follows the last colon.
    static TraceFrame position(String function, String arguments, String position) {
        String rest = position;
        int cut = rest.indexOf(" fp=0x");
        if (cut < 0) {
            cut = rest.indexOf(" pc=0x");
        }
        if (cut >= 0) {
            rest = rest.substring(0, cut);
        }
        long offset = -1;
        int plus = rest.lastIndexOf(" +0x");
        if (plus >= 0) {
            offset = hex(rest.substring(plus + 4));
            rest = rest.substring(0, plus);
        }
        int colon = rest.lastIndexOf(':');
        int line = colon < 0 ? 0 : decimal(rest.substring(colon + 1));
        String file = line > 0 ? rest.substring(0, colon) : rest;
        return new TraceFrame(function, arguments, file, line, offset);
    }

    private static long hex(String s) {
        try {
            return Long.parseUnsignedLong(s, 16);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static int decimal(String s) {
        try {
            return Integer.parseInt(s);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
