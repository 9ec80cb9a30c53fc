package dev.holdfast.account.control;

import dev.holdfast.account.entity.ToldOrigin;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sender of the current request. Events that the request causes are recorded with this address and browser. For an
 * administrator's request the timeline gets neither: only the audit trail tells them.
 */
@RequestScoped
public class Requester {

    private @Nullable String address;
    private @Nullable String userAgent;
    private boolean administers;

    public void is(String peerAddress, @Nullable String browser) {
        address = peerAddress;
        userAgent = browser;
    }

    /** Marks the request as an administrator's act on another person's account. */
    public void administers() {
        administers = true;
    }

    /** The peer's address; null if unknown. */
    public @Nullable String address() {
        return address;
    }

    /** The browser's {@code User-Agent}; null if the request has none. */
    public @Nullable String userAgent() {
        return userAgent;
    }

    /** The origin for the timeline; empty if unknown. */
    Optional<ToldOrigin> origin() {
        if (administers) {
            return Optional.of(new ToldOrigin(null, null));
        }
        return address == null ? Optional.empty() : Optional.of(new ToldOrigin(address, userAgent == null ? "" : userAgent));
    }
}
