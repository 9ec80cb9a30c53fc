package dev.holdfast.custody.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The rows of grants. The outcome of a refresh is written only while the refresh holds its lease at the version it read
 * (fencing). Sign-in and disconnect neither take a lease nor wait for one. A sign-in raises the version and a disconnect
 * deletes the row, so that a refresh in flight loses.
 */
@ApplicationScoped
public class GrantStore {

    private static final String HELD = " where g.accountId = :account and g.version = :version and g.leaseOwner = :owner";

    /** The columns that are cleared for good when Google has revoked the grant. */
    static final String FORGOTTEN = ", g.refreshToken = null, g.accessToken = null, g.tokenPrefixHash = null,"
            + " g.tokenDoubleHash = null";

    private static final String REFRESH_TOKEN = " g.refreshToken = :refreshToken, g.tokenPrefixHash = :prefixHash,"
            + " g.tokenDoubleHash = :doubleHash,";

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    /** Returns the row as it is in the database now, whatever was read before. */
    public Optional<Grant> read(UUID accountId) {
        return entityManager.createQuery("select g from Grant g where g.accountId = :account", Grant.class)
                .setParameter("account", accountId)
                .setHint("eclipselink.refresh", true)
                .getResultStream().findFirst();
    }

    public Map<UUID, Long> versionsOf(List<UUID> accounts) {
        return entityManager.createQuery("select g.accountId, g.version from Grant g where g.accountId in :accounts",
                        Object[].class)
                .setParameter("accounts", accounts).getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    Map<UUID, GrantStatus> statusesOf(List<UUID> accounts) {
        return entityManager.createQuery("select g.accountId, g.status from Grant g where g.accountId in :accounts",
                        Object[].class)
                .setParameter("accounts", accounts).getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (GrantStatus) row[1]));
    }

    Map<UUID, Grants.Glance> glancesAt(List<UUID> accounts, Set<String> alwaysAsked) {
        return entityManager.createQuery("select g.accountId, g.status, g.scopes from Grant g where g.accountId in :accounts",
                        Object[].class)
                .setParameter("accounts", accounts).getResultStream().collect(Collectors.toMap(row -> (UUID) row[0],
                        row -> Grants.Glance.of((GrantStatus) row[1], Grant.scopesIn((String) row[2]), alwaysAsked)));
    }

    List<Grant> after(UUID accountId, int most) {
        return entityManager.createQuery("select g from Grant g where g.accountId > :after order by g.accountId", Grant.class)
                .setParameter("after", accountId).setMaxResults(most).setHint("eclipselink.refresh", true).getResultList();
    }

    /** Stores the same tokens under another key. The version stays, because nothing changes for users of the tokens. */
    boolean reencrypt(Grant grant, ReencryptedTokens tokens) {
        return 1 == entityManager.createQuery("update Grant g set g.refreshToken = :refreshToken, g.accessToken = :accessToken"
                        + ", g.tokenPrefixHash = :prefixHash, g.tokenDoubleHash = :doubleHash"
                        + " where g.accountId = :account and g.version = :version")
                .setParameter("refreshToken", tokens.refreshToken().orElse(null))
                .setParameter("accessToken", tokens.accessToken().orElse(null))
                .setParameter("prefixHash", tokens.fingerprints().map(TokenFingerprints.Pair::prefixHash).orElse(null))
                .setParameter("doubleHash", tokens.fingerprints().map(TokenFingerprints.Pair::doubleHash).orElse(null))
                .setParameter("account", grant.accountId()).setParameter("version", grant.version()).executeUpdate();
    }

    void insert(Grant grant) {
        entityManager.persist(grant);
        entityManager.flush();
    }

    /** Returns false if the version has changed since the row was read. A refresh in flight then fails at its write. */
    boolean delete(Grant grant) {
        return 1 == entityManager.createQuery("delete from Grant g where g.accountId = :account and g.version = :version")
                .setParameter("account", grant.accountId()).setParameter("version", grant.version()).executeUpdate();
    }

    /**
     * Takes the lease if it is free. With {@code checkAfter} it also records a check, and returns false if the last check
     * came after that time.
     */
    public boolean lease(Grant grant, UUID owner, Instant now, Instant until, Optional<Instant> checkAfter) {
        Query update = entityManager.createQuery("update Grant g set g.leaseOwner = :owner, g.leaseUntil = :until"
                        + (checkAfter.isPresent() ? ", g.checkedAt = :now" : "")
                        + " where g.accountId = :account and g.version = :version"
                        + " and (g.leaseUntil is null or g.leaseUntil <= :now)"
                        + (checkAfter.isPresent()
                                ? " and (g.checkedAt is null or g.checkedAt <= :after or g.checkedAt > :now)" : ""))
                .setParameter("owner", owner).setParameter("until", until).setParameter("now", now)
                .setParameter("account", grant.accountId()).setParameter("version", grant.version());
        checkAfter.ifPresent(after -> update.setParameter("after", after));
        return 1 == update.executeUpdate();
    }

    /**
     * Replaces the grant at a sign-in and beats a refresh in flight. If {@code tokens} has no refresh token, a usable one
     * must be stored, and the grant is as old as before: Google has granted nothing new.
     */
    boolean replace(UUID accountId, String clientId, EncryptedTokens tokens, GrantStatus status, Instant now) {
        Query update = entityManager.createQuery("update Grant g set g.version = g.version + 1, g.status = :status,"
                        + " g.clientId = :client, g.lastFailureAt = null, g.lastFailureCode = null,"
                        + " g.leaseOwner = null, g.leaseUntil = null, g.lastRefreshedAt = :now, g.scopes = :scopes,"
                        + (tokens.refreshToken().isPresent()
                                ? REFRESH_TOKEN + " g.grantedAt = :now,"
                                + " g.refreshTokenUsedAt = :now, g.expiryWarnedAt = null,"
                                + " g.refreshTokenExpiresAt = :refreshTokenExpiresAt, g.refreshTokensReceived ="
                                + " case when g.clientId = :client then g.refreshTokensReceived else 0 end,"
                                : "")
                        + " g.accessToken = :accessToken, g.accessTokenIssuedAt = :issuedAt,"
                        + " g.accessTokenExpiresAt = :expiresAt where g.accountId = :account"
                        + (tokens.refreshToken().isPresent() ? "" : " and g.refreshToken is not null"
                                + " and g.clientId = :client and g.status not in :lost"))
                .setParameter("client", clientId).setParameter("account", accountId);
        tokens.refreshToken().ifPresent(encrypted ->
                update.setParameter("refreshTokenExpiresAt", tokens.refreshTokenExpiresAt().orElse(null)));
        if (tokens.refreshToken().isEmpty()) {
            update.setParameter("lost", GrantStatus.lostToThePerson());
        }
        return 1 == fill(update, tokens, status, now).executeUpdate();
    }

    /** Writes a successful refresh; returns false and changes nothing if the lease was lost. */
    public boolean refreshed(Grant grant, UUID owner, EncryptedTokens tokens, GrantStatus status, Instant now) {
        Query update = entityManager.createQuery("update Grant g set g.version = g.version + 1, g.status = :status,"
                        + " g.lastRefreshedAt = :now, g.lastFailureAt = null, g.lastFailureCode = null,"
                        + " g.leaseOwner = null, g.leaseUntil = null, g.scopes = :scopes,"
                        + " g.refreshTokenUsedAt = :now,"
                        + (tokens.refreshToken().isPresent() ? REFRESH_TOKEN : "")
                        + (tokens.refreshTokenExpiresAt().isPresent()
                                ? " g.refreshTokenExpiresAt = :refreshTokenExpiresAt," : "")
                        + " g.accessToken = :accessToken, g.accessTokenIssuedAt = :issuedAt,"
                        + " g.accessTokenExpiresAt = :expiresAt" + HELD);
        tokens.refreshTokenExpiresAt().ifPresent(at -> update.setParameter("refreshTokenExpiresAt", at));
        return 1 == held(fill(update, tokens, status, now), grant, owner).executeUpdate();
    }

    /** Adds to the count of refresh tokens that live at Google and returns the new count. The version stays. */
    int addReceived(UUID accountId, int more) {
        entityManager.createQuery("update Grant g set g.refreshTokensReceived = g.refreshTokensReceived + :more"
                + " where g.accountId = :account")
                .setParameter("more", more).setParameter("account", accountId).executeUpdate();
        return entityManager.createQuery("select g.refreshTokensReceived from Grant g where g.accountId = :account",
                Integer.class).setParameter("account", accountId).getSingleResult();
    }

    /** Writes a transient failure of a refresh; the tokens stay. */
    public boolean failed(Grant grant, UUID owner, GrantStatus status, String code, Instant now) {
        return 1 == held(entityManager.createQuery("update Grant g set g.status = :status, g.lastFailureAt = :now,"
                + " g.lastFailureCode = :code, g.leaseOwner = null, g.leaseUntil = null" + HELD)
                .setParameter("status", status).setParameter("code", code).setParameter("now", now), grant, owner)
                .executeUpdate();
    }

    /** Writes a final refusal by Google; only a revoked grant loses its tokens. */
    public boolean refused(Grant grant, UUID owner, GrantStatus status, String code, Instant now) {
        return 1 == held(entityManager.createQuery("update Grant g set g.version = g.version + 1, g.status = :status,"
                + " g.lastFailureAt = :now, g.lastFailureCode = :code, g.leaseOwner = null, g.leaseUntil = null"
                + (status == GrantStatus.REVOKED ? FORGOTTEN : "") + HELD)
                .setParameter("status", status).setParameter("code", code).setParameter("now", now), grant, owner)
                .executeUpdate();
    }

    public boolean release(Grant grant, UUID owner) {
        return 1 == held(entityManager.createQuery("update Grant g set g.leaseOwner = null, g.leaseUntil = null" + HELD),
                grant, owner).executeUpdate();
    }

    private static Query held(Query update, Grant grant, UUID owner) {
        return update.setParameter("account", grant.accountId()).setParameter("version", grant.version())
                .setParameter("owner", owner);
    }

    private static Query fill(Query update, EncryptedTokens tokens, GrantStatus status, Instant now) {
        tokens.refreshToken().ifPresent(encrypted -> update.setParameter("refreshToken", encrypted));
        tokens.fingerprints().ifPresent(pair -> update.setParameter("prefixHash", pair.prefixHash())
                .setParameter("doubleHash", pair.doubleHash()));
        return update.setParameter("status", status).setParameter("now", now)
                .setParameter("scopes", String.join(" ", tokens.scopes()))
                .setParameter("accessToken", tokens.accessToken()).setParameter("issuedAt", tokens.issuedAt())
                .setParameter("expiresAt", tokens.expiresAt());
    }
}
