/// Which objects a program may keep in the frames of its functions, since no pointer to them outlives the function or the turn of a
/// loop that made them; and the verdicts on that, for people.
///
/// What does not belong here: where a frame's objects lie (`codegen`), and what a construct of the source allocates (`lower`).
@NullMarked
package org.gorrery.compiler.escape;

import org.jspecify.annotations.NullMarked;
