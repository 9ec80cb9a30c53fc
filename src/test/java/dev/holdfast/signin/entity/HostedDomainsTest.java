package dev.holdfast.signin.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.signin.entity.HostedDomains.EmailStatus;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostedDomainsTest {

    @ParameterizedTest
    @CsvSource({"example.com, VERIFIED, true", "EXAMPLE.com, VERIFIED, true", "other.org, VERIFIED, true",
        "evil-example.com, VERIFIED, false", "sub.example.com, VERIFIED, false", ", VERIFIED, false",
        "example.com, UNVERIFIED, false"})
    void admitWhenDomainsAreNamedThenOnlyByHdClaim(String hostedDomain, EmailStatus email, boolean admitted) {
        HostedDomains domains = new HostedDomains(Set.of("Example.com", "other.org"));

        assertEquals(admitted, domains.admit(Optional.ofNullable(hostedDomain), email));
    }

    @Test
    void admitWhenNoneIsNamedThenEverybody() {
        assertTrue(new HostedDomains(Set.of()).admit(Optional.empty(), EmailStatus.UNVERIFIED));
    }
}
