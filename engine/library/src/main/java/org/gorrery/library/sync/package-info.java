/// Native parts of Go's sync: semaphores.
///
/// Does not belong here: what can be written in Go.
@NullMarked
package org.gorrery.library.sync;

import org.jspecify.annotations.NullMarked;
