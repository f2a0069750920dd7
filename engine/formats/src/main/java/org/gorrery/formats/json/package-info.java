/// JSON, read and written as plain Java values.
///
/// Not here: what any JSON file means.
@NullMarked
package org.gorrery.formats.json;

import org.jspecify.annotations.NullMarked;
