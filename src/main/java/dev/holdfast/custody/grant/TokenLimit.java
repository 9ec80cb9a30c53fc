package dev.holdfast.custody.grant;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Google's limit of refresh tokens: it keeps at most a hundred for an account and client and drops the oldest without
 * notice. The count is of issued tokens. Some of them will have died since, so the true number is this or less.
 */
public final class TokenLimit {

    /** The most that can live at Google for an account and client (its page "Using OAuth 2.0 to Access Google APIs"). */
    public static final int MOST = 100;

    private static final int[] MARKS = {50, 75, 90, MOST};

    private TokenLimit() {}

    /** Returns the highest mark that is reached now and was not before: worth one warning. */
    public static OptionalInt markReached(int before, int now) {
        return IntStream.of(MARKS).filter(mark -> before < mark && mark <= now).max();
    }
}
