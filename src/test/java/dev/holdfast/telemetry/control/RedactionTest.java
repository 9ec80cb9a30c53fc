package dev.holdfast.telemetry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import org.junit.jupiter.api.Test;

class RedactionTest {

    @Test
    void resourceWhenItTellsTheCommandThenThatIsLeftOut() {
        Resource told = Resource.create(Attributes.builder().put("service.name", "holdfast").put("process.pid", 4711)
                .put("process.command_line", "java -Dholdfast.google.client-secret=secret")
                .put("process.command_args", "java", "-Dholdfast.google.client-secret=secret")
                .put("process.owner", "somebody").build());

        assertEquals(Attributes.builder().put("service.name", "holdfast").put("process.pid", 4711).build(),
                Redaction.withoutCommand(told, null).getAttributes());
    }
}
