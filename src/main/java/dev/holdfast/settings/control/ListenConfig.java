package dev.holdfast.settings.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;

/**
 * Checks {@code HTTP_HOST}, {@code HTTP_PORT} and {@code HTTPS_PORT}, where Liberty listens. Liberty reads them itself.
 * Where Liberty would go on with a default, an unusable value refuses the start.
 */
@ApplicationScoped
public class ListenConfig implements RoomSettings {

    private static final String HOST = "http.host";
    private static final String HTTP = "http.port";
    private static final String HTTPS = "https.port";
    private static final Pattern HOSTS = Pattern.compile("\\*|[A-Za-z0-9._-]+|[0-9A-Fa-f:.%]+");
    private static final int OFF = -1;
    private static final int LAST_PORT = 65_535;

    protected ListenConfig() {}

    @Inject
    public ListenConfig(Settings settings) {
        settings.notEmpty(HOST);
        if (!HOSTS.matcher(settings.text(HOST, "localhost")).matches()) {
            settings.fault(HOST, "must be a host name, an address, or * for all interfaces");
        }
        int http = port(settings, HTTP, 9080);
        if (http == port(settings, HTTPS, 9443)) {
            settings.fault(HTTP, http == OFF ? "is off, and so is " + HTTPS + ": one of them must be a port"
                    : "is the same as " + HTTPS + ": give each a port of its own, or -1");
        }
    }

    private static int port(Settings settings, String key, int fallback) {
        settings.notEmpty(key);
        int port = settings.number(key, fallback, OFF, LAST_PORT);
        if (port == 0) {
            settings.fault(key, "must be a port, or -1 for none");
        }
        return port;
    }
}
