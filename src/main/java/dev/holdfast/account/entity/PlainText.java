package dev.holdfast.account.entity;

/** Text from outside made fit to keep and to log: no control character, no line end, bounded. Null stays null. */
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
