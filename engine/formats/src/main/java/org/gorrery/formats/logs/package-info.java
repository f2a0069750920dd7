/// Lines that a Go runtime prints when GODEBUG asks: gctrace, schedtrace and their kin.
///
/// Does not belong here: producing these lines in a run.
@NullMarked
package org.gorrery.formats.logs;

import org.jspecify.annotations.NullMarked;
