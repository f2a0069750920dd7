/// GODEBUG output and fatal errors.
///
/// Does not belong here: reading such output.
@NullMarked
package org.gorrery.runtime.diag;

import org.jspecify.annotations.NullMarked;
