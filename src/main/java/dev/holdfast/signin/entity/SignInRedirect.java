package dev.holdfast.signin.entity;

import java.net.URI;

/**
 * A person about to leave for Google: the address to go to, and the transaction that the browser keeps until the return.
 */
public record SignInRedirect(URI authorizationRequest, SignInTransaction transaction) {

    @Override
    public String toString() {
        return "SignInRedirect[" + transaction.attempt() + "]";
    }
}
