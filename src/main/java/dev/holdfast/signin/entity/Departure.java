package dev.holdfast.signin.entity;

import java.net.URI;

/** A person about to leave for Google: where to, and what the browser has to keep meanwhile. */
public record Departure(URI authorizationRequest, SignInTransaction transaction) {

    @Override
    public String toString() {
        return "Departure[" + transaction.round() + "]";
    }
}
