/// Breakpoints, steps, frames and variables of a program that is run step by step.
///
/// Does not belong here: the editor that shows the line, and how a run is stopped.
@NullMarked
package org.gorrery.app.debugger;

import org.jspecify.annotations.NullMarked;
