package dev.holdfast.custody.client;

import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.google.api.GoogleApi;

/** The outcome of asking for access to Google's APIs for an account. */
public sealed interface GoogleAccess {

    /** There is a token with the requested scopes, and each call asks for a token as it leaves. */
    record Granted(GoogleApi api) implements GoogleAccess {}

    /** {@code why} is {@link Acquired.Unavailable}, {@link Acquired.Lost} or {@link Acquired.ScopeMissing}. */
    record Refused(Acquired why) implements GoogleAccess {}

    /** Returns the API, or throws the refusal: a resource with nothing to add lets it pass to the client. */
    default GoogleApi orThrow() throws GoogleAccessRefused {
        if (this instanceof Granted granted) {
            return granted.api();
        }
        throw new GoogleAccessRefused(((Refused) this).why());
    }
}
