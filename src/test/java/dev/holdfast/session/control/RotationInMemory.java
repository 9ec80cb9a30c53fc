package dev.holdfast.session.control;

import dev.holdfast.account.control.AccountConfig;
import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.AccountProfile;
import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.crypto.control.TokenSigner;
import dev.holdfast.crypto.entity.KeyPurpose;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.session.entity.Receipt;
import dev.holdfast.session.entity.RefreshRequest;
import dev.holdfast.session.entity.RefreshToken;
import dev.holdfast.session.entity.Renewal;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionOrigin;
import dev.holdfast.settings.entity.PublicUrl;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The real rotation with every decision around it, over one row in memory; only signatures are left out. */
final class RotationInMemory {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final UUID ID = new UUID(1, 2);

    private final Account account = new Account(new UUID(3, 4),
            new AccountProfile("https://issuer.example", "1", "ada@mail.example", true, "Ada", null, null), Instant.EPOCH);
    private final SessionConfig config = new SessionConfig(
            SettingsOf.map(Map.of("holdfast.session.absolute-timeout", YEAR.toString())));
    private final MemorySessions rows;
    private final RefreshRotation rotation = new RefreshRotation();
    private final JudgedRefresh judged = new JudgedRefresh();
    private final TokenPairs pairs = new TokenPairs();
    private final String firstCookie;

    RotationInMemory(Clock clock) {
        Instant start = clock.instant();
        rows = new MemorySessions(() -> new Session(ID, account.id(), new SessionOrigin("127.0.0.1", "model"), start,
                config.idleTimeout(), config.absoluteTimeout()));
        rotation.clock = clock;
        rotation.receipts = new PlainReceipts();
        rotation.common = new NoneIsCommon();
        rotation.judged = judged;
        rotation.pairs = pairs;
        judged.store = rows;
        judged.config = config;
        judged.clock = clock;
        judged.accounts = new OneAccount();
        judged.sessions = new EndingSessions();
        judged.pairs = pairs;
        judged.wentBack = new DatabaseWentBack();
        judged.wentBack.ended = new EndedSessions();
        judged.wentBack.again = new EndedAgainJob();
        pairs.refreshTokens = new RefreshTokens();
        pairs.refreshTokens.signer = new PlainSigner();
        pairs.refreshTokens.publicUrl = new PublicUrl(URI.create("http://localhost"));
        pairs.accessTokens = new AccessTokens();
        pairs.accessTokens.signer = new PlainSigner();
        pairs.accessTokens.publicUrl = pairs.refreshTokens.publicUrl;
        pairs.accessTokens.config = config;
        pairs.accessTokens.accounts = new AccountConfig(SettingsOf.map(Map.of()));
        firstCookie = pairs.refreshTokens.issue(rows.read(ID).orElseThrow().currentGeneration()).reveal();
    }

    String firstCookie() {
        return firstCookie;
    }

    Refreshed refresh(String cookie, String key) {
        return refresh(cookie, key, rotation.clock.instant());
    }

    Refreshed refresh(String cookie, String key, Instant arrivedAt) {
        RefreshToken token = new RefreshToken(ID, generationOf(cookie), Optional.of(account.id()),
                rotation.clock.instant());
        return rotation.refresh(token, Optional.ofNullable(key), arrivedAt, Supplier::get);
    }

    MemorySessions rows() {
        return rows;
    }

    static long generationOf(String cookie) {
        return Long.parseLong(cookie.replaceFirst(".*gen=(\\d+).*", "$1"));
    }

    /**
     * Leaves every refresh to the general way, as on Derby. {@code CommonRotationTest} holds the common statement to the
     * same rules.
     */
    private static final class NoneIsCommon extends CommonRotation {

        @Override
        public Optional<Renewal> rotate(RefreshRequest request, Instant now) {
            return Optional.empty();
        }
    }

    private final class OneAccount extends Accounts {

        @Override
        public Optional<Account> find(UUID accountId) {
            return Optional.of(account);
        }
    }

    /** Ends sessions in memory and reports nothing; the container tests check the reports. */
    private final class EndingSessions extends Sessions {

        @Override
        public void end(UUID sessionId, EndReason reason) {
            rows.end(sessionId, reason, rotation.clock.instant());
        }

        @Override
        void endReused(Session session, Activity reuse) {
            rows.end(session.id(), EndReason.TOKEN_REUSED, rotation.clock.instant());
        }

        @Override
        boolean endOverdue(Session session, Instant now) {
            return session.overAt(now).filter(reason -> rows.end(session.id(), reason, now)).isPresent();
        }
    }

    private static final class PlainReceipts extends Receipts {

        @Override
        public Receipt of(RefreshToken token, Optional<String> key) {
            return key.map(sent -> new Receipt(sent, List.of(mark(token.generation() + "/" + sent),
                    mark(token.generation() - 1 + "/" + sent)))).orElse(Receipt.NONE);
        }

        private static long mark(String text) {
            return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        }
    }

    private static final class PlainSigner extends TokenSigner {

        @Override
        public String sign(KeyPurpose purpose, Map<String, Object> claims, Instant time) {
            return claims.toString();
        }
    }
}
