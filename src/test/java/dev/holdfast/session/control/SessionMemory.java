package dev.holdfast.session.control;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.holdfast.account.control.AccountConfig;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.crypto.control.TokenSigner;
import dev.holdfast.crypto.entity.KeyPurpose;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.session.entity.EndedSession;
import dev.holdfast.session.entity.Generation;
import dev.holdfast.session.entity.MarkedAccount;
import dev.holdfast.session.entity.Renewal;
import dev.holdfast.settings.entity.PublicUrl;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The caches of sessions and access tokens, each filled with a given number of entries. */
public final class SessionMemory {

    /** The bound of {@link EndedSessions}; beyond it a node forgets the earliest. */
    public static final int MOST_ENDED = EndedSessions.MOST;

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private SessionMemory() {}

    public static Object endedSessions(int many) {
        EndedSessions ended = new EndedSessions();
        for (int i = 0; i < many; i++) {
            ended.remember(new EndedSession(UUID.randomUUID(), EndReason.SIGNED_OUT, NOW.plusMillis(i)));
        }
        return ended;
    }

    public static Object markedAccounts(int many) {
        MarkedAccounts marked = new MarkedAccounts();
        marked.learn(ids(many).map(SessionMemory::mark).toList(), NOW);
        return marked;
    }

    /** Returns a cache of living sessions of one marked account. */
    public static Object livingOfMarked(int many) {
        MarkedAccounts marked = new MarkedAccounts();
        marked.clock = CLOCK;
        marked.reads = new AllLive();
        UUID account = UUID.randomUUID();
        marked.learn(List.of(mark(account)), NOW);
        ids(many).forEach(session -> marked.whyOver(account, session));
        return marked;
    }

    /** Returns a cache of verified access tokens with the claims of real ones; without the signatures. */
    public static Object accessTokens(int many) {
        AccessTokens tokens = new AccessTokens();
        tokens.signer = new NoSignature();
        tokens.publicUrl = new PublicUrl(URI.create("https://holdfast.mail.example"));
        tokens.config = new SessionConfig(SettingsOf.map(Map.of()));
        tokens.accounts = new AccountConfig(SettingsOf.map(Map.of()));
        tokens.clock = CLOCK;
        ids(many).forEach(session -> {
            Renewal renewal = new Renewal(new Generation(session, UUID.randomUUID(), 1, NOW, NOW.plus(Duration.ofDays(30))),
                    NOW.plus(Duration.ofDays(7)), Optional.of("ada.lovelace@mail.example"), Optional.empty());
            tokens.verify(tokens.issue(renewal, NOW).token().reveal()).orElseThrow();
        });
        return tokens;
    }

    private static Stream<UUID> ids(int many) {
        return Stream.generate(UUID::randomUUID).limit(many);
    }

    private static MarkedAccount mark(UUID account) {
        return new MarkedAccount(account, UUID.randomUUID(), NOW.plusNanos(1000));
    }

    /** Answers that each session lives. */
    private static final class AllLive extends SessionReads {

        @Override
        Optional<EndReason> whyOver(UUID sessionId) {
            return Optional.empty();
        }
    }

    /** Writes and reads the claims as the real one does. */
    private static final class NoSignature extends TokenSigner {

        @Override
        public String sign(KeyPurpose purpose, Map<String, Object> claims, Instant time) {
            return JSONObjectUtils.toJSONString(claims);
        }

        @Override
        public Optional<Map<String, Object>> verify(KeyPurpose purpose, String compact) {
            try {
                return Optional.of(JSONObjectUtils.parse(compact));
            } catch (ParseException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
