/// Native parts of Go's sync/atomic.
///
/// Does not belong here: what can be written in Go.
@NullMarked
package org.gorrery.library.sync.atomic;

import org.jspecify.annotations.NullMarked;
