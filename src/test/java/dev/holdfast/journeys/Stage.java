package dev.holdfast.journeys;

import dev.holdfast.standin.StandInGoogle;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What most journeys play on: one stand-in for Google and one server, started once for all of them. */
public final class Stage {

    private static Stage shared;

    private final StandInGoogle google;
    private final HoldfastServer holdfast;
    private final Consumer<HttpResponse<String>> witness;

    private Stage(StandInGoogle google, HoldfastServer holdfast, Consumer<HttpResponse<String>> witness) {
        this.google = google;
        this.holdfast = holdfast;
        this.witness = witness;
    }

    /** Each journey finds Google as it is by default, and signs in people of its own. */
    public static synchronized Stage shared() {
        if (shared == null) {
            StandInGoogle google = StandInGoogle.start();
            shared = new Stage(google, HoldfastServer.unpacked(settingsFor(google)).start(), answer -> { });
        }
        shared.google.control().reset();
        return shared;
    }

    /** For journeys that stop the server, or want to know everything it has ever answered. */
    static Stage apart(StandInGoogle google, HoldfastServer holdfast, Consumer<HttpResponse<String>> witness) {
        return new Stage(google, holdfast, witness);
    }

    /** The settings that point a server at a stand-in. */
    public static Map<String, String> settingsFor(StandInGoogle google) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("HOLDFAST_GOOGLE_CLIENT_ID", google.clientId());
        settings.put("HOLDFAST_GOOGLE_CLIENT_SECRET", google.clientSecret());
        settings.put("HOLDFAST_GOOGLE_ISSUER", google.origin().toString());
        settings.put("HOLDFAST_GOOGLE_API_ROOT", google.origin().toString());
        return settings;
    }

    public StandInGoogle google() {
        return google;
    }

    public HoldfastServer holdfast() {
        return holdfast;
    }

    /** A browser with an empty cookie jar. */
    public Browser browser() {
        return new Browser(holdfast.origin(), witness);
    }
}
