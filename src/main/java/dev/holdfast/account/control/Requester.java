package dev.holdfast.account.control;

import dev.holdfast.account.entity.ToldOrigin;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * Who sent the request in hand: what happens because of it is told with this address and browser; with none, if it was an
 * administrator, for these are nobody's business but the audit trail's.
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

    /** What follows is done to somebody else's account. */
    public void administers() {
        administers = true;
    }

    /** Null if it is not known. */
    public String address() {
        return address;
    }

    /** Null if it was not told. */
    public String userAgent() {
        return userAgent;
    }

    /** As the timeline tells it; empty if it is not known. */
    Optional<ToldOrigin> origin() {
        if (administers) {
            return Optional.of(new ToldOrigin(null, null));
        }
        return address == null ? Optional.empty() : Optional.of(new ToldOrigin(address, userAgent == null ? "" : userAgent));
    }
}
