package dev.holdfast.session.entity;

/** Where a session was started or used: the peer's address and what the browser calls itself (bounded, printable). */
public record SessionOrigin(String address, String userAgent) {

    private static final int MOST = 300;

    public SessionOrigin {
        address = printable(address);
        userAgent = printable(userAgent);
    }

    private static String printable(String text) {
        if (text == null) {
            return "";
        }
        String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() <= MOST ? clean : clean.substring(0, MOST);
    }
}
