package org.gorrery.app.cli;

import java.util.Map;
import java.util.TreeMap;

/// The environment that a program is to see: that of the command, as it was before the launcher changed the locale for the JVM.
final class ProgramEnvironment {
    /// Holds `=` and the former LC_ALL, or nothing where there was none.
    private static final String FORMER = "GORRERY_LC_ALL";

    private static final String LC_ALL = "LC_ALL";

    private ProgramEnvironment() {}

    static Map<String, String> of(Map<String, String> own) {
        String former = own.get(FORMER);
        if (former == null) {
            return own;
        }
        var changed = new TreeMap<>(own);
        changed.remove(FORMER);
        changed.remove(LC_ALL);
        if (former.startsWith("=")) {
            changed.put(LC_ALL, former.substring(1));
        }
        return changed;
    }
}
