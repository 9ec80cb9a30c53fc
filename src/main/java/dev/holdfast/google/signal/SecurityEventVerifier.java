package dev.holdfast.google.signal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.signal.SetChecks.Reading;
import dev.holdfast.google.signal.TransmitterKeys.Lookup;
import dev.holdfast.google.wire.GoogleHttp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Verifies security event tokens; only this class hands out a {@link SecurityEvent}. In this order: form, algorithm and type,
 * claims, key, signature. Keys named inside the token are never used or fetched. Nothing is fetched for a token whose claims
 * are wrong.
 */
@ApplicationScoped
public class SecurityEventVerifier {

    private static final JOSEObjectType SECEVENT = new JOSEObjectType("secevent+jwt");

    private Set<String> accountIssuers;
    private List<Transmitter> transmitters;
    private Clock clock;

    /** The verdict about a token. */
    public sealed interface Verdict {

        record Accepted(SecurityEvent event) implements Verdict {}

        /** A refusal; {@code check} is Holdfast's word for the claim or step that failed. */
        record Refused(SetRefusal refusal, String check) implements Verdict {}

        /** The transmitter's keys are not known now, so the token may be genuine. */
        record KeysUnavailable() implements Verdict {}
    }

    protected SecurityEventVerifier() {}

    @Inject
    public SecurityEventVerifier(GoogleConfig google, SignalConfig config, GoogleHttp http, Clock clock) {
        this.clock = clock;
        accountIssuers = IssuerSpellings.ofGoogle(google.issuer());
        transmitters = new ArrayList<>();
        transmitters.add(new Transmitter(accountIssuers, config.clientIds(), true, new TransmitterKeys(
                () -> PublishedKeys.ofRisc(http, config.riscConfiguration(), accountIssuers), clock)));
        config.others().forEach(other -> transmitters.add(new Transmitter(Set.of(other.issuer()), Set.of(other.audience()),
                false, new TransmitterKeys(() -> PublishedKeys.at(http, other.keys()), clock))));
    }

    /** Verifies the body of a request. Every text gets a verdict. */
    public Verdict verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token.strip());
            if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm()) || jwt.getHeader().getKeyID() == null) {
                return new Verdict.Refused(SetRefusal.INVALID_KEY, "alg");
            }
            Reading reading = new SetChecks(transmitters, accountIssuers, clock.instant()).read(jwt.getJWTClaimsSet());
            if (reading instanceof Reading.Readable readable) {
                return signed(jwt, readable);
            }
            Reading.Refused refused = (Reading.Refused) reading;
            return new Verdict.Refused(refused.refusal(), refused.check());
        } catch (ParseException | IllegalArgumentException unreadable) {
            return new Verdict.Refused(SetRefusal.INVALID_REQUEST, "form");
        }
    }

    private static Verdict signed(SignedJWT jwt, Reading.Readable readable) {
        Lookup lookup = readable.transmitter().keys().find(jwt.getHeader().getKeyID());
        if (lookup instanceof Lookup.Found found) {
            return isSignedBy(found.key(), jwt) ? new Verdict.Accepted(readable.event())
                    : new Verdict.Refused(SetRefusal.INVALID_KEY, "signature");
        }
        return lookup instanceof Lookup.Unknown ? new Verdict.Refused(SetRefusal.INVALID_KEY, "kid")
                : new Verdict.KeysUnavailable();
    }

    private static boolean isSignedBy(JWK key, SignedJWT jwt) {
        DefaultJWTProcessor<SecurityContext> signature = new DefaultJWTProcessor<>();
        signature.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(SECEVENT, JOSEObjectType.JWT, null));
        signature.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256,
                new ImmutableJWKSet<>(new JWKSet(key))));
        // SetChecks has checked the claims.
        signature.setJWTClaimsSetVerifier((claims, context) -> { });
        try {
            signature.process(jwt, null);
            return true;
        } catch (BadJOSEException | JOSEException refused) {
            return false;
        }
    }
}
