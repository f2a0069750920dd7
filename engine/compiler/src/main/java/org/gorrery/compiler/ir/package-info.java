/// The lowered typed form, escape analysis, and where safepoints and write barriers go; printable.
///
/// Does not belong here: class files.
@NullMarked
package org.gorrery.compiler.ir;

import org.jspecify.annotations.NullMarked;
