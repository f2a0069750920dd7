package org.gorrery.app.cli;

/// Which Gorrery this is, and what it runs on.
final class Version {
    /// The version of the project, equal to the one in the parent pom.
    static final String GORRERY = "0.1.0-SNAPSHOT";

    private Version() {}

    /// The one line that `gorrery version` prints.
    static String line() {
        return "gorrery "
                + GORRERY
                + ", Java "
                + Runtime.version().feature()
                + ", "
                + System.getProperty("os.name")
                + "/"
                + System.getProperty("os.arch");
    }
}
