/// Architectures and operating systems: word size, alignment, layout, limits.
///
/// What does not belong here: anything that runs, and any address.
@NullMarked
package org.gorrery.target;

import org.jspecify.annotations.NullMarked;
