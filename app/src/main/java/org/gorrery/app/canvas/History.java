package org.gorrery.app.canvas;

import java.util.ArrayDeque;
import java.util.Deque;

/// Where a view has been, so that moves can be taken back and made again. Moves of one kind in a row count as one.
final class History {
    private static final int MOST = 200;

    private final Navigation view;
    private final Deque<Object> back = new ArrayDeque<>();
    private final Deque<Object> forward = new ArrayDeque<>();
    private String lastKind = "";

    History(Navigation view) {
        this.view = view;
    }

    /// Notes where the view is before it moves.
    ///
    /// @param kind of move; the same kind again adds nothing
    void before(String kind) {
        Object here = view.place();
        boolean same = kind.equals(lastKind) && !back.isEmpty();
        if (!same && !here.equals(back.peekLast())) {
            back.addLast(here);
            if (back.size() > MOST) {
                back.removeFirst();
            }
        }
        lastKind = kind;
        forward.clear();
    }

    void undo() {
        move(back, forward);
    }

    void redo() {
        move(forward, back);
    }

    private void move(Deque<Object> from, Deque<Object> to) {
        Object here = view.place();
        Object there = from.pollLast();
        if (there != null) {
            to.addLast(here);
            view.goTo(there);
        }
        lastKind = "";
    }
}
