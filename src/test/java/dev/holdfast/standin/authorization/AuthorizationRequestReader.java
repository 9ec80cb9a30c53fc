package dev.holdfast.standin.authorization;

import dev.holdfast.standin.grant.AuthorizationError;
import dev.holdfast.standin.grant.CodeChallenge;
import dev.holdfast.standin.grant.StandInAuthorizationRequest;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.http.Params;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.World;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks authorization requests the way Google does: faults are shown on a page, not sent back. */
final class AuthorizationRequestReader {

    private static final Set<String> PROMPTS = Set.of("none", "consent", "select_account");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final World world;

    AuthorizationRequestReader(World world) {
        this.world = world;
    }

    StandInAuthorizationRequest read(Params query) {
        if (query.repeated() != null) {
            throw invalid("OAuth 2 parameters can only have a single value: " + query.repeated());
        }
        if (!world.clients().knows(required(query, "client_id"))) {
            throw new AuthorizationError(401, "invalid_client", "The OAuth client was not found.");
        }
        checkRedirectUri(required(query, "redirect_uri"));
        if (!"code".equals(required(query, "response_type"))) {
            throw invalid("Invalid response_type: " + query.get("response_type"));
        }
        return new StandInAuthorizationRequest(
                query.get("client_id"),
                query.get("redirect_uri"),
                StandInScopes.parse(required(query, "scope")),
                query.has("state") ? query.all("state").get(0) : null,
                query.get("nonce"),
                CodeChallenge.of(query.get("code_challenge"), query.get("code_challenge_method")),
                prompt(query.get("prompt", "")),
                "offline".equals(query.get("access_type")),
                "true".equals(query.get("include_granted_scopes")),
                query.get("login_hint"),
                query.get("hd"));
    }

    private static Set<String> prompt(String text) {
        Set<String> prompt = new LinkedHashSet<>(List.of(text.trim().split("\\s+")));
        prompt.remove("");
        if (!PROMPTS.containsAll(prompt) || (prompt.contains("none") && prompt.size() > 1)) {
            throw invalid("Invalid parameter value for prompt: " + text);
        }
        return prompt;
    }

    private void checkRedirectUri(String uri) {
        String registered = world.switches().get(Switch.REDIRECT_URIS);
        boolean known = registered.isBlank()
                ? isUsual(uri)
                : Arrays.asList(registered.trim().split("\\s+")).contains(uri);
        if (!known) {
            throw new AuthorizationError(400, "redirect_uri_mismatch",
                    "The redirect URI in the request, " + uri + ", does not match the ones registered for the client.");
        }
    }

    private static boolean isUsual(String text) {
        try {
            URI uri = new URI(text);
            boolean scheme = "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
            return scheme && uri.getPath().endsWith("/auth/callback") && !text.contains("..")
                    && uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static String required(Params query, String name) {
        if (query.get(name) == null) {
            throw invalid("Required parameter is missing: " + name);
        }
        return query.get(name);
    }

    private static AuthorizationError invalid(String description) {
        return new AuthorizationError(400, "invalid_request", description);
    }
}
