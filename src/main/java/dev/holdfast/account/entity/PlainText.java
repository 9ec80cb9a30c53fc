package dev.holdfast.account.entity;

/** Makes text from outside fit to store and to log: no control character, no line end, bounded length. Null stays null. */
public final class PlainText {

    private static final int MOST = 300;

    private PlainText() {}

    public static String of(String text) {
        if (text == null) {
            return null;
        }
        String printable = text.replaceAll("\\p{C}|[\\u2028\\u2029]", "?");
        return printable.length() <= MOST ? printable : printable.substring(0, MOST);
    }
}
