package dev.holdfast.custody.client;

import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.google.api.GoogleApi;

/** What came of asking for access to Google's APIs on somebody's behalf. */
public sealed interface GoogleAccess {

    /** There is a token with the scopes asked for, and each call will ask for one anew. */
    record Granted(GoogleApi api) implements GoogleAccess {}

    /** {@code why} is {@link Acquired.Unavailable}, {@link Acquired.Lost} or {@link Acquired.ScopeMissing}. */
    record Refused(Acquired why) implements GoogleAccess {}

    /** For callers with nothing of their own to say to a refusal: a resource lets it pass to the client. */
    default GoogleApi orThrow() throws GoogleAccessRefused {
        if (this instanceof Granted granted) {
            return granted.api();
        }
        throw new GoogleAccessRefused(((Refused) this).why());
    }
}
