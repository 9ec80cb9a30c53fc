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

/**
 * What a person allowed us at Google, in safekeeping. Tokens are ciphertexts bound to account and client. A row is never
 * changed through this object: every change is one conditional update of the store, fenced by version and lease.
 */
@Entity
@Table(name = "google_grant")
public class Grant {

    /** Characters; the width of the column. */
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
    private byte[] refreshToken;

    @Column(name = "refresh_token_expires_at")
    private Instant refreshTokenExpiresAt;

    @Column(name = "refresh_tokens_received")
    private int refreshTokensReceived;

    @Column(name = "refresh_token_used_at")
    private Instant refreshTokenUsedAt;

    @Column(name = "keep_alive_after")
    private Instant keepAliveAfter;

    @Column(name = "expiry_warned_at")
    private Instant expiryWarnedAt;

    @Column(name = "access_token")
    private byte[] accessToken;

    @Column(name = "access_token_issued_at")
    private Instant accessTokenIssuedAt;

    @Column(name = "access_token_expires_at")
    private Instant accessTokenExpiresAt;

    @Column(name = "granted_at")
    private Instant grantedAt;

    @Column(name = "last_refreshed_at")
    private Instant lastRefreshedAt;

    @Column(name = "last_failure_at")
    private Instant lastFailureAt;

    @Column(name = "last_failure_code")
    private String lastFailureCode;

    @Column(name = "checked_at")
    private Instant checkedAt;

    @Column(name = "lease_owner")
    @Convert(converter = UuidText.class)
    private UUID leaseOwner;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    protected Grant() {}

    /** A first grant, without tokens yet. */
    public Grant(UUID accountId, String clientId, Instant now) {
        this.accountId = accountId;
        this.clientId = clientId;
        this.status = GrantStatus.DEGRADED;
        // Higher than any version of a grant of that account before it, which other servers may still remember.
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

    /** Whether the stored refresh token belongs to that client and the grant is not lost to the person. */
    public boolean sparesConsentFor(String client) {
        return refreshToken != null && status.sparesConsent() && isOf(client);
    }

    /** Whether its last refresh failed so shortly before, by the database's clock, that Google is left alone with it. */
    public boolean restsAt(Instant now, Duration atLeast) {
        // One that is told to lie ahead is no reason to wait for it.
        return lastFailureAt != null && now.isBefore(RetryPause.end(accountId, lastFailureAt, atLeast))
                && now.isAfter(lastFailureAt.minus(atLeast));
    }

    /** Its last refresh was no success: what comes of the next says something about this grant, not about Google. */
    public boolean isInTrouble() {
        return lastFailureAt != null;
    }

    /** Whether a person had it checked at Google within {@code atMost} before {@code now}, by the database's clock. */
    public boolean wasCheckedWithin(Duration atMost, Instant now) {
        // A time in the future (the clock was set back) is ignored.
        return checkedAt != null && !checkedAt.isAfter(now) && now.isBefore(checkedAt.plus(atMost));
    }

    public boolean isLeasedAt(Instant now) {
        return leaseUntil != null && now.isBefore(leaseUntil);
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
        return scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" "));
    }

    public Optional<byte[]> refreshToken() {
        return Optional.ofNullable(refreshToken);
    }

    public Optional<Instant> refreshTokenExpiresAt() {
        return Optional.ofNullable(refreshTokenExpiresAt);
    }

    /** How many Google has issued for this account and client and, as far as we know, has not revoked as a whole. */
    public int refreshTokensReceived() {
        return refreshTokensReceived;
    }

    /** When Google last saw it used, or issued it; empty before the first. */
    public Optional<Instant> refreshTokenUsedAt() {
        return Optional.ofNullable(refreshTokenUsedAt);
    }

    public Optional<byte[]> accessToken() {
        return Optional.ofNullable(accessToken);
    }

    public Instant accessTokenIssuedAt() {
        return accessTokenIssuedAt;
    }

    public Instant accessTokenExpiresAt() {
        return accessTokenExpiresAt;
    }

    public Instant grantedAt() {
        return grantedAt;
    }

    public Instant lastRefreshedAt() {
        return lastRefreshedAt;
    }

    public Optional<Instant> lastFailureAt() {
        return Optional.ofNullable(lastFailureAt);
    }

    public String lastFailureCode() {
        return lastFailureCode;
    }

    /** When Google was last asked about it: at a sign-in, a refresh or a check, whatever the answer was. */
    public Optional<Instant> lastAskedAt() {
        return Stream.of(checkedAt, lastRefreshedAt, lastFailureAt).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }
}
