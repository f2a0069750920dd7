package org.gorrery.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Stops a run at breakpoints, has it go on by steps, and shows frames and variables while it stands ([RunOptions#debug]).
///
/// When one goroutine stops, all do. Methods may be called from any thread. Frames and variables can be asked for while the run
/// stands; otherwise they are refused with an [IllegalStateException].
public interface Debugger {
    /// A place in the source.
    ///
    /// @param file as in tracebacks
    /// @param line from 1
    /// @param column in bytes from 1
    record Place(String file, int line, int column) {}

    /// The run stands: the goroutine is about to execute the statement at a place.
    record Stop(long goid, Reason reason, Place at) {
        /// Why it stands.
        public enum Reason {
            /// There is a breakpoint.
            BREAKPOINT,
            /// A step has ended.
            STEP,
            /// [Debugger#pause].
            PAUSE
        }
    }

    /// A frame of a goroutine's stack.
    ///
    /// @param index 0 for the innermost; what [Debugger#variables] takes
    /// @param function as Go names it
    /// @param at the statement at hand; of functions of the library the call at hand, with column 0
    record Frame(int index, String function, Place at) {}

    /// A variable, or a part of one.
    ///
    /// @param type as Go writes it
    /// @param value for people, shortened where it is long
    /// @param address where it lies
    /// @param typeOffset its type's descriptor ([Run#typeName])
    /// @param parts how many parts [Debugger#parts] has to show
    record Variable(
            String name, String type, String value, long address, int typeOffset, int parts) {}

    /// Replaces all breakpoints.
    ///
    /// @param wanted files and lines; a file may be given by the end of its path
    /// @return for each the place where it stops: its line, or the next with a statement; empty where there is none
    List<Optional<Place>> setBreakpoints(List<Place> wanted);

    /// Whom to tell of stops, on a thread of the engine: it must return soon. One listener; the last counts.
    void onStop(Consumer<Stop> listener);

    /// Where the run stands, empty while it goes on.
    Optional<Stop> current();

    /// Stops at the next statement of any goroutine.
    void pause();

    /// Goes on to the next breakpoint.
    void resume();

    /// Goes on to the goroutine's next line, also in what it calls. A line that a loop comes to again counts as the next.
    void stepIn();

    /// Goes on to the goroutine's next line in the same function, or to the next statement of one that called it.
    void stepOver();

    /// Goes on until the goroutine's function has returned.
    void stepOut();

    /// The stack of a goroutine, innermost frame first; empty for one that is not there.
    List<Frame> frames(long goid);

    /// The variables that can be seen in a frame, inner ones before outer ones of the same name.
    List<Variable> variables(long goid, int frame);

    /// Fields, elements, or what a pointer or an interface holds.
    List<Variable> parts(Variable whole);
}
