package dev.holdfast.container;

import dev.holdfast.ApiApplication;
import dev.holdfast.example.boundary.RecentFilesResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/** The application as it is, and the example's resource, below the path where Bearer tokens count. */
@ApplicationPath("/api/example")
public class ExampleApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(new ApiApplication().getClasses());
        classes.add(RecentFilesResource.class);
        return classes;
    }
}
