package dev.holdfast.web.entity;

import java.nio.charset.StandardCharsets;

/**
 * The single-page application's {@code index.html}, with the words of this installation and a place for the nonce of each
 * response. All inserted text is escaped, so that no setting can become markup.
 */
public final class IndexPage {

    private static final String NONCE_PLACE = "__CSP_NONCE__";
    private static final String INSTALLATION_PLACE = "__INSTALLATION__";

    /** The default name, as it stands in the title and in the text shown until the application has started. */
    private static final String STANDARD_NAME = ">Holdfast<";

    private static final String STANDARD_COLOR = "content=\"" + BrandColor.STANDARD.hex() + "\"";
    private static final String STANDARD_ICON = "href=\"/favicon.svg\"";

    private final String template;

    public IndexPage(String template, Installation installation) {
        String page = template.replace(STANDARD_NAME, '>' + escaped(installation.name()) + '<');
        if (installation.color().isPresent()) {
            page = page.replace(STANDARD_COLOR, "content=\"" + installation.color().get().hex() + '"');
        }
        if (installation.logo().isPresent()) {
            page = page.replace("type=\"image/svg+xml\" " + STANDARD_ICON, "href=\"" + Installation.LOGO_PATH + '"');
        }
        this.template = page.replace(INSTALLATION_PLACE, escaped(installation.json()));
    }

    public byte[] withNonce(String nonce) {
        return template.replace(NONCE_PLACE, nonce).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Escapes text and quoted attributes (HTML, "Escaping a string"), and breaks up placeholders that a value may
     * contain.
     */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;").replace("__", "&#95;&#95;");
    }
}
