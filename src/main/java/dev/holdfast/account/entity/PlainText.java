package dev.holdfast.account.entity;

import org.jspecify.annotations.Nullable;

/**
 * Makes text from outside fit to store and to log: no control character, no line end, bounded length. Where it was cut, three
 * dots say so.
 */
public final class PlainText {

    /** The most characters of a URL. The API refuses a longer one, because a part of a URL is of no use. */
    public static final int LONGEST_URL = 500;

    private static final int MOST = 300;
    private static final String CUT = "...";

    private PlainText() {}

    /** Same as {@link #of}; null stays null. */
    public static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    public static String of(String text) {
        return bounded(text, MOST);
    }

    /** Same as {@link #of}, with room for all of a URL. */
    public static String ofUrl(String url) {
        return bounded(url, LONGEST_URL);
    }

    private static String bounded(String text, int most) {
        String printable = text.replaceAll("\\p{C}|[\\u2028\\u2029]", "?");
        if (printable.length() <= most) {
            return printable;
        }
        int end = most - CUT.length();
        return printable.substring(0, Character.isHighSurrogate(printable.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
