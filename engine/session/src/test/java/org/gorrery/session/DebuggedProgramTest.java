package org.gorrery.session;

import org.gorrery.target.Target;
import org.junit.jupiter.api.AfterEach;

/// A test that has a program run under the debugger, which ends with the test.
abstract class DebuggedProgramTest {
    DebuggedProgram program;
    Debugger debugger;

    void prepare(String source) {
        prepare(source, Target.LINUX_AMD64);
    }

    void prepare(String source, Target target) {
        program = new DebuggedProgram(source, target);
        debugger = program.debugger();
    }

    @AfterEach
    void end() {
        program.close();
    }
}
