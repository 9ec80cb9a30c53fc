package dev.holdfast.google.gemini;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.jspecify.annotations.Nullable;

/** One question to the model on its way, which another thread may cancel at any time, even before it begins. */
public final class GeminiCall {

    private @Nullable HttpPost request;
    private boolean cancelled;

    synchronized void begins(HttpPost sent) {
        request = sent;
        if (cancelled) {
            sent.cancel();
        }
    }

    /** Gives up the connection to the model, and with it the answer. */
    public synchronized void cancel() {
        cancelled = true;
        if (request != null) {
            request.cancel();
        }
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }
}
