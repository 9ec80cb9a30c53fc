package dev.holdfast.account.control;

import dev.holdfast.account.entity.Activity;
import jakarta.enterprise.context.RequestScoped;

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

    Activity told(Activity activity) {
        if (administers) {
            return activity.from(null, null);
        }
        return address == null ? activity : activity.from(address, userAgent == null ? "" : userAgent);
    }
}
