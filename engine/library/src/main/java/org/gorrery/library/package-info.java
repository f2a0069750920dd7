/// The Go standard library: its source in Go as resources, native parts in Java.
///
/// Does not belong here: runtime mechanisms.
@NullMarked
package org.gorrery.library;

import org.jspecify.annotations.NullMarked;
