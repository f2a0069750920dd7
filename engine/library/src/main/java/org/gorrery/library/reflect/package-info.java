/// Native parts of Go's reflect: maps, channels, calls.
///
/// Does not belong here: what can be written in Go.
@NullMarked
package org.gorrery.library.reflect;

import org.jspecify.annotations.NullMarked;
