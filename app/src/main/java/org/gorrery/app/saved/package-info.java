/// Files that real Go programs saved, as the pictures that the views draw.
///
/// Does not belong here: reading the files, and drawing.
@NullMarked
package org.gorrery.app.saved;

import org.jspecify.annotations.NullMarked;
