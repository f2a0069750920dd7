/// Go maps.
///
/// Does not belong here: hashes and equality of types.
@NullMarked
package org.gorrery.runtime.maps;

import org.jspecify.annotations.NullMarked;
