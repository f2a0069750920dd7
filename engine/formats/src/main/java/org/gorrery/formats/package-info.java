/// Saved files of Go programs: recognised by content, opened into the neutral models.
///
/// Not here: the formats themselves, each of which has its own package below.
@NullMarked
package org.gorrery.formats;

import org.jspecify.annotations.NullMarked;
