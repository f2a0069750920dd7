/// Records of what the runtime does, the ring buffers that hold them, and the ordered event stream.
///
/// Does not belong here: what a view or a file format makes of an event.
@NullMarked
package org.gorrery.event;

import org.jspecify.annotations.NullMarked;
