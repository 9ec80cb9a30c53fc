package dev.holdfast.web.entity;

/** What a document of ours may load and run (W3C Content Security Policy Level 3, Trusted Types). */
public final class ContentSecurityPolicy {

    /** For everything that is no page of the application. */
    public static final String CLOSED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** For a picture from outside that somebody opens as a document: it runs nothing and is of no origin. */
    public static final String PICTURE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; "
            + "connect-src 'self'; img-src 'self' data:; font-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
            + "trusted-types angular angular#components";

    private ContentSecurityPolicy() {}

    /** For the application's page: own scripts only, component styles by this nonce. */
    public static String ofPage(String nonce) {
        return PAGE.formatted(nonce);
    }
}
