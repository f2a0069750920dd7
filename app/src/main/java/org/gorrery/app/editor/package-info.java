/// The source editor with highlighting and error marks.
///
/// Does not belong here: compiling.
@NullMarked
package org.gorrery.app.editor;

import org.jspecify.annotations.NullMarked;
