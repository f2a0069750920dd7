/// The heap, span by span.
///
/// Does not belong here: other views.
@NullMarked
package org.gorrery.app.heapview;

import org.jspecify.annotations.NullMarked;
