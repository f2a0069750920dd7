/// When a collection begins, marking from the roots while the world stands, sweeping beside the program, finalizers, cleanups and weak pointers.
///
/// Does not belong here: the layout of spans.
@NullMarked
package org.gorrery.runtime.gc;

import org.jspecify.annotations.NullMarked;
