/// The stacks of all goroutines.
///
/// Does not belong here: other views.
@NullMarked
package org.gorrery.app.stacks;

import org.jspecify.annotations.NullMarked;
