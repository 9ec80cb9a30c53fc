package dev.holdfast.standin.signal;

import com.google.gson.JsonObject;
import dev.holdfast.standin.http.Refused;
import dev.holdfast.standin.http.StandInAnswer;
import java.util.Locale;

/** The errors of the RISC API, with Google's texts (Cross-Account Protection, "Error code reference"). */
public enum StreamError {
    FIELD_MISSING(400, "INVALID_ARGUMENT", "Stream configuration must contain delivery field."),
    UNAUTHORIZED(401, "UNAUTHENTICATED", "Unauthorized."),
    NOT_HTTPS(403, "PERMISSION_DENIED", "The delivery endpoint must be an HTTPS URL."),
    MANAGED_ELSEWHERE(403, "PERMISSION_DENIED",
            "Existing stream configuration does not have spec-compliant delivery method for RISC."),
    PROJECT_UNKNOWN(403, "PERMISSION_DENIED", "Project could not be found."),
    PERMISSION_MISSING(403, "PERMISSION_DENIED", "Service account needs permission to access your RISC configuration"),
    NO_SERVICE_ACCOUNT(403, "PERMISSION_DENIED", "Stream management APIs should only be called by a service account."),
    DOMAIN_NOT_AUTHORIZED(403, "PERMISSION_DENIED",
            "The delivery endpoint does not belong to any of your project's domains."),
    NO_OAUTH_CLIENT(403, "PERMISSION_DENIED", "To use this API your project must have at least one OAuth client configured."),
    STATUS_INVALID(403, "PERMISSION_DENIED", "Unsupported status.  Invalid status."),
    API_NOT_ENABLED(403, "PERMISSION_DENIED", "RISC API has not been used in project 123456789012 before or it is disabled."
            + " Enable it by visiting the Google Cloud console, then retry."),
    FORBIDDEN(403, "PERMISSION_DENIED", "Something that no page of Google's documents."),
    NO_STREAM(404, "NOT_FOUND", "Project has no RISC configuration."),
    LIMITED(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Requests'.");

    private final int httpStatus;
    private final String status;
    private final String message;

    StreamError(int httpStatus, String status, String message) {
        this.httpStatus = httpStatus;
        this.status = status;
        this.message = message;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StreamError of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    Refused refusal() {
        return new Refused(answer());
    }

    public StandInAnswer answer() {
        JsonObject error = new JsonObject();
        error.addProperty("code", httpStatus);
        error.addProperty("message", message);
        error.addProperty("status", status);
        JsonObject body = new JsonObject();
        body.add("error", error);
        return StandInAnswer.json(httpStatus, body);
    }
}
