package org.gorrery.formats.pprof;

import java.util.List;
import java.util.Map;
import org.gorrery.formats.gc.GcFromMemStats;
import org.gorrery.formats.gc.GcHistory;
import org.gorrery.formats.profile.Profile;

/// A profile in one of the older forms, as the file has it and with the names its comments give.
///
/// @param kind the form: `heap`, `count`, `contention`, `threadz`, `cpu` or `java`
/// @param firstLine the first line; empty for the binary form
/// @param bare the profile by addresses, as google/pprof reads it
/// @param symbolised the profile by functions; the same as `bare` where the file has no names
/// @param records how many records of samples there are
/// @param symbolComments how many comment lines name an address
/// @param distinctSymbols how many different functions they name
/// @param memStats the runtime.MemStats at the end of a heap profile, first number of each
/// @param statLists the lists among them: PauseNs and PauseEnd
/// @param labelLines lines with labels, as printed
public record LegacyProfile(
        String kind,
        String firstLine,
        Profile bare,
        Profile symbolised,
        int records,
        int symbolComments,
        int distinctSymbols,
        Map<String, Long> memStats,
        Map<String, List<Long>> statLists,
        List<String> labelLines) {
    /// Copies the collections.
    public LegacyProfile {
        memStats = Map.copyOf(memStats);
        statLists = Map.copyOf(statLists);
        labelLines = List.copyOf(labelLines);
    }

    /// {@return the collections that the runtime.MemStats at the end tell; none without them}
    public GcHistory gc() {
        return GcFromMemStats.of(
                new GcFromMemStats.Stats(
                        memStats.getOrDefault("NumGC", 0L),
                        statLists.getOrDefault("PauseNs", List.of()),
                        statLists.getOrDefault("PauseEnd", List.of()),
                        memStats.getOrDefault("HeapAlloc", -1L),
                        memStats.getOrDefault("NextGC", -1L)));
    }
}
