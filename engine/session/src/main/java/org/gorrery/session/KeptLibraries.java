package org.gorrery.session;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.KeptLibrary;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.library.LibrarySources;
import org.gorrery.target.Target;

/// What an engine keeps of the library between compilations: for each target and set of tags one, as long as memory allows.
final class KeptLibraries {
    private record Kind(Target target, Set<String> tags) {}

    private final LibrarySources library;
    private final Map<Kind, SoftReference<KeptLibrary>> all = new HashMap<>();

    KeptLibraries(LibrarySources library) {
        this.library = library;
    }

    /// The one for compilations with these options.
    synchronized KeptLibrary serving(BuildOptions options) {
        var kind = new Kind(options.target(), options.tags());
        var reference = all.get(kind);
        var kept = reference == null ? null : reference.get();
        if (kept == null || kept.isWornOut()) {
            kept = new KeptLibrary(finder(), options);
            all.put(kind, new SoftReference<>(kept));
        }
        return kept;
    }

    private PackageFinder finder() {
        try {
            return SourceFinder.around(library, null, SourceRoots.NONE);
        } catch (IOException e) {
            throw new IllegalStateException("no folder is looked at", e);
        }
    }
}
