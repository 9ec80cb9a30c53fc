package dev.holdfast.custody.grant;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Google keeps at most a hundred refresh tokens of an account and client and drops the oldest without a word. What is
 * counted is what was issued: some of them will have died since, so the true number is this or less.
 */
public final class TokenLimit {

    /** Of an account and client, live at Google (its page "Using OAuth 2.0 to Access Google APIs"). */
    public static final int MOST = 100;

    private static final int[] MARKS = {50, 75, 90, MOST};

    private TokenLimit() {}

    /** The highest mark that is reached now and was not before: worth one warning. */
    public static OptionalInt markReached(int before, int now) {
        return IntStream.of(MARKS).filter(mark -> before < mark && mark <= now).max();
    }
}
