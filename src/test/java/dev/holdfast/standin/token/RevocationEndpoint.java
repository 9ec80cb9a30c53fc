package dev.holdfast.standin.token;

import com.google.gson.JsonObject;
import dev.holdfast.standin.grant.StandInGrants;
import dev.holdfast.standin.grant.Token;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Endpoint;
import dev.holdfast.standin.http.OAuthError;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.world.World;

/** {@code POST /revoke} (RFC 7009): either kind of token ends the whole grant. */
public final class RevocationEndpoint implements Endpoint {

    private final World world;

    public RevocationEndpoint(World world) {
        this.world = world;
    }

    @Override
    public StandInAnswer answer(Call call) {
        String value = call.form().get("token", call.query().get("token"));
        if (value == null) {
            throw OAuthError.INVALID_REQUEST.refusal("Required parameter is missing: token");
        }
        StandInGrants grants = world.grants();
        Token token = grants.refreshToken(value)
                .or(() -> grants.accessToken(value))
                .filter(found -> grants.isLive(found, world.clock().instant()))
                .orElseThrow(() -> OAuthError.INVALID_TOKEN.refusal("Token expired or revoked"));
        grants.revoke(token.grant());
        return StandInAnswer.json(200, new JsonObject()).uncached();
    }
}
