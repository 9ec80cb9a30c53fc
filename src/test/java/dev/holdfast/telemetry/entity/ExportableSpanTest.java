package dev.holdfast.telemetry.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

class ExportableSpanTest {

    private final SdkTracerProvider traces = SdkTracerProvider.builder().build();

    @Test
    void attributesWhenAClientHasSentThemThenAreLeftOut() {
        SpanData span = exported(begin(SpanKind.SERVER).setAttribute("url.query", "code=secret&state=secret")
                .setAttribute("url.path", "/api/secret").setAttribute("server.address", "secret.example")
                .setAttribute("user_agent.original", "secret").setAttribute("http.route", "/auth/callback"));

        assertEquals(Attributes.builder().put("http.route", "/auth/callback").build(), span.getAttributes());
    }

    @Test
    void attributesWhenWeCallThenTellWhom() {
        SpanData span = exported(begin(SpanKind.CLIENT).setAttribute("server.address", "oauth2.googleapis.com")
                .setAttribute("url.full", "https://oauth2.googleapis.com/token?secret"));

        assertEquals(Attributes.builder().put("server.address", "oauth2.googleapis.com").build(), span.getAttributes());
    }

    @Test
    void failureWhenItQuotesSomethingThenOnlyItsKindIsLeft() {
        ReadableSpan failed = (ReadableSpan) begin(SpanKind.INTERNAL).startSpan()
                .setStatus(StatusCode.ERROR, "secret").recordException(new IllegalStateException("secret"));
        SpanData span = new ExportableSpan(failed.toSpanData());

        assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
        assertTrue(span.getStatus().getDescription().isEmpty());
        EventData event = span.getEvents().get(0);
        assertEquals("java.lang.IllegalStateException", event.getAttributes().asMap().values().iterator().next());
        assertEquals(1, event.getAttributes().size(), () -> event.getAttributes().toString());
    }

    private SpanBuilder begin(SpanKind kind) {
        return traces.get("test").spanBuilder("work").setSpanKind(kind);
    }

    private static SpanData exported(SpanBuilder span) {
        return new ExportableSpan(((ReadableSpan) span.startSpan()).toSpanData());
    }
}
