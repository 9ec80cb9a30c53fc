package dev.holdfast.web.entity;

/** The policies for what a document of ours may load and run (W3C Content Security Policy Level 3, Trusted Types). */
public final class ContentSecurityPolicy {

    /** For every answer that is not a page of the application. */
    public static final String CLOSED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** For a picture from outside that a person opens as a document: it runs nothing and has no origin. */
    public static final String PICTURE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; "
            + "connect-src 'self'; img-src 'self' data:; font-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
            + "trusted-types angular angular#components";

    private ContentSecurityPolicy() {}

    /** Returns the policy of the application's page: own scripts only, component styles by this nonce. */
    public static String ofPage(String nonce) {
        return PAGE.formatted(nonce);
    }
}
