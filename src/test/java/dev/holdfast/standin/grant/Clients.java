package dev.holdfast.standin.grant;

import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.OAuthError;
import dev.holdfast.standin.http.Params;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The registered clients, all of one project. */
public final class Clients {

    public static final String ID = "standin-client.apps.example";
    public static final String SECRET = "standin-secret-not-a-secret-0123456789";

    private final Map<String, String> secrets = new ConcurrentHashMap<>(Map.of(ID, SECRET));

    public void register(String id, String secret) {
        secrets.put(id, secret);
    }

    public void reset() {
        secrets.clear();
        secrets.put(ID, SECRET);
    }

    public boolean knows(String id) {
        return id != null && secrets.containsKey(id);
    }

    public Iterable<String> secrets() {
        return secrets.values();
    }

    /** Returns the id of the client that proved itself by client_secret_basic or client_secret_post. */
    public String authenticate(Call call) {
        Params form = call.form();
        String id = form.get("client_id");
        String secret = form.get("client_secret");
        String authorization = call.header("Authorization", "");
        if (authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            String[] pair = new String(decode(authorization.substring(6).trim()), StandardCharsets.UTF_8).split(":", 2);
            id = Params.parse("v=" + pair[0]).get("v");
            secret = pair.length < 2 ? null : Params.parse("v=" + pair[1]).get("v");
        }
        check(id, secret);
        return id;
    }

    private void check(String id, String secret) {
        if (id == null) {
            throw OAuthError.INVALID_REQUEST.refusal("Could not determine client ID from request.");
        }
        if (!knows(id)) {
            throw OAuthError.INVALID_CLIENT.refusal("The OAuth client was not found.");
        }
        if (secret == null) {
            throw OAuthError.INVALID_REQUEST.refusal("client_secret is missing.");
        }
        if (!secrets.get(id).equals(secret)) {
            throw OAuthError.INVALID_CLIENT.refusal("Unauthorized");
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw OAuthError.INVALID_CLIENT.refusal("Unauthorized");
        }
    }
}
