package dev.holdfast.events.boundary;

import dev.holdfast.events.control.LiveStream;
import dev.holdfast.events.control.LiveStreams;
import dev.holdfast.events.entity.StreamAdmission;
import dev.holdfast.events.entity.StreamCaller;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The events of the caller's session and grant, as they happen. */
@Path("events")
@RequestScoped
@RolesAllowed("user")
@Tag(name = "Session")
@APIResponse(responseCode = "401", description = "access_token_invalid or session_ended")
@APIResponse(responseCode = "429", description = "too_many_requests: the session has four streams")
@APIResponse(responseCode = "503", description = "storage_unavailable; or server_busy: this server has as many streams as it"
        + " may have")
public class EventsResource {

    private static final long SESSION_RETRY_SECONDS = 5;
    private static final long NODE_RETRY_SECONDS = 60;

    /** The proxy nginx passes each event on at once if an answer says so. */
    private static final String BUFFERING = "X-Accel-Buffering";

    @Inject JsonWebToken caller;
    @Inject LiveStreams streams;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "listenToEvents", summary = "What happens to my session and my grant, as it happens",
            description = "Server-sent events with JSON data: hello with server_time; grant with status and missing_scopes, once"
                    + " as it is and then at each change; session_ended with reason, and then the stream ends. A comment"
                    + " comes every 15 to 20 seconds. The stream closes when the access token expires; a stream that"
                    + " closes or breaks without session_ended says nothing about the session.")
    @APIResponse(responseCode = "200", description = "The stream", content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS,
            schema = @Schema(type = SchemaType.STRING)))
    public void listen(@Context SseEventSink sink, @Context Sse sse, @Context HttpServletResponse response) {
        response.setHeader(BUFFERING, "no");
        StreamAdmission admission = streams.admit(new LiveStream(streamCaller(), new SseOutlet(sse, sink)));
        if (admission != StreamAdmission.OPEN) {
            throw new WebApplicationException(ProblemResponse.of(refusal(admission)));
        }
    }

    /** Answers as for GET, but opens no stream: none could ever be found broken, because nothing is sent to it. */
    @HEAD
    @Operation(hidden = true)
    public Response head() {
        return Response.ok().type(MediaType.SERVER_SENT_EVENTS_TYPE).header(BUFFERING, "no").build();
    }

    private StreamCaller streamCaller() {
        return new StreamCaller(UUID.fromString(caller.getSubject()), UUID.fromString(caller.getClaim("sid")),
                Instant.ofEpochSecond(caller.getIssuedAtTime()), Instant.ofEpochSecond(caller.getExpirationTime()));
    }

    private static Problem refusal(StreamAdmission admission) {
        return admission == StreamAdmission.SESSION_FULL
                ? Problem.of(ProblemCode.TOO_MANY_REQUESTS).withRetryAfter(SESSION_RETRY_SECONDS)
                : Problem.of(ProblemCode.SERVER_BUSY).withRetryAfter(NODE_RETRY_SECONDS);
    }
}
