/// The window: start page, menus, docks, console.
///
/// Does not belong here: what a single view shows.
@NullMarked
package org.gorrery.app.shell;

import org.jspecify.annotations.NullMarked;
