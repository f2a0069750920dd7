package org.gorrery.app.saved;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gorrery.formats.SavedFile;
import org.gorrery.formats.SavedFiles;
import org.gorrery.formats.analysis.TraceProfiles;
import org.gorrery.formats.profile.Profile;

/// One of the profiles that a file holds, or that can be made of it.
///
/// @param name what it is about, as a key of the words; empty where the file holds just one
/// @param profile by functions
public record NamedProfile(String name, Profile profile) {
    /// All profiles of a file that have samples; a trace gives one for each way of waiting.
    public static List<NamedProfile> of(List<SavedFile> files) {
        var out = new ArrayList<NamedProfile>();
        for (SavedFile file : files) {
            if (file instanceof SavedFile.TraceFile f) {
                for (TraceProfiles.Kind kind : TraceProfiles.Kind.values()) {
                    Profile made = TraceProfiles.of(f.trace(), kind);
                    if (made.samples() > 0) {
                        String name = "flame.trace-" + kind.name().toLowerCase(Locale.ROOT);
                        out.add(new NamedProfile(name, made));
                    }
                }
            } else {
                SavedFiles.profile(file)
                        .filter(p -> p.samples() > 0)
                        .ifPresent(p -> out.add(new NamedProfile("", p)));
            }
        }
        return List.copyOf(out);
    }
}
