package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.settings.entity.ProductVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexPageTest {

    private static final Installation STANDARD = named("Holdfast");

    @Test
    void withNonceWhenRenderedThenEveryPlaceHasIt() {
        IndexPage index = new IndexPage("<a nonce=\"__CSP_NONCE__\"><b ngcspnonce=\"__CSP_NONCE__\">é", STANDARD);

        assertEquals("<a nonce=\"n1\"><b ngcspnonce=\"n1\">é", text(index));
    }

    @Test
    void withNonceWhenTheNameIsMarkupThenItStaysText() {
        IndexPage index = new IndexPage("<title>Holdfast</title><meta content=\"__INSTALLATION__\">",
                named("\"><script>'&__CSP_NONCE__"));

        assertEquals("<title>&quot;&gt;&lt;script&gt;&#39;&amp;&#95;&#95;CSP_NONCE&#95;&#95;</title><meta content=\""
                + "{&quot;name&quot;:&quot;\\&quot;&gt;&lt;script&gt;&#39;&amp;&#95;&#95;CSP_NONCE&#95;&#95;&quot;,"
                + "&quot;logo&quot;:null,&quot;color&quot;:null,&quot;privacy&quot;:null,&quot;terms&quot;:null,"
                + "&quot;support&quot;:null,&quot;public_url&quot;:&quot;https://files.example&quot;,"
                + "&quot;watch_refreshes&quot;:false,&quot;apis&quot;:[],&quot;version&quot;:&quot;" + ProductVersion.current() + "&quot;}\">",
                text(index));
    }

    /** The real page: title and first heading, colour and icon are those of the installation. */
    @Test
    void withNonceWhenAnInstallationHasWordsOfItsOwnThenThePageShowsThem() throws IOException {
        String template = Files.readString(Path.of("frontend/src/index.html"));
        Installation own = new Installation("Files & More", Optional.of(new Logo(new byte[0], "image/png")),
                Optional.of(BrandColor.parse("#7b1fa2")), Optional.of("https://example.com/privacy"), Optional.empty(),
                Optional.of("mailto:help@example.com"), "https://files.example", true, List.of("calendar"));

        String page = text(new IndexPage(template, own));

        assertTrue(page.contains("<title>Files &amp; More</title>"));
        assertFalse(page.contains(">Holdfast<"));
        assertTrue(page.contains("<meta name=\"theme-color\" content=\"#7b1fa2\" />"));
        assertTrue(page.contains("<link rel=\"icon\" href=\"/installation/logo\" />"));
        assertTrue(page.contains("&quot;privacy&quot;:&quot;https://example.com/privacy&quot;"));
        assertFalse(page.contains("__"), page);
    }

    /** CSP Level 3 section 7.1: a nonce is unguessable and used once, of at least 128 bits. */
    @Test
    void freshWhenAskedTwiceThenTwoLongNonces() {
        String nonce = Nonce.fresh();

        assertNotEquals(nonce, Nonce.fresh());
        assertTrue(nonce.matches("[A-Za-z0-9_-]{22,}"), nonce);
    }

    private static Installation named(String name) {
        return new Installation(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                "https://files.example", false, List.of());
    }

    private static String text(IndexPage index) {
        return new String(index.withNonce("n1"), StandardCharsets.UTF_8);
    }
}
