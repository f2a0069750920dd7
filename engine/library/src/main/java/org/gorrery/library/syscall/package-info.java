/// Native parts of Go's syscall: the calls of the system that the engine offers.
///
/// Does not belong here: what can be written in Go.
@NullMarked
package org.gorrery.library.syscall;

import org.jspecify.annotations.NullMarked;
