/// Files, positions, line tables and diagnostics.
///
/// Does not belong here: anything that knows a token.
@NullMarked
package org.gorrery.compiler.source;

import org.jspecify.annotations.NullMarked;
