/// The neutral profile and trace models that every reader fills and every writer takes.
///
/// Does not belong here: bytes of any file format.
@NullMarked
package org.gorrery.formats.profile;

import org.jspecify.annotations.NullMarked;
