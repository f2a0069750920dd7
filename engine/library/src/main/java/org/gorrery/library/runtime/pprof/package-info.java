/// Native parts of Go's runtime/pprof: samples and labels from the runtime, the form of files.
///
/// Does not belong here: what can be written in Go.
@NullMarked
package org.gorrery.library.runtime.pprof;

import org.jspecify.annotations.NullMarked;
