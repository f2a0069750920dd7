/// Options of a run and preferences of the user.
///
/// Does not belong here: applying an option to a run.
@NullMarked
package org.gorrery.app.settings;

import org.jspecify.annotations.NullMarked;
