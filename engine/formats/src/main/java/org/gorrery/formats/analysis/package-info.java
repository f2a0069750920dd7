/// What is computed from traces, profiles and dumps: summaries, profiles out of traces, utilisation, findings.
///
/// Not here: reading files, and drawing.
@NullMarked
package org.gorrery.formats.analysis;

import org.jspecify.annotations.NullMarked;
