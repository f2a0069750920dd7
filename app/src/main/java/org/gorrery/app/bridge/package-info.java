/// The only place that sees engine threads: brings snapshots and events to the FX thread, once per frame.
///
/// Does not belong here: drawing.
@NullMarked
package org.gorrery.app.bridge;

import org.jspecify.annotations.NullMarked;
