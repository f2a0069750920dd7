/// Shadow stacks, the unwinder, the traceback.
///
/// Does not belong here: scheduling of what runs on a stack.
@NullMarked
package org.gorrery.runtime.stack;

import org.jspecify.annotations.NullMarked;
