/// Goroutine dumps, heap dumps and crash reports, in text and binary form.
///
/// Does not belong here: unwinding a live stack.
@NullMarked
package org.gorrery.formats.dumps;

import org.jspecify.annotations.NullMarked;
