/// The flame graph and the table of functions, of live and saved profiles.
///
/// Does not belong here: other views.
@NullMarked
package org.gorrery.app.flame;

import org.jspecify.annotations.NullMarked;
