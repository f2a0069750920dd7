/// Native parts of the library's internal/entropy: random numbers that nobody has seeded.
///
/// Does not belong here: generators with seeds, which are Go.
@NullMarked
package org.gorrery.library.internal.entropy;

import org.jspecify.annotations.NullMarked;
