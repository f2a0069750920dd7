/// Native parts of Go's internal/descriptor: type descriptors and raw memory.
///
/// Does not belong here: what can be written in Go.
@NullMarked
package org.gorrery.library.internal.descriptor;

import org.jspecify.annotations.NullMarked;
