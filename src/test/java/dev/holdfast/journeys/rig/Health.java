package dev.holdfast.journeys.rig;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/** The health checks of a server at one of their addresses. */
public record Health(int status, JsonObject body) {

    public static Health of(HoldfastServer server, String path) {
        HttpResponse<String> answer = Browser.exchange(HttpRequest.newBuilder(server.origin().resolve(path)).build());
        return new Health(answer.statusCode(), JsonParser.parseString(answer.body()).getAsJsonObject());
    }

    /** Returns each check with UP or DOWN. */
    public Map<String, String> checks() {
        Map<String, String> checks = new TreeMap<>();
        for (JsonElement each : body.getAsJsonArray("checks")) {
            JsonObject check = each.getAsJsonObject();
            checks.put(check.get("name").getAsString(), check.get("status").getAsString());
        }
        return checks;
    }

    public JsonObject data(String name) {
        for (JsonElement check : body.getAsJsonArray("checks")) {
            if (check.getAsJsonObject().get("name").getAsString().equals(name)) {
                return check.getAsJsonObject().getAsJsonObject("data");
            }
        }
        throw new IllegalStateException("no check " + name + " in " + body);
    }
}
