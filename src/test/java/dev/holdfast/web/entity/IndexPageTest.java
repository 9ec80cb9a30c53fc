package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IndexPageTest {

    @Test
    void withNonceWhenRenderedThenEveryPlaceHasIt() {
        IndexPage index = new IndexPage("<a nonce=\"__CSP_NONCE__\"><b ngcspnonce=\"__CSP_NONCE__\">é");

        assertEquals("<a nonce=\"n1\"><b ngcspnonce=\"n1\">é",
                new String(index.withNonce("n1"), StandardCharsets.UTF_8));
    }

    /** CSP Level 3 section 7.1: a nonce is unguessable and used once, of at least 128 bits. */
    @Test
    void freshWhenAskedTwiceThenTwoLongNonces() {
        String nonce = Nonce.fresh();

        assertNotEquals(nonce, Nonce.fresh());
        assertTrue(nonce.matches("[A-Za-z0-9_-]{22,}"), nonce);
    }
}
