/// Profiles written for other tools and for people: folded stacks, speedscope JSON, CSV, SVG and HTML flame graphs.
///
/// Not here: Go's own formats.
@NullMarked
package org.gorrery.formats.export;

import org.jspecify.annotations.NullMarked;
