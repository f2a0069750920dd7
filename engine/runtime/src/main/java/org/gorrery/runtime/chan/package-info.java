/// The hchan and select.
///
/// Does not belong here: parking itself, which the scheduler does.
@NullMarked
package org.gorrery.runtime.chan;

import org.jspecify.annotations.NullMarked;
