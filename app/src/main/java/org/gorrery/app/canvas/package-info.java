/// What dense views share: viewport, axes, tiles, hit test.
///
/// Does not belong here: meaning of what is drawn.
@NullMarked
package org.gorrery.app.canvas;

import org.jspecify.annotations.NullMarked;
