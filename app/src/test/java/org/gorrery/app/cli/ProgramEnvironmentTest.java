package org.gorrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramEnvironmentTest {
    @Test
    void aProgramSeesTheLocaleThatWasThereBeforeTheLauncher() {
        assertEquals(
                Map.of("LC_ALL", "POSIX", "A", "b"),
                ProgramEnvironment.of(
                        Map.of("LC_ALL", "C.UTF-8", "GORRERY_LC_ALL", "=POSIX", "A", "b")));
    }

    @Test
    void aProgramSeesNoLocaleWhereThereWasNone() {
        assertEquals(
                Map.of("A", "b"),
                ProgramEnvironment.of(Map.of("LC_ALL", "C.UTF-8", "GORRERY_LC_ALL", "", "A", "b")));
    }

    @Test
    void theLocaleStaysWhereTheLauncherLeftItAlone() {
        assertEquals(Map.of("LC_ALL", "C"), ProgramEnvironment.of(Map.of("LC_ALL", "C")));
    }
}
