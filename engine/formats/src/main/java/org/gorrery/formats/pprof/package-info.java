/// Profiles in the form that pprof reads and writes.
///
/// Does not belong here: traces, and what a view makes of a profile.
@NullMarked
package org.gorrery.formats.pprof;

import org.jspecify.annotations.NullMarked;
