package dev.holdfast.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Whether Google accepts our client, by its last answer to this node. */
@ApplicationScoped
public class ClientAcceptance {

    /** A rejection: Google's {@code error} and its time. */
    public record Rejection(String code, Instant at) {}

    private volatile Optional<Rejection> rejection = Optional.empty();

    public void rejected(String code, Instant at) {
        rejection = Optional.of(new Rejection(code, at));
    }

    public void accepted() {
        rejection = Optional.empty();
    }

    public Optional<Rejection> rejection() {
        return rejection;
    }
}
