/// The runtime side of defer, panic and recover.
///
/// Does not belong here: the text of reports.
@NullMarked
package org.gorrery.runtime.panics;

import org.jspecify.annotations.NullMarked;
