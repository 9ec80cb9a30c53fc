package dev.holdfast.google.stream;

import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.JsonBody;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Google's refusals of a call, by status and fixed text (Cross-Account Protection, "Error code reference"). Where the text is
 * another one than Google documents, the status decides.
 */
public enum StreamRefusal {
    /** A member of the configuration is missing. */
    INCOMPLETE(400, "must contain"),
    BAD_REQUEST(400, ""),
    /** The token is not accepted: the key was deleted or disabled, or the clock is wrong. */
    UNAUTHORIZED(401, ""),
    NOT_HTTPS(403, "must be an HTTPS URL"),
    /** Firebase manages the stream of this project. */
    MANAGED_ELSEWHERE(403, "spec-compliant delivery method"),
    PROJECT_UNKNOWN(403, "Project could not be found"),
    PERMISSION_MISSING(403, "needs permission"),
    NO_SERVICE_ACCOUNT(403, "only be called by a service account"),
    DOMAIN_NOT_AUTHORIZED(403, "does not belong to any of your project's domains"),
    NO_OAUTH_CLIENT(403, "at least one OAuth client"),
    STATUS_INVALID(403, "unsupported status", "invalid status"),
    /** The RISC API is not enabled in the project (google.rpc.ErrorInfo, {@code SERVICE_DISABLED}). */
    API_NOT_ENABLED(403, "has not been used in project", "it is disabled"),
    FORBIDDEN(403, ""),
    NOT_FOUND(404, ""),
    LIMITED(429, ""),
    OTHER(0, "");

    private final int status;
    private final String[] texts;

    StreamRefusal(int status, String... texts) {
        this.status = status;
        this.texts = texts;
    }

    /** Returns the code, such as {@code not_https}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StreamRefusal of(Answer answer) {
        String message = JsonBody.members(answer.body()).map(StreamRefusal::message).orElse("");
        return Stream.of(values()).filter(each -> each.status == answer.status() && each.says(message)).findFirst()
                .orElse(OTHER);
    }

    private boolean says(String message) {
        return Stream.of(texts).anyMatch(text -> message.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    private static String message(Map<String, Object> members) {
        return members.get("error") instanceof Map<?, ?> error && error.get("message") instanceof String text ? text : "";
    }
}
