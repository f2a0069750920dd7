/// Native parts of the library's internal/settings: what GODEBUG says.
///
/// Does not belong here: what the runtime itself asks of GODEBUG.
@NullMarked
package org.gorrery.library.internal.settings;

import org.jspecify.annotations.NullMarked;
