package dev.holdfast;

import dev.holdfast.problem.ProblemBodyWriter;
import dev.holdfast.problem.ThrowableMapper;
import dev.holdfast.problem.UnreadableAccept;
import dev.holdfast.problem.WebApplicationExceptionMapper;
import dev.holdfast.session.boundary.JwksResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The resources that anyone may read (RFC 8615). */
@ApplicationPath("/.well-known")
public class WellKnownApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(JwksResource.class, ProblemBodyWriter.class, ThrowableMapper.class, UnreadableAccept.class,
                WebApplicationExceptionMapper.class);
    }
}
