/// The command line.
///
/// Does not belong here: anything that needs a window, except to open it.
@NullMarked
package org.gorrery.app.cli;

import org.jspecify.annotations.NullMarked;
