package dev.holdfast.problem;

/** The stable codes of our refusals, each with its status and title; clients rely on {@link #code()}. */
public enum ProblemCode {
    ACCESS_TOKEN_INVALID(401, "The access token is missing, expired or not valid."),
    SESSION_ENDED(401, "This session has ended."),
    GOOGLE_ACCESS_LOST(401, "Google no longer lets Holdfast act for this person."),
    CROSS_SITE_REQUEST(403, "This request did not come from Holdfast's own pages."),
    GOOGLE_SCOPE_MISSING(403, "A permission at Google is missing for this."),
    GOOGLE_FORBIDDEN(403, "Google does not let this person do this."),
    FORBIDDEN(403, "This is not allowed."),
    NOT_DOWNLOADABLE(409, "This file cannot be downloaded."),
    NOT_FOUND(404, "There is nothing here."),
    INVALID_REQUEST(400, "The request is not valid."),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here."),
    NOT_ACCEPTABLE(406, "No acceptable representation."),
    PAYLOAD_TOO_LARGE(413, "The request is too large."),
    URI_TOO_LONG(414, "The address is too long."),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not supported."),
    GOOGLE_RATE_LIMITED(429, "Google asks to slow down."),
    HEADERS_TOO_LARGE(431, "The headers are too large."),
    INTERNAL_ERROR(500, "Something went wrong here."),
    NOT_IMPLEMENTED(501, "This method is unknown here."),
    GOOGLE_ERROR(502, "Google answered with something unusable."),
    GOOGLE_UNAVAILABLE(503, "Google cannot be reached just now."),
    STORAGE_UNAVAILABLE(503, "The storage cannot be reached just now.");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The wire form: {@code access_token_invalid}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
