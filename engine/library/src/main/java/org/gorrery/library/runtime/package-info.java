/// Native parts of Go's runtime: scheduler, collector, stacks as the program sees them.
///
/// Does not belong here: what can be written in Go.
@NullMarked
package org.gorrery.library.runtime;

import org.jspecify.annotations.NullMarked;
