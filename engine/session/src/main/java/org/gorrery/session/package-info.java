/// What the app sees: compile, run, control, observe.
///
/// Does not belong here: any type of a user interface.
@NullMarked
package org.gorrery.session;

import org.jspecify.annotations.NullMarked;
