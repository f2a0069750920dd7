/// Breakpoints and steps: decides at each statement of a program built for a debugger whether the world is to stand still.
///
/// Not here: what the statement and the variables are called (session reads that from the image), and how code tells of statements
/// (the compiler).
@NullMarked
package org.gorrery.runtime.debug;

import org.jspecify.annotations.NullMarked;
