package dev.holdfast.drive.boundary;

import dev.holdfast.drive.control.Download;
import dev.holdfast.drive.control.DriveFiles;
import dev.holdfast.drive.control.DriveOutcome;
import dev.holdfast.drive.entity.DownloadFormat;
import dev.holdfast.google.drive.DriveFileId;
import dev.holdfast.google.drive.DrivePage;
import dev.holdfast.google.gemini.GeminiConfig;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists and downloads the caller's files at Google Drive. */
@Path("/drive/files")
@RequestScoped
@RolesAllowed("user")
@Tag(name = "Drive")
@APIResponse(responseCode = "400", description = "invalid_request; with the reason page_token, Google no longer takes"
        + " the page token and the listing has to start over")
@APIResponse(responseCode = "401", description = "access_token_invalid, session_ended or google_access_lost")
@APIResponse(responseCode = "403", description = "google_scope_missing or google_forbidden, with a google_reason and"
        + " a web_view_link where they are known")
@APIResponse(responseCode = "429", description = "google_rate_limited")
@APIResponse(responseCode = "502", description = "google_error or google_not_enabled")
@APIResponse(responseCode = "503", description = "google_unavailable or storage_unavailable")
public class DriveResource {

    @Inject DriveFiles files;
    @Inject JsonWebToken caller;
    @Inject DriveMetrics metrics;
    @Inject GeminiConfig gemini;
    @Context HttpServletResponse response;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listFiles",
            summary = "The files I can see, those of shared drives included: newest first, or with q by relevance;"
                    + " never trashed ones")
    @APIResponse(responseCode = "200", description = "One page",
            content = @Content(schema = @Schema(implementation = DriveFilesView.class)))
    @APIResponse(responseCode = "404", description = "not_found: the folder")
    public Response list(@BeanParam ListRequest request) {
        return request.parse()
                .map(query -> listed(files.list(callerId(), query)))
                .orElseGet(() -> ProblemResponse.of(Problem.of(ProblemCode.INVALID_REQUEST)));
    }

    @GET
    @Path("{id}/content")
    @Operation(operationId = "downloadFile",
            summary = "Download a file; Google's own documents are exported to docx, xlsx, pptx or pdf")
    @APIResponse(responseCode = "200", description = "The content, as an attachment",
            headers = {@Header(name = "Content-Disposition", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "Content-Length", schema = @Schema(type = SchemaType.INTEGER))},
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "not_downloadable")
    public Response content(@Parameter(description = "Id of the file at Google") @PathParam("id") String id,
            @Parameter(description = "pdf: one of Google's own documents as PDF instead of docx, xlsx or pptx; other files"
                    + " are not_downloadable so", schema = @Schema(type = SchemaType.STRING, enumeration = "pdf"))
            @QueryParam("format") @Nullable String format) {
        return DriveFileId.parse(id)
                .flatMap(file -> DownloadFormat.parse(format).map(as -> begun(files.download(callerId(), file, as))))
                .orElseGet(() -> ProblemResponse.of(Problem.of(ProblemCode.INVALID_REQUEST)));
    }

    /** Handles HEAD, because JAX-RS would otherwise call {@link #content} and leave the content open. */
    @HEAD
    @Path("{id}/content")
    @Operation(hidden = true)
    public Response contentHead(@PathParam("id") String id, @QueryParam("format") @Nullable String format)
            throws IOException {
        Response answer = content(id, format);
        if (answer.getEntity() instanceof Attachment attachment) {
            attachment.close();
        }
        return Response.fromResponse(answer).entity(null).build();
    }

    private Response listed(DriveOutcome<DrivePage> outcome) {
        if (outcome instanceof DriveOutcome.Done<DrivePage> done) {
            metrics.countLeftOut(done.value().unreadable());
            return Response.ok(DriveFilesView.of(done.value(), gemini.isOn())).build();
        }
        return ProblemResponse.of(DriveProblems.of(outcome));
    }

    private Response begun(DriveOutcome<Download> outcome) {
        return outcome instanceof DriveOutcome.Done<Download> done
                ? Attachment.of(done.value(), response::flushBuffer) : ProblemResponse.of(DriveProblems.of(outcome));
    }

    private UUID callerId() {
        return UUID.fromString(caller.getSubject());
    }
}
