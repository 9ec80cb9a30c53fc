package dev.holdfast.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * Ignores an {@code Accept} header that cannot be read, as RFC 9110 section 12.5.1 allows. Its error would otherwise look
 * like our fault, and a browser that returns from Google would be stranded with the code in its address bar.
 */
@Provider
@PreMatching
public class UnreadableAccept implements ContainerRequestFilter {

    private static final Pattern WEIGHT = Pattern.compile("[01](\\.[0-9]{0,9})?");

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isReadable(request)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
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
