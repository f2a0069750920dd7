/// From files to a program image: which files make up a package, where imports lead, the stages of compilation in order.
///
/// What does not belong here: knowledge of the language (`types`), and where packages are found on this machine (the caller's [PackageFinder]).
@NullMarked
package org.gorrery.compiler.build;

import org.jspecify.annotations.NullMarked;
