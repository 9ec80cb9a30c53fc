package dev.holdfast.journeys.rig;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A browser at one origin, as far as HTTP shows one: a cookie jar, fetch metadata, and no redirect followed by itself. */
public final class Browser {

    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final URI origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Consumer<HttpResponse<String>> witness;
    private URI address;
    private String accessToken;
    private String forwardedFor;

    public Browser(URI origin) {
        this(origin, origin, answer -> { });
    }

    /** {@code address}: where requests for that origin arrive, as if a proxy brought them there. */
    public Browser(URI origin, URI address) {
        this(origin, address, answer -> { });
    }

    /** {@code witness} sees every answer of that origin. */
    public Browser(URI origin, Consumer<HttpResponse<String>> witness) {
        this(origin, origin, witness);
    }

    private Browser(URI origin, URI address, Consumer<HttpResponse<String>> witness) {
        this.origin = origin;
        this.address = address;
        this.witness = witness;
    }

    /** Sends the requests to that node from now on. */
    public Browser through(HoldfastServer node) {
        address = node.origin();
        return this;
    }

    /** Adds from now on the header with which a proxy names the client's address, on navigations. */
    public Browser forwardedFor(String addresses) {
        forwardedFor = addresses;
        return this;
    }

    /** Goes the whole way: to Google, as that person, allowing everything, and back; then gets a first access token. */
    public HttpResponse<String> signIn(String person) {
        HttpResponse<String> back = comeBack(goToGoogle("/auth/login?return_to=/files"), person, "all");
        refresh();
        return back;
    }

    /** Returns the authorization request that this way in leads to. */
    public URI goToGoogle(String login) {
        return URI.create(navigate(at(login)).headers().firstValue("Location").orElseThrow());
    }

    /** Returns Google's answer for that person, as the callback URL. */
    public URI answerOfGoogle(URI authorizationRequest, String person, String consent) {
        URI decided = URI.create(authorizationRequest + "&standin_person=" + encode(person)
                + "&standin_consent=" + encode(consent));
        return URI.create(exchange(HttpRequest.newBuilder(decided).GET().build()).headers()
                .firstValue("Location").orElseThrow());
    }

    public HttpResponse<String> comeBack(URI authorizationRequest, String person, String consent) {
        return arrive(answerOfGoogle(authorizationRequest, person, consent));
    }

    /** Makes the way back from Google: a cross-site navigation, which does not carry the SameSite=Strict cookie. */
    public HttpResponse<String> arrive(URI callback) {
        return followLink(callback);
    }

    /** Makes a navigation that a page of another site began: it carries SameSite=Lax cookies, but not the Strict one. */
    public HttpResponse<String> followLink(URI url) {
        HttpRequest.Builder request = navigation(url, "cross-site");
        cookies.entrySet().stream().filter(cookie -> cookie.getKey().contains("signin"))
                .forEach(cookie -> request.header("Cookie", cookie.getKey() + "=" + cookie.getValue()));
        return keeping(exchange(request.build()));
    }

    /** Makes a top-level navigation that the person began: a typed address or a bookmark. */
    public HttpResponse<String> navigate(URI url) {
        return keepingCookies(navigation(url, "none"));
    }

    /** Refreshes as the pages do; a 200 brings a new access token. */
    public HttpResponse<String> refresh() {
        return refresh(UUID.randomUUID().toString());
    }

    public HttpResponse<String> refresh(String idempotencyKey) {
        HttpRequest.Builder request = post("/auth/token/refresh");
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        HttpResponse<String> response = keepingCookies(request);
        if (response.statusCode() == 200) {
            accessToken = json(response).get("access_token").getAsString();
        }
        return response;
    }

    public HttpResponse<String> logout() {
        return keepingCookies(post("/auth/logout"));
    }

    public HttpResponse<String> get(String path) {
        return keepingCookies(bearer(path).GET());
    }

    public HttpResponse<String> delete(String path) {
        return keepingCookies(bearer(path).DELETE());
    }

    /** Returns a request from our own pages with the access token, to be finished by the caller. */
    public HttpRequest.Builder bearer(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).header("Sec-Fetch-Site", "same-origin");
        return accessToken == null ? request : request.header("Authorization", "Bearer " + accessToken);
    }

    /** Returns a POST from our own pages. */
    public HttpRequest.Builder post(String path) {
        return HttpRequest.newBuilder(at(path)).header("Sec-Fetch-Site", "same-origin")
                .header("Origin", origin.toString()).POST(BodyPublishers.noBody());
    }

    public HttpResponse<String> keepingCookies(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        return keeping(exchange(request.build()));
    }

    public String accessToken() {
        return accessToken;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** Returns another browser with the same cookies and access token: a second tab, or a thief. */
    public Browser copy() {
        Browser copy = new Browser(origin, address, witness);
        copy.cookies.putAll(cookies);
        copy.accessToken = accessToken;
        return copy;
    }

    public static JsonObject json(HttpResponse<String> response) {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    public static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new IllegalStateException(request.uri() + " broke", broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Returns the address to which requests for that path go. */
    public URI at(String path) {
        return URI.create(address + path);
    }

    private HttpRequest.Builder navigation(URI url, String site) {
        URI reached = URI.create(url.toString().replace(origin + "/", address + "/"));
        HttpRequest.Builder request = HttpRequest.newBuilder(reached).header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document").header("Sec-Fetch-Site", site).GET();
        if (forwardedFor != null) {
            request.header("X-Forwarded-For", forwardedFor);
        }
        return request;
    }

    private HttpResponse<String> keeping(HttpResponse<String> response) {
        witness.accept(response);
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    private String cookieHeader() {
        return String.join("; ", cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
