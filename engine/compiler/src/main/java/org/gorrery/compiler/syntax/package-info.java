/// Scanner, parser, syntax tree as records, formatter.
///
/// Does not belong here: meaning: names and types.
@NullMarked
package org.gorrery.compiler.syntax;

import org.jspecify.annotations.NullMarked;
