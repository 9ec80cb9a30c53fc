package dev.holdfast.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages and files of the application, and the headers that keep a browser strict (security group G). */
class PagesIT {

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

    /** The nonce in the policy is the one Angular is given, and no placeholder is left. */
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

    @Test
    void assetWhenItsNameHoldsItsHashThenItIsKeptForAYear() {
        List<String> assets = ASSET.matcher(browser.navigate(browser.at("/")).body()).results()
                .map(MatchResult::group).map(found -> found.replaceAll("^[^\"]+\"|\"$", "")).toList();

        assertFalse(assets.isEmpty());
        for (String asset : assets) {
            HttpResponse<String> response = browser.navigate(browser.at("/" + asset.replaceFirst("^/", "")));
            Answers.fine(response);
            assertEquals("public, max-age=31536000, immutable", response.headers().firstValue("Cache-Control").orElse(""));
            String type = response.headers().firstValue("Content-Type").orElse("");
            assertTrue(asset.endsWith(".js") ? type.startsWith("text/javascript") : type.startsWith("text/css"), type);
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
    void fileWhenUnknownThenItIsAPlainPageThatNobodyKeeps(String path) {
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
