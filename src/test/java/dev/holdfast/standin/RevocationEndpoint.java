package dev.holdfast.standin;

import com.google.gson.JsonObject;

/** {@code POST /revoke} (RFC 7009): either kind of token ends the whole grant. */
final class RevocationEndpoint implements Endpoint {

    private final World world;

    RevocationEndpoint(World world) {
        this.world = world;
    }

    @Override
    public Answer answer(Call call) {
        String value = call.form().get("token", call.query().get("token"));
        if (value == null) {
            throw OAuthError.INVALID_REQUEST.refusal("Required parameter is missing: token");
        }
        Grants grants = world.grants();
        Token token = grants.refreshToken(value)
                .or(() -> grants.accessToken(value))
                .filter(found -> grants.isLive(found, world.clock().instant()))
                .orElseThrow(() -> OAuthError.INVALID_TOKEN.refusal("Token expired or revoked"));
        grants.revoke(token.grant());
        return Answer.json(200, new JsonObject()).uncached();
    }
}
