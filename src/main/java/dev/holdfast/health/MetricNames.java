package dev.holdfast.health;

/**
 * Names of our metrics, as MicroProfile Metrics knows them. In Prometheus a counter gets {@code _total} and a timer
 * {@code _seconds_count}, {@code _seconds_sum} and {@code _seconds_bucket}; its buckets are in
 * {@code microprofile-config.properties}.
 */
public final class MetricNames {

    /** Always 1, with the {@code version} of this server. */
    public static final String BUILD_INFO = "holdfast_build_info";

    /** 1 while the health check of that name, {@code check}, says UP; else 0. */
    public static final String CHECK_UP = "holdfast_check_up";

    /** Answers of the application, by {@code area} and {@code status}. */
    public static final String ANSWERS = "holdfast_answers";

    /** Google rejected our client id or secret. One is enough to look at once. */
    public static final String CLIENT_REJECTED = "holdfast_google_client_rejected";

    /** Timer of calls to Google, by {@code call} and {@code end}. */
    public static final String CALLS = "holdfast_google_call";

    /** The circuit breaker before Google's token endpoint: 0 closed, 1 half open, 2 open. */
    public static final String CIRCUIT = "holdfast_google_circuit_state";

    /** Refreshes that have ended on this node, by {@code outcome} and {@code reason}. */
    public static final String REFRESHES = "holdfast_google_refreshes";

    /** Refreshes that another caller was faster to begin, most often on another node. */
    public static final String LEASE_CONFLICTS = "holdfast_google_lease_conflicts";

    /** Google access tokens asked for, by {@code from}: memory or elsewhere. */
    public static final String ACQUIRES = "holdfast_google_acquires";

    /** Timer of callers who had to wait for a refresh. */
    public static final String ACQUIRE_WAITS = "holdfast_google_acquire_wait";

    /** Callers who shared a refresh that was under way on this node. */
    public static final String REFRESH_JOINS = "holdfast_google_refresh_joins";

    /** Grants in the database, by {@code status}. */
    public static final String GRANTS = "holdfast_google_grants";

    /** A grant was found whose refresh token no key here opens. */
    public static final String GRANTS_UNREADABLE = "holdfast_google_grants_unreadable";

    /** An account came near Google's limit of refresh tokens for a person and client. */
    public static final String TOKEN_LIMIT_WARNINGS = "holdfast_google_token_limit_warnings";

    /** A grant for a limited time is about to end. */
    public static final String EXPIRY_WARNINGS = "holdfast_google_expiry_warnings";

    public static final String PARKED_REVOCATIONS = "holdfast_google_parked_revocations";

    /** Seconds. */
    public static final String PARKED_REVOCATIONS_AGE = "holdfast_google_parked_revocations_oldest_seconds";

    /** Requests for another access token of ours, by {@code outcome} and {@code reason}. */
    public static final String SESSION_REFRESHES = "holdfast_session_refreshes";

    /** Timer of those that came with a genuine refresh token. */
    public static final String SESSION_REFRESH_TIMES = "holdfast_session_refresh";

    /** Sessions in the database that are not over. */
    public static final String SESSIONS_LIVE = "holdfast_sessions_live";

    /** Sessions whose end this node has recorded, by {@code reason}. */
    public static final String SESSIONS_ENDED = "holdfast_sessions_ended";

    /** Entries of Drive's listings that were left out because they could not be read. */
    public static final String DRIVE_ENTRIES_UNREADABLE = "holdfast_drive_entries_unreadable";

    /** Seconds since this node began to read what has ended elsewhere for the last time. */
    public static final String FEED_LAG = "holdfast_session_feed_lag_seconds";

    /** Seconds that lag may be before protected calls are refused. */
    public static final String FEED_TOLERANCE = "holdfast_session_feed_tolerance_seconds";

    /** People who came back from Google, or could not be sent there, by {@code outcome}. */
    public static final String SIGN_INS = "holdfast_sign_ins";

    /** Rows under another encryption key than today's. */
    public static final String REENCRYPTION_LEFT = "holdfast_reencryption_rows_left";

    public static final String REENCRYPTION_MOVED = "holdfast_reencryption_rows_moved";

    /** Seconds since today's encryption key was put in front. */
    public static final String ENCRYPTION_KEY_AGE = "holdfast_encryption_key_age_seconds";

    /** Seconds the key that signs now has been in use, by {@code purpose}. */
    public static final String SIGNING_KEY_AGE = "holdfast_signing_key_age_seconds";

    /** Seconds after which its successor takes over, by {@code purpose}. */
    public static final String SIGNING_KEY_LIFETIME = "holdfast_signing_key_lifetime_seconds";

    /** Seconds since this node has read the signing keys for the last time. */
    public static final String SIGNING_KEYS_READ = "holdfast_signing_keys_read_seconds";

    private MetricNames() {}
}
