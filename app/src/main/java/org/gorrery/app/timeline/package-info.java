/// The goroutine timeline.
///
/// Does not belong here: other views.
@NullMarked
package org.gorrery.app.timeline;

import org.jspecify.annotations.NullMarked;
