package dev.holdfast.signin.control;

import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.signin.entity.HostedDomains;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code holdfast.google.hosted-domains}: the domains whose accounts may sign in; empty admits every account. */
@ApplicationScoped
public class SignInConfig implements RoomSettings {

    static final String HOSTED_DOMAINS = "holdfast.google.hosted-domains";

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private HostedDomains hostedDomains;

    protected SignInConfig() {}

    @Inject
    public SignInConfig(Settings settings) {
        Set<String> domains = Arrays.stream(settings.text(HOSTED_DOMAINS, "").split(","))
                .map(String::strip).filter(domain -> !domain.isEmpty()).collect(Collectors.toUnmodifiableSet());
        if (!domains.stream().allMatch(DOMAIN.asMatchPredicate())) {
            settings.fault(HOSTED_DOMAINS, "must be domain names separated by commas, such as example.com");
        }
        this.hostedDomains = new HostedDomains(domains);
    }

    public HostedDomains hostedDomains() {
        return hostedDomains;
    }
}
