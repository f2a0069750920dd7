package org.gorrery.formats.pprof;

import org.gorrery.formats.profile.Profile;

/// A profile as text, for comparing two of them completely.
public final class ProfileText {
    private ProfileText() {}

    /// {@return every part of a profile, line by line}
    /// @param p the profile
    public static String of(Profile p) {
        var s = new StringBuilder();
        s.append(p.head()).append('\n');
        p.mappings().forEach(m -> s.append(m).append('\n'));
        for (int i = 0; i < p.samples(); i++) {
            s.append("sample");
            for (int t = 0; t < p.head().sampleTypes().size(); t++) {
                s.append(' ').append(p.value(i, t));
            }
            s.append(' ').append(p.labels(i));
            for (int j = 0; j < p.depth(i); j++) {
                int loc = p.location(i, j);
                s.append(" @")
                        .append(Long.toHexString(p.address(loc)))
                        .append('/')
                        .append(p.mapping(loc));
                s.append(p.folded(loc) ? "folded" : "");
                for (int k = 0; k < p.lines(loc); k++) {
                    int f = p.function(loc, k);
                    s.append(' ')
                            .append(p.functionName(f))
                            .append('|')
                            .append(p.systemName(f))
                            .append('|');
                    s.append(p.fileName(f))
                            .append(':')
                            .append(p.line(loc, k))
                            .append(':')
                            .append(p.column(loc, k));
                    s.append('^').append(p.startLine(f));
                }
            }
            s.append('\n');
        }
        return s.toString();
    }
}
