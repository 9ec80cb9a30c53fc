package dev.holdfast.custody.client;

import dev.holdfast.custody.refresh.Acquired;
import java.io.IOException;

/**
 * Signals that custody has no token for an API call. It carries custody's answer where a library leaves no room for a
 * value. A resource may let it pass; the client is then told as the contract says.
 */
public final class GoogleAccessRefused extends IOException {

    private final transient Acquired why;

    /** {@code why}: anything but {@link Acquired.Fresh}. */
    public GoogleAccessRefused(Acquired why) {
        super(why.getClass().getSimpleName());
        this.why = why;
    }

    /** Returns {@link Acquired.Unavailable}, {@link Acquired.Lost} or {@link Acquired.ScopeMissing}. */
    public Acquired why() {
        return why;
    }
}
