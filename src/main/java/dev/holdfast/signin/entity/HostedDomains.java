package dev.holdfast.signin.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose accounts may sign in, told by Google's {@code hd} claim alone: the ending of an e-mail address proves nothing,
 * and neither does an address Google has not verified.
 */
public record HostedDomains(Set<String> domains) {

    public HostedDomains {
        domains = domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    public boolean admit(Optional<String> hostedDomain, EmailStatus email) {
        return domains.isEmpty() || email == EmailStatus.VERIFIED
                && hostedDomain.map(domain -> domain.toLowerCase(Locale.ROOT)).filter(domains::contains).isPresent();
    }

    /** The {@code email_verified} claim (OpenID Connect Core section 5.1). */
    public enum EmailStatus {
        VERIFIED,
        UNVERIFIED
    }
}
