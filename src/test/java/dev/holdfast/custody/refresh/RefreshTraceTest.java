package dev.holdfast.custody.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.google.SettingsOf;
import dev.holdfast.telemetry.control.Handoff.Passage;
import dev.holdfast.telemetry.control.RequestId;
import dev.holdfast.telemetry.control.TelemetryConfig;
import dev.holdfast.telemetry.control.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefreshTraceTest {

    private final List<SpanData> ended = new ArrayList<>();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder().setTracerProvider(SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(into(ended))).build()).build();
    private final Tracing tracing = new Tracing(new TelemetryConfig(telemetry, SettingsOf.map(Map.of())), telemetry);

    @AfterEach
    void leaveTheThreadAsItWas() {
        RequestId.replace(null);
    }

    @Test
    void waitWhenAnotherHasTheLeaseThenIsOneSpanOfTheFlightHoweverOftenItLooks() {
        RefreshTrace trace = RefreshTrace.begin(tracing);
        trace.waits();
        trace.waits();
        trace.ended(new Acquired.Unavailable(Duration.ofSeconds(5)));

        assertEquals(List.of("wait for lease", "refresh"), ended.stream().map(SpanData::getName).toList());
        assertEquals(ended.get(1).getSpanId(), ended.get(0).getParentSpanId());
        assertEquals("unavailable", ended.get(1).getAttributes().get(AcquireSpan.OUTCOME));
    }

    @Test
    void flightWhenOthersJoinThenTheirsAreLinkedToIt() {
        RefreshTrace trace = RefreshTrace.begin(tracing);
        Span joined = tracing.begin("acquire", SpanKind.INTERNAL);
        trace.joinedBy(joined);
        trace.broke();
        joined.end();

        assertEquals(ended.get(0).getSpanContext(), ended.get(1).getLinks().get(0).getSpanContext());
    }

    @Test
    void workWhenOnAnotherThreadThenBelongsToTheFlightAndItsRequest() throws InterruptedException {
        RequestId.replace("request-0123456789");
        RefreshTrace trace;
        Span request = tracing.begin("request", SpanKind.SERVER);
        try (Scope here = request.makeCurrent()) {
            trace = RefreshTrace.begin(tracing);
        }
        List<String> told = new ArrayList<>();
        Thread other = new Thread(() -> {
            try (Passage here = trace.enter()) {
                told.add(RequestId.current());
                tracing.begin("call", SpanKind.CLIENT).end();
            }
            told.add(RequestId.current());
        });
        other.start();
        other.join();
        trace.broke();

        assertEquals("request-0123456789", told.get(0));
        assertEquals(null, told.get(1));
        assertEquals(ended.get(1).getSpanId(), ended.get(0).getParentSpanId());
        assertEquals(request.getSpanContext().getSpanId(), ended.get(1).getParentSpanId());
    }

    private static SpanExporter into(List<SpanData> ended) {
        return new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                ended.addAll(spans);
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
    }
}
