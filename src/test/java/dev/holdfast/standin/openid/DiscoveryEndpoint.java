package dev.holdfast.standin.openid;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Endpoint;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.World;

/** {@code GET /.well-known/openid-configuration} (OpenID Connect Discovery §4). */
public final class DiscoveryEndpoint implements Endpoint {

    private final World world;

    public DiscoveryEndpoint(World world) {
        this.world = world;
    }

    @Override
    public StandInAnswer answer(Call call) {
        String origin = world.origin();
        String issuer = world.switches().get(Switch.DISCOVERY_ISSUER);
        JsonObject document = new JsonObject();
        document.addProperty("issuer", issuer.isEmpty() ? origin : issuer);
        document.addProperty("authorization_endpoint", origin + "/o/oauth2/v2/auth");
        document.addProperty("token_endpoint", origin + "/token");
        document.addProperty("userinfo_endpoint", origin + "/v1/userinfo");
        document.addProperty("revocation_endpoint", origin + "/revoke");
        document.addProperty("jwks_uri", origin + "/oauth2/v3/certs");
        String announced = world.switches().get(Switch.DISCOVERY_ISS_PARAMETER);
        if (!announced.equals("missing")) {
            document.addProperty("authorization_response_iss_parameter_supported", Boolean.valueOf(announced));
        }
        addLists(document);
        return StandInAnswer.json(200, document).with("Cache-Control", "public, max-age=3600");
    }

    private static void addLists(JsonObject document) {
        add(document, "response_types_supported", "code");
        add(document, "response_modes_supported", "query");
        add(document, "subject_types_supported", "public");
        add(document, "id_token_signing_alg_values_supported", "RS256");
        add(document, "scopes_supported", "openid", "email", "profile");
        add(document, "token_endpoint_auth_methods_supported", "client_secret_post", "client_secret_basic");
        add(document, "claims_supported", "aud", "email", "email_verified", "exp", "family_name", "given_name", "iat",
                "iss", "name", "picture", "sub");
        add(document, "code_challenge_methods_supported", "plain", "S256");
        add(document, "grant_types_supported", "authorization_code", "refresh_token");
    }

    private static void add(JsonObject document, String name, String... values) {
        JsonArray array = new JsonArray();
        for (String value : values) {
            array.add(value);
        }
        document.add(name, array);
    }
}
