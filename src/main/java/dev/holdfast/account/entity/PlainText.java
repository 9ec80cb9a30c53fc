package dev.holdfast.account.entity;

import org.jspecify.annotations.Nullable;

/** Makes text from outside fit to store and to log: no control character, no line end, bounded length. */
public final class PlainText {

    private static final int MOST = 300;

    private PlainText() {}

    /** Same as {@link #of}; null stays null. */
    public static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    public static String of(String text) {
        String printable = text.replaceAll("\\p{C}|[\\u2028\\u2029]", "?");
        return printable.length() <= MOST ? printable : printable.substring(0, MOST);
    }
}
