package org.gorrery.app.shell;

import org.gorrery.app.JavaFx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test with a window of its own.
@ExtendWith(JavaFx.class)
abstract class WindowTest {
    TestWindow window;

    @BeforeEach
    void openWindow() {
        window = TestWindow.open();
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }
}
