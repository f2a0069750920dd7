/// Execution traces in the form that the Go trace tool reads and writes.
///
/// Does not belong here: profiles, and how a timeline is drawn.
@NullMarked
package org.gorrery.formats.exectrace;

import org.jspecify.annotations.NullMarked;
