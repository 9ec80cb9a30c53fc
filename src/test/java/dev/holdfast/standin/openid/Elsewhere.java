package dev.holdfast.standin.openid;

import com.google.gson.JsonObject;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Endpoint;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.idtoken.StandInSigningKeys;
import java.util.List;

/** A foreign place that accepts any request, and answers as if it were the token endpoint or the keys. */
public final class Elsewhere implements Endpoint {

    private final StandInSigningKeys keys;

    public Elsewhere(StandInSigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public StandInAnswer answer(Call call) {
        if (call.path().equals("/elsewhere/keys")) {
            return CertsEndpoint.of(List.of(keys.stranger()));
        }
        JsonObject trap = new JsonObject();
        trap.addProperty("access_token", "ya29.standin-at-from-elsewhere");
        trap.addProperty("expires_in", 3599);
        trap.addProperty("token_type", "Bearer");
        return StandInAnswer.json(200, trap);
    }
}
