package dev.holdfast.standin;

import com.google.gson.JsonObject;

/** Another place that would gladly take what is sent to it, and answers as if it were the token endpoint. */
final class Elsewhere implements Endpoint {

    @Override
    public Answer answer(Call call) {
        JsonObject trap = new JsonObject();
        trap.addProperty("access_token", "ya29.standin-at-from-elsewhere");
        trap.addProperty("expires_in", 3599);
        trap.addProperty("token_type", "Bearer");
        return Answer.json(200, trap);
    }
}
