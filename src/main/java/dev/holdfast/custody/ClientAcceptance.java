package dev.holdfast.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Whether Google accepts our client, as far as this node has seen: its last word counts. */
@ApplicationScoped
public class ClientAcceptance {

    /** Google's {@code error}, and when it was said. */
    public record Rejection(String code, Instant at) {}

    private volatile Rejection rejection;

    public void rejected(String code, Instant at) {
        rejection = new Rejection(code, at);
    }

    public void accepted() {
        rejection = null;
    }

    public Optional<Rejection> rejection() {
        return Optional.ofNullable(rejection);
    }
}
