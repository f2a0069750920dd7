/// The neutral model of garbage collection cycles, filled by logs, traces and live runs alike.
///
/// Not here: any file format, and the collector itself.
@NullMarked
package org.gorrery.formats.gc;

import org.jspecify.annotations.NullMarked;
