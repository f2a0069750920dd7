/// Native parts of the library's internal/goroutine: what library code keeps with the goroutine that runs it.
///
/// Does not belong here: labels of profiles, which are runtime/pprof's.
@NullMarked
package org.gorrery.library.internal.goroutine;

import org.jspecify.annotations.NullMarked;
