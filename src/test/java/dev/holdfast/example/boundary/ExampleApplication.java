package dev.holdfast.example.boundary;

import dev.holdfast.ExtensionApplication;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Resources in a jar beside Holdfast's own. */
@ApplicationPath("/api/example")
public class ExampleApplication extends ExtensionApplication {

    @Override
    protected Set<Class<?>> resources() {
        return Set.of(RecentFilesResource.class);
    }
}
