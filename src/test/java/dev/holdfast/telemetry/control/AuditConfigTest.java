package dev.holdfast.telemetry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditConfigTest {

    @Test
    void directoryWhenSeveralAreNamedThenTheSettingComesBeforeTheLogsAndTheDataDirectory() {
        assertEquals(Path.of("/set"), AuditConfig.directory(Optional.of("/set"), Optional.of("/logs"), "/data"));
        assertEquals(Path.of("/logs"), AuditConfig.directory(Optional.empty(), Optional.of("/logs"), "/data"));
        assertEquals(Path.of("/data/audit"), AuditConfig.directory(Optional.empty(), Optional.empty(), "/data"));
    }

    @Test
    void directoryWhenLogDirIsNoAbsolutePathThenItIsInTheDataDirectory() {
        for (String relative : new String[] {"logs", "./logs", "../logs", "", "a\0b"}) {
            assertEquals(Path.of("/data/audit"), AuditConfig.directory(Optional.empty(), Optional.of(relative), "/data"));
        }
    }
}
