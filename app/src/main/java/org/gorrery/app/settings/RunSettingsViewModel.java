package org.gorrery.app.settings;

import java.util.Map;
import java.util.OptionalInt;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.gorrery.session.RunOptions;
import org.gorrery.target.Target;

/// The knobs of a program's next run. GOMAXPROCS and GOGC act on a running program, too; the rest waits for the next.
public final class RunSettingsViewModel {
    /// GOGC=off.
    public static final int OFF = -1;

    /// Most Ps that can be asked for.
    public static final int MOST_PROCS = 256;

    /// CPU samples a second, as Go takes them.
    private static final int SAMPLES_PER_SECOND = 100;

    private final IntegerProperty gomaxprocs =
            new SimpleIntegerProperty(
                    this, "GOMAXPROCS", Runtime.getRuntime().availableProcessors());
    private final IntegerProperty gogc = new SimpleIntegerProperty(this, "GOGC", 100);
    private final StringProperty godebug = new SimpleStringProperty(this, "GODEBUG", "");
    private final StringProperty goos = new SimpleStringProperty(this, "GOOS", "linux");
    private final StringProperty goarch = new SimpleStringProperty(this, "GOARCH", "amd64");

    /// Number of Ps.
    public IntegerProperty gomaxprocs() {
        return gomaxprocs;
    }

    /// Growth in percent that starts a collection, [#OFF] for never.
    public IntegerProperty gogc() {
        return gogc;
    }

    /// `name=value,…`
    public StringProperty godebug() {
        return godebug;
    }

    /// Operating system.
    public StringProperty goos() {
        return goos;
    }

    /// Architecture.
    public StringProperty goarch() {
        return goarch;
    }

    /// What a user typed for GOGC: a percentage, or `off`.
    public static OptionalInt parseGogc(String typed) {
        String text = typed.strip();
        if (text.equalsIgnoreCase("off")) {
            return OptionalInt.of(OFF);
        }
        return parse(text, 0, Integer.MAX_VALUE);
    }

    /// What a user typed for GOMAXPROCS.
    public static OptionalInt parseGomaxprocs(String typed) {
        return parse(typed.strip(), 1, MOST_PROCS);
    }

    private static OptionalInt parse(String digits, int least, int most) {
        if (!digits.matches("[0-9]{1,9}")) {
            return OptionalInt.empty();
        }
        int value = Integer.parseInt(digits);
        return value >= least && value <= most ? OptionalInt.of(value) : OptionalInt.empty();
    }

    /// GOGC as Go writes it.
    public static String gogcText(int percent) {
        return percent < 0 ? "off" : Integer.toString(percent);
    }

    /// The options of the next run, with events and CPU samples.
    public RunOptions options() {
        return RunOptions.DEFAULT
                .withTarget(Target.of(goos.get(), goarch.get()).orElse(Target.LINUX_AMD64))
                .withGomaxprocs(gomaxprocs.get())
                .withGogc(gogc.get())
                .withGodebug(godebug.get().strip())
                .withProcess(java.util.List.of(), Map.of())
                .withObservation(true, SAMPLES_PER_SECOND);
    }

    /// Whether a run made with `used` differs from the next one in what cannot change while it runs.
    public boolean waitsForNextRun(RunOptions used) {
        RunOptions next = options();
        return !next.target().equals(used.target()) || !next.godebug().equals(used.godebug());
    }
}
