package dev.holdfast.telemetry.control;

import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.Locale;

/** Gives a trace that begins here the id of its request, if that has the form of a trace id: each is found by the other. */
final class TraceIds implements IdGenerator {

    private final IdGenerator random = IdGenerator.random();

    @Override
    public String generateTraceId() {
        String request = RequestId.current();
        String id = request == null ? "" : request.replace("-", "").toLowerCase(Locale.ROOT);
        return TraceId.isValid(id) ? id : random.generateTraceId();
    }

    @Override
    public String generateSpanId() {
        return random.generateSpanId();
    }
}
