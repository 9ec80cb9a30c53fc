package dev.holdfast.gemini.boundary;

import dev.holdfast.gemini.control.AnswerStep;
import dev.holdfast.gemini.control.OngoingAnswer;
import dev.holdfast.gemini.control.QuestionOutcome;
import dev.holdfast.gemini.control.QuestionRefusal;
import dev.holdfast.gemini.control.Questions;
import dev.holdfast.gemini.entity.Question;
import dev.holdfast.google.drive.DriveFileId;
import dev.holdfast.google.gemini.GeminiConfig;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Questions about the caller's files at Google Drive, which Google's model answers. */
@Path("/drive/files/{id}/questions")
@RequestScoped
@RolesAllowed("user")
@Tag(name = "Drive")
public class QuestionsResource {

    private static final int MOST_BYTES = 16 * 1024;

    /** A refusal that comes in this time has a status of its own; a later one is an event. */
    private static final Duration FOR_THE_STATUS = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.SERVER_SENT_EVENTS_TYPE, MediaType.APPLICATION_JSON_TYPE).build();

    @Inject Questions questions;
    @Inject GeminiConfig config;
    @Inject JsonWebToken caller;
    @Context Request request;
    @Context HttpServletResponse response;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.SERVER_SENT_EVENTS, MediaType.APPLICATION_JSON})
    @Operation(operationId = "askAboutFile", summary = "Ask Google's model about a file: the answer as it is written, in the"
            + " events text {text}, then done {finish_reason, tokens} or problem {a problem}; or one object, if Accept asks"
            + " for JSON")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = QuestionBody.class)))
    @APIResponse(responseCode = "200", description = "The answer, as plain text. Without done it is not whole",
            content = {@Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AnswerView.class))})
    @APIResponse(responseCode = "400", description = "invalid_request: the question is missing, blank or longer than 2000"
            + " characters, or the id is none")
    @APIResponse(responseCode = "401", description = "access_token_invalid, session_ended or google_access_lost")
    @APIResponse(responseCode = "403", description = "google_scope_missing or google_forbidden")
    @APIResponse(responseCode = "404", description = "not_found: no such file, or this installation answers no questions")
    @APIResponse(responseCode = "409", description = "not_answerable: the model cannot read files of this kind")
    @APIResponse(responseCode = "413", description = "document_too_long, or payload_too_large for the body of the request")
    @APIResponse(responseCode = "429", description = "too_many_requests, or google_rate_limited")
    @APIResponse(responseCode = "502", description = "google_error or google_not_enabled")
    @APIResponse(responseCode = "503", description = "google_unavailable, storage_unavailable, or server_busy"
            + " while the server is being stopped")
    public Response ask(@Parameter(description = "Id of the file at Google") @PathParam("id") String id, InputStream body)
            throws IOException {
        if (!config.isOn()) {
            return refused(ProblemCode.NOT_FOUND);
        }
        byte[] sent = body.readNBytes(MOST_BYTES + 1);
        if (sent.length > MOST_BYTES) {
            return refused(ProblemCode.PAYLOAD_TOO_LARGE);
        }
        Optional<Question> question = Question.parse(new String(sent, StandardCharsets.UTF_8));
        Optional<DriveFileId> file = DriveFileId.parse(id);
        return question.isEmpty() || file.isEmpty() ? refused(ProblemCode.INVALID_REQUEST)
                : asked(questions.ask(UUID.fromString(caller.getSubject()), file.get(), question.get()));
    }

    private Response asked(QuestionOutcome outcome) {
        if (outcome instanceof QuestionOutcome.Refused refused) {
            return refused(refused.why());
        }
        OngoingAnswer answer = ((QuestionOutcome.Asked) outcome).answer();
        Variant form = request.selectVariant(FORMS);
        boolean asEvents = form == null || MediaType.SERVER_SENT_EVENTS_TYPE.isCompatible(form.getMediaType());
        return asEvents ? events(answer, answer.next(FOR_THE_STATUS)) : whole(answer);
    }

    private Response events(OngoingAnswer answer, Optional<AnswerStep> first) {
        if (first.isPresent() && first.get() instanceof AnswerStep.Failed failed) {
            answer.close();
            return refused(failed.why());
        }
        return Response.ok(new AnswerEvents(answer, first, response::flushBuffer), MediaType.SERVER_SENT_EVENTS_TYPE)
                .header("X-Accel-Buffering", "no").build();
    }

    /** Waits for the whole answer; its end comes in any case, after the model's time-outs at the latest. */
    private static Response whole(OngoingAnswer answer) {
        try (answer) {
            StringBuilder text = new StringBuilder();
            while (true) {
                Optional<AnswerStep> step = answer.next(AGAIN);
                if (step.isPresent() && step.get() instanceof AnswerStep.Text more) {
                    text.append(more.text());
                } else if (step.isPresent() && step.get() instanceof AnswerStep.Done done) {
                    return Response.ok(new AnswerView(text.toString(), done.reason().code(), done.tokens()),
                            MediaType.APPLICATION_JSON_TYPE).build();
                } else if (step.isPresent()) {
                    return refused(((AnswerStep.Failed) step.get()).why());
                }
            }
        }
    }

    private static Response refused(QuestionRefusal why) {
        return ProblemResponse.of(QuestionProblems.of(why));
    }

    private static Response refused(ProblemCode code) {
        return ProblemResponse.of(Problem.of(code));
    }
}
