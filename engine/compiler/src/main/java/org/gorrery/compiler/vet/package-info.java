/// What compiles and is still likely wrong: the warnings of `gorrery check`, in the words of Go's vet.
///
/// What does not belong here: errors of the language (`types`), and matters of form (the formatter of `syntax`).
@NullMarked
package org.gorrery.compiler.vet;

import org.jspecify.annotations.NullMarked;
