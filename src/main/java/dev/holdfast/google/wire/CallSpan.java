package dev.holdfast.google.wire;

import dev.holdfast.telemetry.control.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * The span of one call to Google, up to the head of its answer, named after its method and the kind of URL; it contains
 * no id, query or header. The trace ends here: Google does not learn of it.
 */
final class CallSpan {

    private static final String STATUS = "http.response.status_code";

    /** The id that follows {@code files} in Drive's paths. */
    private static final Pattern ID = Pattern.compile("(?<=/files/)[^/]+");

    private final Span span;

    private CallSpan(Span span) {
        this.span = span;
    }

    /** Begins the span of a call to a URL that Holdfast has built. */
    static CallSpan ofOurs(Tracing tracing, String method, URI url) {
        String template = ID.matcher(url.getPath()).replaceAll("{id}");
        CallSpan call = begin(tracing, method + " " + template, method, url);
        call.span.setAttribute("url.template", template);
        return call;
    }

    /** Begins the span of an API client's call, whose path may contain anything. */
    static CallSpan ofClient(Tracing tracing, String method, URI url) {
        return begin(tracing, method, method, url);
    }

    private static CallSpan begin(Tracing tracing, String name, String method, URI url) {
        Span span = tracing.begin(name, SpanKind.CLIENT);
        span.setAttribute("http.request.method", method).setAttribute("server.address", url.getHost());
        if (url.getPort() >= 0) {
            span.setAttribute("server.port", url.getPort());
        }
        return new CallSpan(span);
    }

    /** Makes the call; the span ends with the head of the answer, or with the failure. */
    OpenAnswer around(Call call) throws GoogleTrouble {
        try {
            OpenAnswer answer = call.send();
            span.setAttribute(STATUS, answer.status());
            if (answer.status() >= 400) {
                failed(Integer.toString(answer.status()));
            }
            return answer;
        } catch (GoogleTrouble trouble) {
            failed(trouble.code());
            throw trouble;
        } finally {
            span.end();
        }
    }

    private void failed(String code) {
        span.setAttribute("error.type", code).setStatus(StatusCode.ERROR);
    }

    interface Call {
        OpenAnswer send() throws GoogleTrouble;
    }
}
