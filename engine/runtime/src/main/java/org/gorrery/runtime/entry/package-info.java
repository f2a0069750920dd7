/// The named entry points that generated code calls.
///
/// Does not belong here: algorithms, which are elsewhere.
@NullMarked
package org.gorrery.runtime.entry;

import org.jspecify.annotations.NullMarked;
