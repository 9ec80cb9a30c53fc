package dev.holdfast.web.entity;

import java.nio.charset.StandardCharsets;

/** The single-page application's {@code index.html}, with a place for the nonce of each response. */
public final class IndexPage {

    private static final String NONCE_PLACE = "__CSP_NONCE__";

    private final String template;

    public IndexPage(String template) {
        this.template = template;
    }

    public byte[] withNonce(String nonce) {
        return template.replace(NONCE_PLACE, nonce).getBytes(StandardCharsets.UTF_8);
    }
}
