/// What every reader of saved files shares: bytes with a position, faults with an offset, limits, containers.
///
/// Not here: any file format of Go, any model.
@NullMarked
package org.gorrery.formats.input;

import org.jspecify.annotations.NullMarked;
