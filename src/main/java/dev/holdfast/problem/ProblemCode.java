package dev.holdfast.problem;

import java.util.Locale;

/**
 * The stable codes of our refusals. Each has a status, a title and a text that tells the caller what it means; clients rely
 * on {@link #code()}.
 */
public enum ProblemCode {
    ACCESS_TOKEN_INVALID(401, "The access token is missing, expired or not valid.",
            "Refresh it once, and try once more."),
    SESSION_ENDED(401, "This session has ended.",
            "Sign in again."),
    GOOGLE_ACCESS_LOST(401, "Google no longer lets Holdfast act for this person.",
            "All sessions of the account have ended. Sign in again."),
    CROSS_SITE_REQUEST(403, "This request did not come from Holdfast's own pages.",
            "Nothing has been done. It is answered to pages of the same origin only."),
    GOOGLE_SCOPE_MISSING(403, "A permission at Google is missing for this.",
            "The person can grant it by following sign_in."),
    GOOGLE_FORBIDDEN(403, "Google does not let this person do this.",
            "Google refused this object to this person. Asking again changes nothing."),
    FORBIDDEN(403, "This is not allowed.",
            "The caller's roles do not cover it."),
    NOT_DOWNLOADABLE(409, "This file cannot be downloaded.",
            "It has no content of its own, or Google does not export that much. It can be opened at web_view_link."),
    NOT_ANSWERABLE(409, "This file cannot be asked about.",
            "The model reads PDF, text, pictures, and Google's documents, presentations and spreadsheets. The file can be"
            + " opened at web_view_link."),
    REFRESH_SUPERSEDED(409, "This refresh was repeated elsewhere, and the session has moved on.",
            "Nothing has ended. Refresh once more, with a fresh Idempotency-Key."),
    CONFLICT(409, "This does not fit what is there now.",
            "Google refused it, because it exists already or has changed. Read it again first."),
    OWN_ACCOUNT(409, "This is not done to one's own account.",
            "Nothing has been done. Another administrator can."),
    NOT_FOUND(404, "There is nothing here.",
            "It does not exist, or is not the caller's."),
    GONE(410, "This is there no more.",
            "Google does not know it any longer. A listing that went on from before has to start over."),
    PRECONDITION_FAILED(412, "It has changed since it was read.",
            "A condition in the headers does not hold. Read it again first."),
    RANGE_NOT_SATISFIABLE(416, "There is nothing in this range.",
            "The range in the headers is beyond the end."),
    INVALID_REQUEST(400, "The request is not valid.",
            "A parameter, a header or the address cannot be read. Nothing has been done."),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here.",
            "The Allow header names those that are."),
    NOT_ACCEPTABLE(406, "No acceptable representation.",
            "None of the media types in Accept can be sent."),
    PAYLOAD_TOO_LARGE(413, "The request is too large.",
            "Nothing has been done."),
    DOCUMENT_TOO_LONG(413, "This file is too long to be asked about.",
            "It has more than the model reads, or than this installation sends to it."),
    URI_TOO_LONG(414, "The address is too long.",
            "Nothing has been done."),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not supported.",
            "The body cannot be read in the form it was sent."),
    TOO_MANY_REQUESTS(429, "Too many requests at once.",
            "Holdfast limits how many one person may send. Try again after the time in Retry-After."),
    GOOGLE_RATE_LIMITED(429, "Google asks to slow down.",
            "Try again after the time in Retry-After."),
    HEADERS_TOO_LARGE(431, "The headers are too large.",
            "Nothing has been done."),
    INTERNAL_ERROR(500, "Something went wrong here.",
            "Try again later."),
    NOT_IMPLEMENTED(501, "This method is unknown here.",
            "Nothing has been done."),
    GOOGLE_ERROR(502, "Google answered with something unusable.",
            "Asking again may help."),
    GOOGLE_NOT_ENABLED(502, "This installation is not set up completely.",
            "An API of Google is not switched on in its project in the Google Cloud console. Only an administrator can mend"
            + " that; the check-up names the cure."),
    GOOGLE_UNAVAILABLE(503, "Google cannot be reached just now.",
            "Nobody is signed out. Try again after the time in Retry-After."),
    STORAGE_UNAVAILABLE(503, "The storage cannot be reached just now.",
            "Nobody is signed out. Try again after the time in Retry-After."),
    SERVER_BUSY(503, "This server has no room for this just now.",
            "Nobody is signed out. Try again after the time in Retry-After.");

    private final int status;
    private final String title;
    private final String detail;

    ProblemCode(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The default detail, for an occurrence about which no more is known. */
    String detail() {
        return detail;
    }

    /** Returns the code as clients see it, such as {@code access_token_invalid}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
