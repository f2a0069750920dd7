/// The type checker: identifiers, inference, method sets, generics.
///
/// Does not belong here: layout in memory and code.
@NullMarked
package org.gorrery.compiler.types;

import org.jspecify.annotations.NullMarked;
