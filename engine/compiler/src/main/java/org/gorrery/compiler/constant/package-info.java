/// Exact constants: big integers, rationals, big floats, and their operations.
///
/// Does not belong here: values of a running program.
@NullMarked
package org.gorrery.compiler.constant;

import org.jspecify.annotations.NullMarked;
