/// What `gorrery info`, `top`, `diff` and `convert` print: facts about a file as text or JSON.
///
/// Not here: reading arguments of the command line, and writing files.
@NullMarked
package org.gorrery.formats.report;

import org.jspecify.annotations.NullMarked;
