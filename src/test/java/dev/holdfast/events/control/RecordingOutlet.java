package dev.holdfast.events.control;

import dev.holdfast.events.entity.LiveEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A client that writes down what it is sent: {@code :} for a comment, {@code closed} for the end. */
final class RecordingOutlet implements Outlet {

    static final String COMMENT = ":";
    static final String CLOSED = "closed";

    final List<String> sent = new ArrayList<>();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private boolean slow;
    private boolean gone;

    /** From now on the client takes nothing. */
    void stall() {
        slow = true;
    }

    /** The client takes all that waits. */
    void takeAll() {
        slow = false;
        waiting.forEach(each -> each.complete(null));
    }

    /** From now on each send finds the connection lost. */
    void goAway() {
        gone = true;
    }

    @Override
    public CompletionStage<?> send(LiveEvent event) {
        return sent(event.toString());
    }

    @Override
    public CompletionStage<?> comment() {
        return sent(COMMENT);
    }

    @Override
    public void close() {
        sent.add(CLOSED);
    }

    private CompletionStage<?> sent(String what) {
        sent.add(what);
        CompletableFuture<Void> taken = new CompletableFuture<>();
        if (gone) {
            taken.completeExceptionally(new IllegalStateException("connection lost"));
        } else if (slow) {
            waiting.add(taken);
        } else {
            taken.complete(null);
        }
        return taken;
    }
}
