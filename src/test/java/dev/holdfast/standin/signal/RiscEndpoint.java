package dev.holdfast.standin.signal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Endpoint;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.world.World;

/** {@code GET /.well-known/risc-configuration}: the issuer with a slash at its end, as Google writes it, and the keys. */
public final class RiscEndpoint implements Endpoint {

    private final World world;

    public RiscEndpoint(World world) {
        this.world = world;
    }

    @Override
    public StandInAnswer answer(Call call) {
        JsonObject document = new JsonObject();
        document.addProperty("issuer", world.origin() + "/");
        document.addProperty("jwks_uri", world.origin() + "/oauth2/v3/certs");
        JsonArray methods = new JsonArray();
        methods.add("https://schemas.openid.net/secevent/risc/delivery-method/push");
        document.add("delivery_methods_supported", methods);
        return StandInAnswer.json(200, document).with("Cache-Control", "public, max-age=3600");
    }
}
