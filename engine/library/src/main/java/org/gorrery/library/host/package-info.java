/// Calls of the host's C library that the JDK has no way to.
///
/// Does not belong here: what they mean for Go programs.
@NullMarked
package org.gorrery.library.host;

import org.jspecify.annotations.NullMarked;
