package dev.holdfast.gateway.boundary;

import dev.holdfast.gateway.control.UpstreamAnswer;
import dev.holdfast.gateway.entity.AnswerHeaders;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Set;

/** Status and headers of an answer that is passed on. */
final class PassedHead {

    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);

    private PassedHead() {}

    /** Returns the response, which passes the body on and closes the answer; an answer without a body is closed here. */
    static Response of(UpstreamAnswer answer, String method, PassedAnswer body) {
        Response.ResponseBuilder builder = Response.status(answer.status());
        AnswerHeaders.of(answer::header).forEach(builder::header);
        answer.header(HttpHeaders.CONTENT_LENGTH).filter(length -> length.matches("[0-9]{1,18}"))
                .filter(length -> !WITHOUT_BODY.contains(answer.status()))
                .ifPresent(length -> builder.header(HttpHeaders.CONTENT_LENGTH, length));
        if (!"HEAD".equals(method) && !WITHOUT_BODY.contains(answer.status())) {
            return builder.entity(body).build();
        }
        try {
            answer.close();
        } catch (IOException alreadyBroken) {
            // It has no body to lose.
        }
        return builder.build();
    }
}
