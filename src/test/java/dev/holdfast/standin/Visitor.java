package dev.holdfast.standin;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.holdfast.standin.grant.CodeChallenge;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.http.Params;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client of the stand-in, for its own tests: plain HTTP, no redirects followed. */
final class Visitor {

    static final String CALLBACK = "http://localhost:9080/auth/callback";
    static final String SCOPES = "openid email profile " + StandInScopes.DRIVE_READONLY;
    static final String VERIFIER = "a-code-verifier-of-forty-three-characters-or-more";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final StandInGoogle google;

    Visitor(StandInGoogle google) {
        this.google = google;
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(google.origin().resolve(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpResponse<String> drive(String path, String accessToken) {
        return get("/drive/v3/files" + path, "Authorization", "Bearer " + accessToken);
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        return send(HttpRequest.newBuilder(google.origin().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    /** Sends the usual authorization request with these changes; a null value leaves the parameter out. */
    HttpResponse<String> authorize(String... changes) {
        return get("/o/oauth2/v2/auth?" + encode(authorization(changes)));
    }

    Map<String, String> authorization(String... changes) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", google.clientId());
        query.put("redirect_uri", CALLBACK);
        query.put("response_type", "code");
        query.put("scope", SCOPES);
        query.put("state", "a state/with+signs&");
        query.put("nonce", "a-nonce");
        query.put("access_type", "offline");
        query.put("code_challenge", CodeChallenge.s256(VERIFIER));
        query.put("code_challenge_method", "S256");
        return changed(query, changes);
    }

    /** Returns the address that the person is sent back to. */
    URI callback(String person, String... changes) {
        String[] all = Stream.concat(
                        Stream.of("standin_person", person), Stream.of(changes))
                .toArray(String[]::new);
        return URI.create(authorize(all).headers().firstValue("Location").orElseThrow());
    }

    String code(String person, String... changes) {
        return Params.parse(callback(person, changes).getRawQuery()).get("code");
    }

    HttpResponse<String> exchange(String code, String... changes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", CALLBACK);
        form.put("code_verifier", VERIFIER);
        form.put("client_id", google.clientId());
        form.put("client_secret", google.clientSecret());
        return post("/token", changed(form, changes));
    }

    HttpResponse<String> refresh(String refreshToken) {
        return post("/token", Map.of(
                "grant_type", "refresh_token",
                "refresh_token", refreshToken,
                "client_id", google.clientId(),
                "client_secret", google.clientSecret()));
    }

    /** Signs in and exchanges the code. */
    JsonObject signIn(String person, String... changes) {
        return json(exchange(code(person, changes)));
    }

    static JsonObject json(HttpResponse<String> response) {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    static String text(JsonObject json, String member) {
        return json.get(member).getAsString();
    }

    static String encode(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Map<String, String> changed(Map<String, String> values, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                values.remove(changes[i]);
            } else {
                values.put(changes[i], changes[i + 1]);
            }
        }
        return values;
    }
}
