package dev.holdfast.account.control;

import dev.holdfast.account.entity.ToldOrigin;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * The sender of the current request. Events that the request causes are recorded with this address and browser. For an
 * administrator's request the timeline gets neither: only the audit trail tells them.
 */
@RequestScoped
public class Requester {

    private String address;
    private String userAgent;
    private boolean administers;

    public void is(String peerAddress, String browser) {
        address = peerAddress;
        userAgent = browser;
    }

    /** Marks the request as an administrator's act on another person's account. */
    public void administers() {
        administers = true;
    }

    /** The peer's address; null if unknown. */
    public String address() {
        return address;
    }

    /** The browser's {@code User-Agent}; null if the request has none. */
    public String userAgent() {
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
