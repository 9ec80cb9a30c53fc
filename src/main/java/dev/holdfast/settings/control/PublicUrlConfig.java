package dev.holdfast.settings.control;

import dev.holdfast.settings.entity.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;

/** {@code holdfast.public-url}: the origin of pages and API. */
@ApplicationScoped
public class PublicUrlConfig implements RoomSettings {

    static final String KEY = "holdfast.public-url";

    private PublicUrl publicUrl;

    protected PublicUrlConfig() {}

    @Inject
    public PublicUrlConfig(Settings settings) {
        URI url = settings.httpUrl(KEY, "http://localhost:9080");
        if (!url.getRawPath().isEmpty() && !"/".equals(url.getRawPath())) {
            settings.fault(KEY, "must be an origin: scheme, host and port without a path");
        }
        this.publicUrl = new PublicUrl(originOf(url));
    }

    @Produces
    public PublicUrl publicUrl() {
        return publicUrl;
    }

    private static URI originOf(URI url) {
        String scheme = url.getScheme();
        int standard = "https".equals(scheme) ? 443 : 80;
        String port = url.getPort() < 0 || url.getPort() == standard ? "" : ":" + url.getPort();
        return URI.create(scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port);
    }
}
