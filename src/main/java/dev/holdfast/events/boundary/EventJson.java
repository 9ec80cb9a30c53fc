package dev.holdfast.events.boundary;

import dev.holdfast.events.entity.LiveEvent;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** The data of an event: one JSON object on one line. */
final class EventJson {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private EventJson() {}

    static String of(LiveEvent event) {
        JsonObjectBuilder data = JSON.createObjectBuilder();
        if (event instanceof LiveEvent.Hello hello) {
            data.add("server_time", hello.serverTime().toString());
        } else if (event instanceof LiveEvent.SessionEnded ended) {
            data.add("reason", ended.reason().code());
        } else if (event instanceof LiveEvent.GrantState grant) {
            data.add("status", grant.status()).add("missing_scopes", JSON.createArrayBuilder(grant.missingScopes()));
        }
        return data.build().toString();
    }
}
