package dev.holdfast.standin.openid;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Endpoint;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.World;
import java.util.List;
import java.util.Map;

/** {@code GET /oauth2/v3/certs}: the published keys as a JWK set. */
public final class CertsEndpoint implements Endpoint {

    private final World world;

    public CertsEndpoint(World world) {
        this.world = world;
    }

    @Override
    public StandInAnswer answer(Call call) {
        return of(world.keys().published())
                .with("Cache-Control", "public, max-age=" + world.switches().get(Switch.CERTS_MAX_AGE)
                        + ", must-revalidate, no-transform");
    }

    static StandInAnswer of(List<RSAKey> keys) {
        String json = new JWKSet(List.<JWK>copyOf(keys)).toString(true);
        return StandInAnswer.of(200, Map.of("Content-Type", "application/json; charset=UTF-8"), json);
    }
}
