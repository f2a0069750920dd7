/// Native parts of Go's os: files and the process.
///
/// Does not belong here: what can be written in Go.
@NullMarked
package org.gorrery.library.os;

import org.jspecify.annotations.NullMarked;
