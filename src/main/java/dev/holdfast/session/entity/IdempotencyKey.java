package dev.holdfast.session.entity;

import java.util.regex.Pattern;

/** A client's name for one refresh: 16 to 128 visible ASCII characters, fresh for each refresh, repeated on its retries. */
public final class IdempotencyKey {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{16,128}");

    private IdempotencyKey() {}

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }
}
