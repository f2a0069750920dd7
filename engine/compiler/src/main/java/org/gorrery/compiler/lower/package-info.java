/// From checked syntax trees to the lowered form: which functions a program reaches, where its variables live, what each construct means.
///
/// What does not belong here: analyses and passes that need nothing but the lowered form (`ir`), and anything of the JVM (`codegen`).
@NullMarked
package org.gorrery.compiler.lower;

import org.jspecify.annotations.NullMarked;
