/// Native parts of Go's weak: handles of addresses.
///
/// Does not belong here: what can be written in Go.
@NullMarked
package org.gorrery.library.weak;

import org.jspecify.annotations.NullMarked;
