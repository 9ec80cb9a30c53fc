package dev.holdfast.events.control;

import dev.holdfast.events.entity.LiveEvent;
import java.util.concurrent.CompletionStage;

/**
 * The way to one client. Sending never waits for the client: what is sent leaves when the client takes it. The end of a
 * stream waits until its connection has taken what was sent.
 */
public interface Outlet {

    /** Sends an event; the stage ends once the connection has taken it, and fails once the connection is known to be lost. */
    CompletionStage<?> send(LiveEvent event);

    /** Sends a comment, which clients ignore: it keeps proxies from closing the stream, and finds out lost clients. */
    CompletionStage<?> comment();

    /** Ends the stream. It may be called more than once. */
    void close();
}
