package dev.holdfast.health;

/** Names of our metrics, as MicroProfile Metrics knows them; in Prometheus a counter gets {@code _total}. */
public final class MetricNames {

    /** Google rejected our client id or secret. One is enough to look at once. */
    public static final String CLIENT_REJECTED = "holdfast_google_client_rejected";

    /** Refreshes that have ended on this node, by {@code outcome} and {@code reason}. */
    public static final String REFRESHES = "holdfast_google_refreshes";

    /** Refreshes that another caller was faster to begin, most often on another node. */
    public static final String LEASE_CONFLICTS = "holdfast_google_lease_conflicts";

    /** Google access tokens asked for, by {@code from}: memory or elsewhere. */
    public static final String ACQUIRES = "holdfast_google_acquires";

    /** Callers who shared a refresh that was under way on this node. */
    public static final String REFRESH_JOINS = "holdfast_google_refresh_joins";

    /** Grants in the database, by {@code status}. */
    public static final String GRANTS = "holdfast_google_grants";

    /** An account came near Google's limit of refresh tokens for a person and client. */
    public static final String TOKEN_LIMIT_WARNINGS = "holdfast_google_token_limit_warnings";

    /** A grant for a limited time is about to end. */
    public static final String EXPIRY_WARNINGS = "holdfast_google_expiry_warnings";

    public static final String PARKED_REVOCATIONS = "holdfast_google_parked_revocations";

    /** Seconds. */
    public static final String PARKED_REVOCATIONS_AGE = "holdfast_google_parked_revocations_oldest_seconds";

    /** Rows under another encryption key than today's. */
    public static final String REENCRYPTION_LEFT = "holdfast_reencryption_rows_left";

    public static final String REENCRYPTION_MOVED = "holdfast_reencryption_rows_moved";

    /** Seconds since today's encryption key was put in front. */
    public static final String ENCRYPTION_KEY_AGE = "holdfast_encryption_key_age_seconds";

    /** Seconds the key that signs now has been in use, by {@code purpose}. */
    public static final String SIGNING_KEY_AGE = "holdfast_signing_key_age_seconds";

    private MetricNames() {}
}
