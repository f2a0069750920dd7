/// The lowered typed form, where safepoints go, and what is looked up in it and simplified; printable.
///
/// Does not belong here: what escapes (`escape`), and class files.
@NullMarked
package org.gorrery.compiler.ir;

import org.jspecify.annotations.NullMarked;
