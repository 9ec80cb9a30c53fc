package dev.holdfast.journeys.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages and files of the application, and the headers that keep a browser strict (security group G). */
@OnStage
class PagesIT {

    /** Bytes, as in {@code frontend/tools/compress.mjs}: a smaller file has one form only. */
    private static final int WORTH_COMPRESSING = 1024;

    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"([^\"]+-[A-Za-z0-9_-]{8}\\.(?:js|css))\"");

    private Browser browser;

    @BeforeEach
    void enter() {
        browser = Stage.shared().browser();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/login?reason=token_reused", "/files", "/files?q=x", "/account", "/some/deep/link",
        "/index.html", "/apis", "/authors"})
    void pageWhenADeepLinkIsOpenedThenTheApplicationIsServed(String path) {
        HttpResponse<String> page = browser.navigate(browser.at(path));

        Answers.fine(page);
        assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(page.body().contains("<app-root"), page.body());
        assertTrue(page.headers().allValues("Set-Cookie").isEmpty());
    }

    @Test
    void pageWhenServedThenItsPolicyNamesTheNonceOfThisResponseAlone() {
        String first = nonceOf(browser.navigate(browser.at("/")));
        String second = nonceOf(browser.navigate(browser.at("/files")));

        assertNotEquals(first, second);
        assertTrue(first.length() >= 22, first);
    }

    /** The nonce in the policy is the one that Angular gets, and no placeholder is left. */
    private static String nonceOf(HttpResponse<String> page) {
        Matcher nonce = Pattern.compile("ngCspNonce=\"([^\"]+)\"", Pattern.CASE_INSENSITIVE).matcher(page.body());
        assertTrue(nonce.find(), page.body());
        assertTrue(policyOf(page).get("style-src").contains("'nonce-" + nonce.group(1) + "'"), policyOf(page)::toString);
        assertFalse(page.body().contains("__CSP_NONCE__"));
        return nonce.group(1);
    }

    @Test
    void pageWhenServedThenItsPolicyIsStrict() {
        Map<String, Set<String>> policy = policyOf(browser.navigate(browser.at("/")));

        for (String closed : List.of("default-src", "object-src", "base-uri", "frame-ancestors")) {
            assertEquals(Set.of("'none'"), policy.get(closed), closed);
        }
        assertEquals(Set.of("'self'"), policy.get("connect-src"));
        assertEquals(Set.of("'self'"), policy.get("form-action"));
        assertEquals(Set.of("'script'"), policy.get("require-trusted-types-for"));
        assertTrue(policy.containsKey("trusted-types"));
        Set<String> all = policy.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertTrue(all.stream().noneMatch(source -> source.contains("unsafe") || source.contains("*")
                || source.startsWith("http")), all::toString);
    }

    private static Map<String, Set<String>> policyOf(HttpResponse<String> page) {
        return Arrays.stream(page.headers().firstValue("Content-Security-Policy").orElseThrow().split(";\\s*"))
                .map(directive -> directive.split(" ", 2))
                .collect(Collectors.toMap(directive -> directive[0], directive -> Set.of(directive[1].split(" "))));
    }

    @Test
    void pageWhenServedThenNothingInItRunsInline() {
        String page = browser.navigate(browser.at("/")).body();

        assertFalse(Pattern.compile("<script(?![^>]*\\bsrc=)", Pattern.CASE_INSENSITIVE).matcher(page).find(), page);
        assertFalse(Pattern.compile("\\son[a-z]+=", Pattern.CASE_INSENSITIVE).matcher(page).find(), page);
    }

    /** MIT and BSD demand that each copy comes with their licence. */
    @Test
    void licencesWhenAskedForThenThoseOfThePagesAreServed() {
        HttpResponse<String> licences = browser.navigate(browser.at("/3rdpartylicenses.txt"));

        Answers.fine(licences);
        assertTrue(licences.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
        assertTrue(licences.body().contains("Package: @angular/core"));
    }

    @Test
    void assetWhenItsNameHoldsItsHashThenItIsKeptForAYear() {
        for (String asset : assets()) {
            HttpResponse<String> response = browser.navigate(browser.at(asset));
            Answers.fine(response);
            assertEquals("public, max-age=31536000, immutable", response.headers().firstValue("Cache-Control").orElse(""));
            String type = response.headers().firstValue("Content-Type").orElse("");
            assertTrue(asset.endsWith(".js") ? type.startsWith("text/javascript") : type.startsWith("text/css"), type);
        }
    }

    /** Returns the paths of the hashed files that the page names. */
    private List<String> assets() {
        List<String> assets = ASSET.matcher(browser.navigate(browser.at("/")).body()).results().map(MatchResult::group)
                .map(found -> found.replaceAll("^[^\"]+\"/?|\"$", "")).map(name -> "/" + name).toList();
        assertFalse(assets.isEmpty());
        return assets;
    }

    /** RFC 9110 section 12.5.3: a client never gets a coding that it refuses, unless there is no other one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gzip, deflate, br, zstd | br", "gzip | gzip", "br;q=0, gzip | gzip",
        "identity;q=0, gzip;q=0.1 | gzip", "identity;q=0, * | br", "identity;q=0 | as it is", "br;q=0, gzip;q=0 | as it is",
        "deflate | as it is", "'' | as it is"})
    void assetWhenTheClientTakesACodingThenItIsSentInTheSmallestOne(String accepted, String coding) throws Exception {
        int compressed = 0;
        for (String asset : assets()) {
            HttpResponse<byte[]> plain = encoded(asset, "identity");
            if (plain.body().length < WORTH_COMPRESSING) {
                continue;
            }
            compressed++;
            HttpResponse<byte[]> response = encoded(asset, accepted);

            Answers.fine(response);
            assertEquals(coding, response.headers().firstValue("Content-Encoding").orElse("as it is"), asset);
            assertEquals(List.of("Accept-Encoding"), response.headers().allValues("Vary"), asset);
            assertEquals(response.body().length, response.headers().firstValueAsLong("Content-Length").orElseThrow(), asset);
            for (String same : List.of("Content-Type", "Cache-Control", "X-Content-Type-Options")) {
                assertEquals(plain.headers().allValues(same), response.headers().allValues(same), asset);
            }
            assertTrue(coding.equals("as it is") || response.body().length * 2 < plain.body().length, "worth it");
            assertTrue(coding.equals("br") || Arrays.equals(plain.body(), unpacked(response)), asset);
        }
        assertTrue(compressed > 2, "large assets");
    }

    private HttpResponse<byte[]> encoded(String path, String accepted) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(browser.at(path))
                .header("Accept-Encoding", accepted).build(), BodyHandlers.ofByteArray());
    }

    private static byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
        return response.headers().firstValue("Content-Encoding").isEmpty() ? response.body()
                : new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
    }

    @ParameterizedTest
    @ValueSource(strings = {".br", ".gz"})
    void assetWhenAskedForByTheNameOfItsCompressedFormThenThereIsNone(String ending) {
        for (String asset : assets()) {
            assertEquals(404, browser.navigate(browser.at(asset + ending)).statusCode(), asset);
        }
    }

    @Test
    void fileWhenItsNameIsPlainThenItIsAskedForAgain() {
        HttpResponse<String> icon = browser.navigate(browser.at("/favicon.svg"));

        Answers.fine(icon);
        assertEquals("no-cache", icon.headers().firstValue("Cache-Control").orElse(""));
        assertEquals("image/svg+xml", icon.headers().firstValue("Content-Type").orElse("").split(";")[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/main-AAAAAAAA.js", "/nothing.css", "/deep/nothing.png", "/.env",
        "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/web-inf/web.xml", "/WEB-INF/error-page", "/main.js.map",
        "/3rdpartylicenses.txt/x.y"})
    void fileWhenUnknownThenItIsAPlainPageThatIsNotCached(String path) {
        HttpResponse<String> response = browser.navigate(browser.at(path));

        assertEquals(404, response.statusCode(), response::body);
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/html"), "people read this one");
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        assertFalse(response.body().contains("<app-root"));
        assertFalse(response.body().contains(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api/nothing.js", "/auth/nothing", "/api", "/api/", "/auth", "/auth/"})
    void apiWhenThePathIsUnknownThenItIsProblemJson(String path) {
        HttpResponse<String> response = browser.get(path);

        assertTrue(Set.of(401, 404).contains(response.statusCode()), () -> path + " " + response.statusCode());
        assertEquals("application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/files", "/favicon.svg"})
    void pageWhenOnlyTheHeadIsAskedThenThereIsNoBody(String path) {
        HttpResponse<String> head = Browser.exchange(HttpRequest.newBuilder(browser.at(path))
                .method("HEAD", BodyPublishers.noBody()).build());

        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
    }

    @ParameterizedTest
    @CsvSource({"POST, /", "POST, /files", "PUT, /index.html", "DELETE, /favicon.svg", "PATCH, /login"})
    void pageWhenTheMethodDoesNotReadThenItIsNotAllowed(String method, String path) {
        HttpResponse<String> response = Browser.exchange(HttpRequest.newBuilder(browser.at(path))
                .method(method, BodyPublishers.ofString("a=b")).build());

        assertEquals(405, response.statusCode());
        Set<String> allowed = Set.of(response.headers().firstValue("Allow").orElseThrow().split(",\\s*"));
        assertEquals(Set.of("GET", "HEAD"), allowed);
    }

    /** Liberty's own ways to sign in and out are closed. */
    @ParameterizedTest
    @ValueSource(strings = {"/ibm_security_logout", "/ibm_security_logout?logoutExitPage=/%5Cx", "/j_security_check", "/files/j_security_check",
        "/j_security_check;x=1", "/ibm%5Fsecurity_logout", "/ibm_security_logout.x", "/ibm_security_logoutx", "/%69bm_security_logoutq",
        "/a/b.ibm_security_logout.c", "/auth/ibm_security_logout.x", "/api/ibm_security_logoutx", "/j_security_check.x", "/auth/j_security_checkx"})
    void libertyWhenAskedForItsOwnSignInThenThereIsNone(String path) {
        for (HttpResponse<String> response : List.of(browser.navigate(browser.at(path)),
                Browser.exchange(HttpRequest.newBuilder(browser.at(path)).header("Cookie", "WASReqURL=http://x")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("j_username=a&j_password=b&logoutExitPage=/x")).build()))) {
            assertEquals(404, response.statusCode(), response::body);
            assertTrue(response.headers().firstValue("Location").isEmpty());
            assertTrue(response.headers().firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'none'"));
        }
    }

    /** Text from a stranger's parameter can neither run nor be framed there. */
    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics?scope=%3Cimg%20onerror=1%3E", "/health", "/health/nothing", "/openapi", "/jwt/nothing",
        "/jwt/ibm/api/defaultJWT/jwk"})
    void libertyWhenItAnswersByItselfThenTheAnswerIsInert(String path) {
        HttpResponse<String> response = browser.navigate(browser.at(path));

        assertEquals("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
                response.headers().firstValue("Content-Security-Policy").orElse(""));
        assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("DENY", response.headers().firstValue("X-Frame-Options").orElse(""));
    }

    /** These addresses come with features of Liberty, and no setting removes them; they give nothing away. */
    @ParameterizedTest
    @ValueSource(strings = {"/jwt", "/jwt/", "/jwt/ibm/api/defaultJWT/jwk", "/jwt/ibm/api/defaultJWT/token", "/jwt/ibm/api/holdfast/jwk",
        "/ibm/api", "/ibm/api/", "/ibm/api/config", "/ibm/api/docs"})
    void libertyWhenAskedForKeysTokensOrItsAdministrationThenItHasNone(String path) {
        for (String authorization : List.of("Basic YWRtaW46YWRtaW4=", "Bearer x")) {
            HttpResponse<String> response = Browser.exchange(HttpRequest.newBuilder(browser.at(path))
                    .header("Authorization", authorization).build());

            assertTrue(response.statusCode() >= 300, response::toString);
            assertFalse(response.body().contains("\"kty\""), response::body);
            assertTrue(response.headers().allValues("Set-Cookie").isEmpty(), response.headers()::toString);
        }
    }

    @Test
    void logoWhenNoneIsSetThenThereIsNone() {
        assertEquals(404, browser.navigate(browser.at("/installation/logo")).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"/favicon.ico, image/x-icon", "/apple-touch-icon.png, image/png"})
    void iconWhenABrowserAsksForItUnaskedThenItIsThere(String path, String type) {
        HttpResponse<String> icon = browser.navigate(browser.at(path));

        Answers.fine(icon);
        assertEquals(type, icon.headers().firstValue("Content-Type").orElse("").split(";")[0]);
    }

    @Test
    void fileWhenItHasNotChangedThenItIsNotSentAgain() {
        String modified = browser.navigate(browser.at("/favicon.svg")).headers().firstValue("Last-Modified").orElseThrow();

        assertEquals(304, Browser.exchange(HttpRequest.newBuilder(browser.at("/favicon.svg"))
                .header("If-Modified-Since", modified).build()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/files", "/favicon.svg", "/nothing.txt"})
    void pageWhenTracedThenItIsNotAllowed(String path) {
        HttpResponse<String> response = Browser.exchange(HttpRequest.newBuilder(browser.at(path))
                .method("TRACE", BodyPublishers.noBody()).build());

        assertEquals(405, response.statusCode(), response::body);
        assertEquals("GET, HEAD", response.headers().firstValue("Allow").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/files", "/favicon.svg", "/nothing.js", "/WEB-INF/web.xml", "/api/account", "/api/nothing",
        "/auth/login", "/auth/callback", "/auth/nothing", "/auth/token/refresh", "/.well-known/jwks.json",
        "/.well-known/nothing"})
    void answerWhenOfAnyKindThenItCarriesTheSecurityHeaders(String path) {
        HttpResponse<String> response = browser.navigate(browser.at(path));

        Map<String, String> expected = Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer",
                "Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin",
                "X-Frame-Options", "DENY");
        expected.forEach((name, value) -> assertEquals(List.of(value), response.headers().allValues(name), path));
        assertTrue(response.headers().firstValue("Permissions-Policy").orElse("").contains("camera=()"), path);
        List<String> policies = response.headers().allValues("Content-Security-Policy");
        assertEquals(1, policies.size(), path);
        assertTrue(policies.get(0).startsWith("default-src 'none'") && policies.get(0).contains("frame-ancestors 'none'"));
        assertTrue(response.headers().firstValue("Server").isEmpty() && response.headers().firstValue("X-Powered-By").isEmpty());
        assertTrue(response.headers().firstValue("Strict-Transport-Security").isEmpty(), "not over http");
    }
}
