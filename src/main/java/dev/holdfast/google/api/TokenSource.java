package dev.holdfast.google.api;

import dev.holdfast.google.token.AccessToken;
import java.io.IOException;

/** A source of one account's tokens. If it has none to give, it throws an exception of its own. */
public interface TokenSource {

    /** Returns a token that is valid now and for a while. */
    AccessToken acquire() throws IOException;

    /** Returns another token, after an API refused {@code rejected} with 401. */
    AccessToken acquireInsteadOf(AccessToken rejected) throws IOException;
}
