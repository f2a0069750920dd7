/// Marking, assists, write barrier, sweep, pacer, finalizers.
///
/// Does not belong here: the layout of spans.
@NullMarked
package org.gorrery.runtime.gc;

import org.jspecify.annotations.NullMarked;
