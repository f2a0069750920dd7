/// The reserved address space and the one way into it.
///
/// Does not belong here: what the bytes mean.
@NullMarked
package org.gorrery.runtime.memory;

import org.jspecify.annotations.NullMarked;
