/// GC cycles and pauses.
///
/// Does not belong here: other views.
@NullMarked
package org.gorrery.app.gcview;

import org.jspecify.annotations.NullMarked;
