package dev.holdfast.account.control;

import dev.holdfast.account.entity.Activity;
import jakarta.enterprise.context.RequestScoped;

/** Who sent the request in hand: what happens because of it is told with this address and browser. */
@RequestScoped
public class Requester {

    private String address;
    private String userAgent;

    public void is(String peerAddress, String browser) {
        address = peerAddress;
        userAgent = browser;
    }

    Activity told(Activity activity) {
        return address == null ? activity : activity.from(address, userAgent == null ? "" : userAgent);
    }
}
