/// What views share: drawing as data, axes, hit test, tables of facts, search, themes, typefaces, words and keys.
///
/// Does not belong here: meaning of what is drawn.
@NullMarked
package org.gorrery.app.canvas;

import org.jspecify.annotations.NullMarked;
