package dev.holdfast.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Whether Google accepts our client, by its last answer to this node. */
@ApplicationScoped
public class ClientAcceptance {

    /** A rejection: Google's {@code error} and its time. */
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
