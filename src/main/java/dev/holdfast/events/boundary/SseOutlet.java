package dev.holdfast.events.boundary;

import dev.holdfast.events.control.Outlet;
import dev.holdfast.events.entity.LiveEvent;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The way to one client over its stream of server-sent events. */
final class SseOutlet implements Outlet {

    private final Sse sse;
    private final SseEventSink sink;

    SseOutlet(Sse sse, SseEventSink sink) {
        this.sse = sse;
        this.sink = sink;
    }

    @Override
    public CompletionStage<?> send(LiveEvent event) {
        return sent(sse.newEventBuilder().name(event.name()).data(EventJson.of(event)).build());
    }

    @Override
    public CompletionStage<?> comment() {
        return sent(sse.newEventBuilder().comment("").build());
    }

    /**
     * RESTEasy's {@code close} waits for what is still to be written; Liberty's time-out for writing, a minute, ends that.
     * In practice nothing waits: all that a stream ever sends fits into the buffer of its connection.
     */
    @Override
    public void close() {
        try {
            sink.close();
        } catch (RuntimeException alreadyGone) {
            // The connection has nothing left to end.
        }
    }

    private CompletionStage<?> sent(OutboundSseEvent event) {
        try {
            return sink.send(event);
        } catch (RuntimeException closed) {
            return CompletableFuture.failedFuture(closed);
        }
    }
}
