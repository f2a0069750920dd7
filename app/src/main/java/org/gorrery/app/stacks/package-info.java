/// The stacks of all goroutines, and who waits for whom.
///
/// Does not belong here: other views.
@NullMarked
package org.gorrery.app.stacks;

import org.jspecify.annotations.NullMarked;
