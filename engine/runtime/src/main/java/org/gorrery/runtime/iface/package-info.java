/// The itab, type descriptors at run time, equality, hash.
///
/// Does not belong here: how a dispatcher is generated.
@NullMarked
package org.gorrery.runtime.iface;

import org.jspecify.annotations.NullMarked;
