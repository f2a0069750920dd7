/// Profiles of CPU, heap, blocking and mutexes, and execution traces, as they are collected.
///
/// Does not belong here: file formats.
@NullMarked
package org.gorrery.runtime.prof;

import org.jspecify.annotations.NullMarked;
