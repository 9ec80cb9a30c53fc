package dev.holdfast.crypto.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWKSet;
import dev.holdfast.crypto.entity.EncryptionKey;
import dev.holdfast.crypto.entity.KeyPlan;
import dev.holdfast.crypto.entity.KeyPurpose;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Signing keys succeed each other without a gap, on two nodes whose clocks differ (security group C, C08). */
class SigningKeysTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);
    private static final Duration STEP = Duration.ofMinutes(4);
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final EncryptionKey KEY = EncryptionKey.generated(1, RandomTokens.bytes(EncryptionKey.LENGTH));

    private record Issued(String token, Instant at) {}

    private final MemorySigningKeys rows = new MemorySigningKeys();
    private Instant now = START;

    @Test
    void verifyWhenKeysRotateForDaysThenEachNodeKnowsEveryLivingTokenAndItsKeyAhead() {
        TokenSigner one = node(Duration.ZERO, "ES256");
        TokenSigner other = node(SKEW, "ES256");
        Deque<Issued> living = new ArrayDeque<>();
        Set<String> signed = new HashSet<>();
        Set<String> published = kids(other);
        while (now.isBefore(START.plus(Duration.ofDays(4)))) {
            Issued issued = new Issued(one.sign(KeyPurpose.ACCESS, Map.of("sub", "ada"), now), now);
            assertTrue(published.contains(kid(issued.token())), "published by the other node before it signs");
            signed.add(kid(issued.token()));
            living.add(issued);
            living.removeIf(token -> token.at().plus(TOKEN_LIFETIME).isBefore(now));
            living.forEach(token -> assertTrue(other.verify(KeyPurpose.ACCESS, token.token()).isPresent(), token::toString));
            published = kids(other);
            now = now.plus(STEP);
            one.keys.maintain();
            other.keys.maintain();
        }
        assertEquals(4, signed.size(), "one each day");
    }

    @Test
    void verifyWhenTheLastTokenOfAKeyIsDeadThenTheKeyIsRetiredEverywhere() {
        TokenSigner node = node(Duration.ZERO, "ES256");
        String old = node.sign(KeyPurpose.ACCESS, Map.of("sub", "ada"), now);
        for (int day = 0; day < 2; day++) {
            now = now.plus(Duration.ofDays(1));
            node.keys.maintain();
        }

        assertTrue(node.verify(KeyPurpose.ACCESS, old).isEmpty());
        assertFalse(kids(node).contains(kid(old)));
        assertTrue(rows.all().stream().noneMatch(key -> key.kid().equals(kid(old))));
    }

    @Test
    void signWhenTheAlgorithmIsChangedThenTheNewOneFollowsAndOldTokensAreGood() {
        String old = node(Duration.ZERO, "ES256").sign(KeyPurpose.ACCESS, Map.of("sub", "ada"), now);
        TokenSigner changed = node(Duration.ZERO, "RS256");
        assertEquals(kid(old), kid(changed.sign(KeyPurpose.ACCESS, Map.of(), now)), "published first");
        now = now.plus(Duration.ofHours(2));

        String next = changed.sign(KeyPurpose.ACCESS, Map.of("sub", "ada"), now);

        assertEquals("RS256", header(next).getAlgorithm().getName());
        assertTrue(changed.verify(KeyPurpose.ACCESS, next).isPresent());
        assertTrue(changed.verify(KeyPurpose.ACCESS, old).isPresent());
    }

    @Test
    void useWhenAStoredKeyCannotBeDecryptedThenItSaysWhichKeyItNeeds() {
        node(Duration.ZERO, "ES256");
        EncryptionKey another = EncryptionKey.generated(2, RandomTokens.bytes(EncryptionKey.LENGTH));

        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> node(another, Duration.ZERO, "ES256"));

        assertTrue(refused.getMessage().contains("it needs key 1 of holdfast.crypto.keys"), refused::getMessage);
    }

    @Test
    void maintainWhenTheRowsHaveVanishedThenItSaysSoAndWhatIsLoadedServesOn() {
        TokenSigner node = node(Duration.ZERO, "ES256");
        String token = node.sign(KeyPurpose.ACCESS, Map.of("sub", "ada"), now);
        rows.delete(rows.all().stream().map(key -> key.kid()).toList());

        IllegalStateException failed = assertThrows(IllegalStateException.class, node.keys::maintain);

        assertTrue(failed.getMessage().contains("ACCESS"), failed::getMessage);
        assertTrue(node.verify(KeyPurpose.ACCESS, token).isPresent());
    }

    @Test
    void sinceLoadedWhenTheRowsCannotBeReadThenItGrowsAndTheKeysInMemoryAreStillComplete() {
        SigningKeys keys = node(Duration.ZERO, "ES256").keys;
        now = now.plus(STEP);
        keys.maintain();
        assertEquals(Optional.of(Duration.ZERO), keys.sinceLoaded());
        rows.delete(rows.all().stream().map(key -> key.kid()).toList());
        now = now.plus(STEP);

        assertThrows(IllegalStateException.class, keys::maintain);

        assertEquals(Optional.of(STEP), keys.sinceLoaded());
        assertTrue(keys.isComplete());
        assertEquals(Optional.of(Duration.ofDays(1)), keys.lifetime(KeyPurpose.ACCESS));
    }

    @Test
    void isCompleteWhenNothingHasBeenLoadedThenFalse() {
        assertFalse(new SigningKeys().isComplete());
        assertTrue(new SigningKeys().sinceLoaded().isEmpty());
    }

    private TokenSigner node(Duration ahead, String algorithm) {
        return node(KEY, ahead, algorithm);
    }

    private TokenSigner node(EncryptionKey key, Duration ahead, String algorithm) {
        TokenSigner node = new TokenSigner();
        node.keys = new SigningKeys();
        node.keys.store = rows;
        node.keys.envelope = new Envelope();
        node.keys.envelope.use(List.of(key));
        node.keys.clock = new ClockOfTest(ahead);
        node.keys.use(List.of(new KeyPlan(KeyPurpose.ACCESS, algorithm, Duration.ofDays(1), TOKEN_LIFETIME)));
        return node;
    }

    private static Set<String> kids(TokenSigner node) {
        try {
            Set<String> kids = new HashSet<>();
            JWKSet.parse(node.keys.publicJwkSet(KeyPurpose.ACCESS)).getKeys().forEach(key -> kids.add(key.getKeyID()));
            return kids;
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String kid(String token) {
        return header(token).getKeyID();
    }

    private static JWSHeader header(String token) {
        try {
            return JWSObject.parse(token).getHeader();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final class ClockOfTest extends Clock {

        private final Duration ahead;

        ClockOfTest(Duration ahead) {
            this.ahead = ahead;
        }

        @Override
        public Instant instant() {
            return now.plus(ahead);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
