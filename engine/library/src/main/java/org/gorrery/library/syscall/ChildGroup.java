package org.gorrery.library.syscall;

/// Session and process group of a child.
///
/// @param session whether it begins a session
/// @param own whether it leaves the group of its parent
/// @param number of the group it joins then; 0 for one of its own
record ChildGroup(boolean session, boolean own, int number) {
    /// As its parent.
    static final ChildGroup INHERITED = new ChildGroup(false, false, 0);
}
