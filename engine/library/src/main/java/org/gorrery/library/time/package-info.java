/// Native parts of Go's time: clocks, timers, zones.
///
/// Does not belong here: what can be written in Go.
@NullMarked
package org.gorrery.library.time;

import org.jspecify.annotations.NullMarked;
