/// Arenas, mheap, mcentral, mcache, mspan, size classes, allocation paths, giving pages back.
///
/// Does not belong here: deciding what is alive.
@NullMarked
package org.gorrery.runtime.heap;

import org.jspecify.annotations.NullMarked;
