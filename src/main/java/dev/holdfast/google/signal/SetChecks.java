package dev.holdfast.google.signal;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.holdfast.crypto.control.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The checks of the claims of a security event token (RFC 8417 section 2.2), before its signature is verified: they cost little
 * and refuse most of what strangers send. {@code exp} is neither required nor looked at, because events do not expire.
 *
 * @param subjectIssuers the spellings of the issuer of the accounts
 */
record SetChecks(List<Transmitter> transmitters, Set<String> subjectIssuers, Instant now) {

    static final Duration SKEW = Duration.ofSeconds(60);

    /** No transmitter sent signals before; a time of before cannot be stored on every database. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final int LONGEST_ID = 512;

    /** The result: an event that still lacks the proof of its signature, or a refusal with our word for the claim. */
    sealed interface Reading {

        record Readable(Transmitter transmitter, SecurityEvent event) implements Reading {}

        record Refused(SetRefusal refusal, String check) implements Reading {}
    }

    Reading read(JWTClaimsSet claims) {
        Optional<Transmitter> sender = transmitters.stream()
                .filter(known -> known.issuers().contains(claims.getIssuer() == null ? "" : claims.getIssuer())).findFirst();
        if (sender.isEmpty()) {
            return new Reading.Refused(SetRefusal.INVALID_ISSUER, "iss");
        }
        if (claims.getAudience().stream().noneMatch(sender.get().audiences()::contains)) {
            return new Reading.Refused(SetRefusal.INVALID_AUDIENCE, "aud");
        }
        return unusable(claims).<Reading>map(check -> new Reading.Refused(SetRefusal.INVALID_REQUEST, check))
                .orElseGet(() -> new Reading.Readable(sender.get(), event(sender.get(), claims)));
    }

    private Optional<String> unusable(JWTClaimsSet claims) {
        String id = claims.getJWTID();
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            return Optional.of("jti");
        }
        Date issued = claims.getIssueTime();
        if (issued == null || issued.toInstant().isAfter(now.plus(SKEW)) || issued.toInstant().isBefore(EARLIEST)) {
            return Optional.of("iat");
        }
        boolean oneEvent = claims.getClaim("events") instanceof Map<?, ?> events && events.size() == 1
                && only(events.values()) instanceof Map<?, ?>;
        return oneEvent ? Optional.empty() : Optional.of("events");
    }

    private SecurityEvent event(Transmitter sender, JWTClaimsSet claims) {
        Map<?, ?> events = (Map<?, ?>) claims.getClaim("events");
        SetEvent event = SetEvent.of(only(events.keySet()).toString(), (Map<?, ?>) only(events.values()),
                claims.getClaim("sub_id"), subjectIssuers);
        String sending = sender.google() ? "google" : claims.getIssuer();
        return new SecurityEvent(Hashes.sha256UrlSafe(sending + " " + claims.getJWTID()), sender.google(), event,
                claims.getIssueTime().toInstant());
    }

    private static Object only(Collection<?> one) {
        return one.iterator().next();
    }
}
