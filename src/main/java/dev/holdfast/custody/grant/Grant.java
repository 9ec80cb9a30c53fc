package dev.holdfast.custody.grant;

import dev.holdfast.crypto.entity.AssociatedData;
import dev.holdfast.storage.entity.UuidText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A grant at Google as stored: what a person allowed this application. Tokens are ciphertexts bound to account and
 * client. This object never changes its row: each change is one conditional update of the store, fenced by version and
 * lease.
 */
@Entity
@Table(name = "google_grant")
public class Grant {

    /** The width of the column, in characters. */
    public static final int MOST_SCOPES = 4000;

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "client_id")
    private String clientId;

    @Enumerated(EnumType.STRING)
    private GrantStatus status;

    private long version;

    private String scopes;

    @Column(name = "refresh_token")
    private byte @Nullable [] refreshToken;

    @Column(name = "refresh_token_expires_at")
    private @Nullable Instant refreshTokenExpiresAt;

    @Column(name = "refresh_tokens_received")
    private int refreshTokensReceived;

    @Column(name = "refresh_token_used_at")
    private @Nullable Instant refreshTokenUsedAt;

    @Column(name = "keep_alive_after")
    private @Nullable Instant keepAliveAfter;

    @Column(name = "expiry_warned_at")
    private @Nullable Instant expiryWarnedAt;

    @Column(name = "access_token")
    private byte @Nullable [] accessToken;

    @Column(name = "access_token_issued_at")
    private @Nullable Instant accessTokenIssuedAt;

    @Column(name = "access_token_expires_at")
    private @Nullable Instant accessTokenExpiresAt;

    @Column(name = "granted_at")
    private Instant grantedAt;

    @Column(name = "last_refreshed_at")
    private @Nullable Instant lastRefreshedAt;

    @Column(name = "last_failure_at")
    private @Nullable Instant lastFailureAt;

    @Column(name = "last_failure_code")
    private @Nullable String lastFailureCode;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    /** When the account was frozen, by the database's clock; null if it is not. */
    @Column(name = "frozen_at")
    private @Nullable Instant frozenAt;

    /** Keyed hash of the refresh token's first characters, by which Google names it; null without one and in old rows. */
    @Column(name = "token_prefix_hash")
    private @Nullable String tokenPrefixHash;

    /** Keyed hash of the refresh token's double hash, by which Google names it; null without one and in old rows. */
    @Column(name = "token_double_hash")
    private @Nullable String tokenDoubleHash;

    @Column(name = "lease_owner")
    @Convert(converter = UuidText.class)
    private @Nullable UUID leaseOwner;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    protected Grant() {}

    /** A first grant, without tokens yet. */
    public Grant(UUID accountId, String clientId, Instant now) {
        this.accountId = accountId;
        this.clientId = clientId;
        this.status = GrantStatus.DEGRADED;
        // Higher than the version of any earlier grant of that account, which other nodes may still have in their caches.
        this.version = now.toEpochMilli();
        this.scopes = "";
        this.grantedAt = now;
    }

    public static AssociatedData refreshTokenOf(UUID accountId, String clientId) {
        return AssociatedData.of("google refresh token", accountId.toString(), clientId);
    }

    public static AssociatedData accessTokenOf(UUID accountId, String clientId) {
        return AssociatedData.of("google access token", accountId.toString(), clientId);
    }

    public boolean isOf(String client) {
        return clientId.equals(client);
    }

    /** Returns whether the stored refresh token belongs to that client and the grant is not lost to the person. */
    public boolean sparesConsentFor(String client) {
        return refreshToken != null && status.sparesConsent() && isOf(client);
    }

    /** Returns whether the pause after the last failed refresh still lasts, by the database's clock. */
    public boolean restsAt(Instant now, Duration atLeast) {
        // A failure time in the future (the clock was set back) is ignored.
        return lastFailureAt != null && now.isBefore(RetryPause.end(accountId, lastFailureAt, atLeast))
                && now.isAfter(lastFailureAt.minus(atLeast));
    }

    /** Returns whether the last refresh failed: the next outcome then tells about this grant rather than about Google. */
    public boolean isInTrouble() {
        return lastFailureAt != null;
    }

    /** Returns whether a person had it checked within {@code atMost} before {@code now}, by the database's clock. */
    public boolean wasCheckedWithin(Duration atMost, Instant now) {
        // A time in the future (the clock was set back) is ignored.
        return checkedAt != null && !checkedAt.isAfter(now) && now.isBefore(checkedAt.plus(atMost));
    }

    public boolean isLeasedAt(Instant now) {
        return leaseUntil != null && now.isBefore(leaseUntil);
    }

    /** Returns whether the account is frozen: then Google is not asked, whatever the status is. */
    public boolean isFrozen() {
        return frozenAt != null;
    }

    /** Returns whether both fingerprints of the refresh token are stored, or there is no refresh token. */
    boolean hasFingerprints() {
        return refreshToken == null || tokenPrefixHash != null && tokenDoubleHash != null;
    }

    public UUID accountId() {
        return accountId;
    }

    public String clientId() {
        return clientId;
    }

    public GrantStatus status() {
        return status;
    }

    public long version() {
        return version;
    }

    public Set<String> scopes() {
        return scopesIn(scopes);
    }

    /** Returns the scopes in the text of a row. */
    static Set<String> scopesIn(String stored) {
        return stored.isEmpty() ? Set.of() : Set.of(stored.split(" "));
    }

    public Optional<byte[]> refreshToken() {
        return Optional.ofNullable(refreshToken);
    }

    public Optional<Instant> refreshTokenExpiresAt() {
        return Optional.ofNullable(refreshTokenExpiresAt);
    }

    /**
     * Returns how many refresh tokens Google has issued for this account and client. The count restarts once Google has
     * revoked them as a whole, as far as we know.
     */
    public int refreshTokensReceived() {
        return refreshTokensReceived;
    }

    /** Returns when Google last issued the refresh token or saw it used; empty if there was never one. */
    public Optional<Instant> refreshTokenUsedAt() {
        return Optional.ofNullable(refreshTokenUsedAt);
    }

    public Optional<byte[]> accessToken() {
        return Optional.ofNullable(accessToken);
    }

    public Optional<Instant> accessTokenIssuedAt() {
        return Optional.ofNullable(accessTokenIssuedAt);
    }

    public Optional<Instant> accessTokenExpiresAt() {
        return Optional.ofNullable(accessTokenExpiresAt);
    }

    public Instant grantedAt() {
        return grantedAt;
    }

    public Optional<Instant> lastRefreshedAt() {
        return Optional.ofNullable(lastRefreshedAt);
    }

    public Optional<Instant> lastFailureAt() {
        return Optional.ofNullable(lastFailureAt);
    }

    public Optional<String> lastFailureCode() {
        return Optional.ofNullable(lastFailureCode);
    }

    /** Returns when Google was last asked about it, by a sign-in, a refresh or a check, whatever the answer was. */
    public Optional<Instant> lastAskedAt() {
        return Stream.of(checkedAt, lastRefreshedAt, lastFailureAt).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }
}
