/// IR to class files: frames, line tables, splitting what is too large for a JVM method.
///
/// Does not belong here: checks of the source.
@NullMarked
package org.gorrery.compiler.codegen;

import org.jspecify.annotations.NullMarked;
