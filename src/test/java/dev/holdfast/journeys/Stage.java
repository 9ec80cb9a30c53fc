package dev.holdfast.journeys;

import dev.holdfast.standin.StandInGoogle;
import java.util.LinkedHashMap;
import java.util.Map;

/** What most journeys play on: one stand-in for Google and one server, started once for all of them. */
public final class Stage {

    private static Stage shared;

    private final StandInGoogle google;
    private final HoldfastServer holdfast;

    private Stage(StandInGoogle google, HoldfastServer holdfast) {
        this.google = google;
        this.holdfast = holdfast;
    }

    /** Each journey finds Google as it is by default, and signs in people of its own. */
    public static synchronized Stage shared() {
        if (shared == null) {
            StandInGoogle google = StandInGoogle.start();
            shared = new Stage(google, HoldfastServer.unpacked(settingsFor(google)).start());
        }
        shared.google.control().reset();
        return shared;
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
        return new Browser(holdfast.origin());
    }
}
