package dev.holdfast.google.api;

import dev.holdfast.google.token.AccessToken;
import java.io.IOException;

/** Whoever keeps the tokens of one account. Why there is none to be had is told by an exception of the keeper's own. */
public interface TokenSource {

    /** A token that is valid now and for a while. */
    AccessToken acquire() throws IOException;

    /** Another one, after an API refused this one with 401. */
    AccessToken acquireInsteadOf(AccessToken rejected) throws IOException;
}
