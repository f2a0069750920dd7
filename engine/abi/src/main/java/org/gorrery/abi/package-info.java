/// What generated code and the runtime agree on: type descriptors, frame layout, pc tables, entry points.
///
/// Does not belong here: code of either side.
@NullMarked
package org.gorrery.abi;

import org.jspecify.annotations.NullMarked;
