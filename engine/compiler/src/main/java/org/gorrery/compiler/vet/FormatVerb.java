package org.gorrery.compiler.vet;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A verb of package fmt: which flags it knows and what it prints (`go doc fmt`).
///
/// @param kinds of argument; empty for any
record FormatVerb(String flags, Set<Kind> kinds) {
    /// What an argument may be.
    enum Kind {
        BOOL,
        INT,
        BYTE,
        RUNE,
        STRING,
        FLOAT,
        COMPLEX,
        POINTER,
        ERROR
    }

    private static final String NUMERIC = " -+.0";
    private static final String ALTERNATE = NUMERIC + "#";

    /// By letter.
    static final Map<Character, FormatVerb> ALL = all();

    private static Map<Character, FormatVerb> all() {
        var map = new HashMap<Character, FormatVerb>();
        map.put('b', of(ALTERNATE, Kind.INT, Kind.FLOAT, Kind.COMPLEX, Kind.POINTER));
        map.put('c', of("-", Kind.RUNE, Kind.INT));
        map.put('d', of(NUMERIC, Kind.INT, Kind.POINTER));
        for (char c : "eEfFgG".toCharArray()) {
            map.put(c, of(ALTERNATE, Kind.FLOAT, Kind.COMPLEX));
        }
        map.put('o', of(ALTERNATE, Kind.INT, Kind.POINTER));
        map.put('O', of(ALTERNATE, Kind.INT, Kind.POINTER));
        map.put('p', of("-#", Kind.POINTER));
        map.put('q', of(ALTERNATE, Kind.RUNE, Kind.BYTE, Kind.INT, Kind.STRING));
        map.put('s', of(NUMERIC, Kind.STRING));
        map.put('t', of("-", Kind.BOOL));
        map.put('T', of("-"));
        map.put('U', of("-#", Kind.RUNE, Kind.INT));
        map.put('v', of(ALTERNATE));
        map.put('w', of(ALTERNATE, Kind.ERROR));
        for (char c : "xX".toCharArray()) {
            map.put(
                    c,
                    of(
                            ALTERNATE,
                            Kind.RUNE,
                            Kind.INT,
                            Kind.STRING,
                            Kind.POINTER,
                            Kind.FLOAT,
                            Kind.COMPLEX));
        }
        return Map.copyOf(map);
    }

    private static FormatVerb of(String flags, Kind... kinds) {
        var set = EnumSet.noneOf(Kind.class);
        set.addAll(java.util.List.of(kinds));
        return new FormatVerb(flags, set);
    }

    /// The verb that does not take one kind.
    FormatVerb without(Kind kind) {
        var rest = EnumSet.copyOf(kinds);
        rest.remove(kind);
        return new FormatVerb(flags, rest);
    }

    boolean takes(Kind kind) {
        return kinds.contains(kind);
    }
}
