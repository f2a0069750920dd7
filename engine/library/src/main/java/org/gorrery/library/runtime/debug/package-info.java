/// Native parts of Go's runtime/debug: settings of collector and stacks.
///
/// Does not belong here: what can be written in Go.
@NullMarked
package org.gorrery.library.runtime.debug;

import org.jspecify.annotations.NullMarked;
