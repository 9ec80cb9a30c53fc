package dev.holdfast.signin.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The domains whose accounts may sign in; an empty set admits every account. The domain is that of Google's {@code hd}
 * claim: the ending of an e-mail address proves nothing. The address must also be verified by Google.
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
