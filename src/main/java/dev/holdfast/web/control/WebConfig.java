package dev.holdfast.web.control;

import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.web.entity.Network;
import dev.holdfast.web.entity.TrustedProxies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/**
 * {@code holdfast.trusted-proxies}: the proxies whose forwarded headers are believed; empty by default. {@code
 * holdfast.hsts.include-sub-domains}: whether browsers are to insist on https below our host, too.
 */
@ApplicationScoped
public class WebConfig implements RoomSettings {

    private static final String TRUSTED_PROXIES = "holdfast.trusted-proxies";

    private static final String SUB_DOMAINS = "holdfast.hsts.include-sub-domains";

    private TrustedProxies trustedProxies;
    private boolean hstsIncludesSubDomains;

    protected WebConfig() {}

    @Inject
    public WebConfig(Settings settings) {
        List<Network> nobody = List.of();
        trustedProxies = new TrustedProxies(settings.parsed(TRUSTED_PROXIES, nobody,
                "must be IP addresses separated by commas, each alone or with a prefix length such as 10.0.0.0/8",
                WebConfig::networks).orElse(nobody));
        hstsIncludesSubDomains = settings.flag(SUB_DOMAINS, false);
    }

    public TrustedProxies trustedProxies() {
        return trustedProxies;
    }

    public boolean hstsIncludesSubDomains() {
        return hstsIncludesSubDomains;
    }

    private static List<Network> networks(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).map(Network::parse).toList();
    }
}
