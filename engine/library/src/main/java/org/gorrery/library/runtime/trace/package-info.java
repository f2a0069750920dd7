/// Native parts of Go's runtime/trace: what the engine has recorded, in the form of Go's execution traces.
///
/// Does not belong here: the recording (`runtime.prof`), the bytes of the format (`formats`).
@NullMarked
package org.gorrery.library.runtime.trace;

import org.jspecify.annotations.NullMarked;
