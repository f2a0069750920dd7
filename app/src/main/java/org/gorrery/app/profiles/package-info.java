/// Saved profiles as tables.
///
/// Does not belong here: other views.
@NullMarked
package org.gorrery.app.profiles;

import org.jspecify.annotations.NullMarked;
