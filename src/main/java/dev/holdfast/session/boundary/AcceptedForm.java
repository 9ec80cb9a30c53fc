package dev.holdfast.session.boundary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Whether a client accepts JSON (RFC 9110 section 12.5.1). An unreadable {@code Accept} header counts as accepting it. */
final class AcceptedForm {

    private AcceptedForm() {}

    static boolean isJsonFor(HttpServletRequest request) {
        List<String> sent = Collections.list(request.getHeaders("Accept"));
        return sent.isEmpty() || sent.stream().anyMatch(AcceptedForm::takesJson);
    }

    private static boolean takesJson(String accept) {
        try {
            return accept.equals(MediaType.WILDCARD) || Stream.of(accept.split(",")).map(MediaType::valueOf)
                    .anyMatch(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                            && !type.getParameters().getOrDefault("q", "1").matches("0(\\.0*)?"));
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }
}
