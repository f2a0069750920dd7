/// Native parts of Go's runtime/metrics: figures that runtime.MemStats does not have.
///
/// Does not belong here: names and kinds of metrics, which are Go.
@NullMarked
package org.gorrery.library.runtime.metrics;

import org.jspecify.annotations.NullMarked;
