package dev.holdfast.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** Refuses an {@code Accept} header that cannot be read (RFC 9110 section 12.5.1), which would else look like our fault. */
@Provider
@PreMatching
public class UnreadableAccept implements ContainerRequestFilter {

    private static final Pattern WEIGHT = Pattern.compile("[01](\\.[0-9]{0,9})?");

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isReadable(request)) {
            request.abortWith(ProblemResponse.of(Problem.of(ProblemCode.INVALID_REQUEST)));
        }
    }

    private static boolean isReadable(ContainerRequestContext request) {
        try {
            return request.getAcceptableMediaTypes().stream().allMatch(UnreadableAccept::isWeighted);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static boolean isWeighted(MediaType type) {
        String weight = type.getParameters().get("q");
        return weight == null || WEIGHT.matcher(weight).matches();
    }
}
