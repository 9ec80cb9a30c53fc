package dev.holdfast.gateway.control;

import com.google.api.client.http.HttpResponse;
import java.util.Locale;
import java.util.Set;

/** The use that an answer of Google's is put to, decided by its head. */
enum AnswerUse {

    /** It goes to the browser. */
    PASSED_ON,

    /** Google refused, and our own words say so. */
    REFUSED,

    /** A redirect, a content coding that was not requested, or a body whose end could not be told from a break. */
    UNUSABLE;

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int REDIRECTS_FROM = 300;
    private static final int REFUSALS_FROM = 400;

    /** Formats that show by themselves whether they are whole. */
    private static final Set<String> SELF_DELIMITED = Set.of("application/json", "text/event-stream");

    static AnswerUse of(HttpResponse response) {
        int status = response.getStatusCode();
        if (status >= REFUSALS_FROM) {
            return REFUSED;
        }
        boolean isRedirect = status >= REDIRECTS_FROM && status != NOT_MODIFIED;
        return isRedirect || isEncoded(response) || !hasAnEnd(response) ? UNUSABLE : PASSED_ON;
    }

    private static boolean isEncoded(HttpResponse response) {
        return UpstreamAnswer.header(response, "Content-Encoding").filter(coding -> !"identity".equalsIgnoreCase(coding.strip()))
                .isPresent();
    }

    /** Tells whether the body has a length or chunks (RFC 9112 section 6.3), is absent, or tells its end by itself. */
    private static boolean hasAnEnd(HttpResponse response) {
        return response.getStatusCode() == NO_CONTENT || response.getStatusCode() == NOT_MODIFIED
                || "HEAD".equals(response.getRequest().getRequestMethod())
                || UpstreamAnswer.header(response, "Content-Length").isPresent()
                || UpstreamAnswer.header(response, "Transfer-Encoding").isPresent()
                || SELF_DELIMITED.contains(kind(response));
    }

    private static String kind(HttpResponse response) {
        return UpstreamAnswer.header(response, "Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
