package dev.holdfast.health;

/**
 * The names of our metrics, as MicroProfile Metrics knows them. Prometheus appends {@code _total} to a counter, and
 * {@code _seconds_count}, {@code _seconds_sum} and {@code _seconds_bucket} to a timer. The buckets are in
 * {@code microprofile-config.properties}.
 */
public final class MetricNames {

    /** Always 1, with the {@code version} of this server. */
    public static final String BUILD_INFO = "holdfast_build_info";

    /** 1 while the health check named by {@code check} says UP, else 0. */
    public static final String CHECK_UP = "holdfast_check_up";

    /** HTTP answers of the application, by {@code area} and {@code status}. */
    public static final String ANSWERS = "holdfast_answers";

    /** Rejections of our client id or secret by Google. Even a single one needs an operator at once. */
    public static final String CLIENT_REJECTED = "holdfast_google_client_rejected";

    /** Timer of calls to Google, by {@code call} and {@code end}. */
    public static final String CALLS = "holdfast_google_call";

    /** The circuit breaker in front of Google's token endpoint: 0 closed, 1 half open, 2 open. */
    public static final String CIRCUIT = "holdfast_google_circuit_state";

    /** Refreshes of Google tokens that ended on this node, by {@code outcome} and {@code reason}. */
    public static final String REFRESHES = "holdfast_google_refreshes";

    /** Refreshes whose lease another caller, most often on another node, had taken first. */
    public static final String LEASE_CONFLICTS = "holdfast_google_lease_conflicts";

    /** Requests by callers for a Google access token, by {@code from}: memory or elsewhere. */
    public static final String ACQUIRES = "holdfast_google_acquires";

    /** Timer of the waits of callers for a refresh. */
    public static final String ACQUIRE_WAITS = "holdfast_google_acquire_wait";

    /** Callers that shared a refresh already running on this node. */
    public static final String REFRESH_JOINS = "holdfast_google_refresh_joins";

    /** Grants in the database, by {@code status}. */
    public static final String GRANTS = "holdfast_google_grants";

    /** Refresh tokens found that no key of this server decrypts. */
    public static final String GRANTS_UNREADABLE = "holdfast_google_grants_unreadable";

    /** Warnings that an account is near Google's limit of refresh tokens per person and client. */
    public static final String TOKEN_LIMIT_WARNINGS = "holdfast_google_token_limit_warnings";

    /** Warnings that a grant for a limited time is about to end. */
    public static final String EXPIRY_WARNINGS = "holdfast_google_expiry_warnings";

    public static final String PARKED_REVOCATIONS = "holdfast_google_parked_revocations";

    /** Age of the oldest parked revocation in seconds. */
    public static final String PARKED_REVOCATIONS_AGE = "holdfast_google_parked_revocations_oldest_seconds";

    /** Requests for a new access token of our own, by {@code outcome} and {@code reason}. */
    public static final String SESSION_REFRESHES = "holdfast_session_refreshes";

    /** Timer of the session refreshes that presented a genuine refresh token. */
    public static final String SESSION_REFRESH_TIMES = "holdfast_session_refresh";

    /** Sessions in the database that are still live. */
    public static final String SESSIONS_LIVE = "holdfast_sessions_live";

    /** Sessions whose end this node has recorded, by {@code reason}. */
    public static final String SESSIONS_ENDED = "holdfast_sessions_ended";

    /** Entries of Drive's listings that were left out because they could not be read. */
    public static final String DRIVE_ENTRIES_UNREADABLE = "holdfast_drive_entries_unreadable";

    /** Requests through the gateway, by {@code api} and {@code end}. */
    public static final String GATEWAY_CALLS = "holdfast_gateway_calls";

    /** Questions about files, by {@code end}. */
    public static final String QUESTIONS = "holdfast_questions";

    /** Tokens of the model that questions, documents and answers have cost. */
    public static final String QUESTION_TOKENS = "holdfast_question_tokens";

    /** Seconds since this node began its last successful read of the sessions that ended elsewhere. */
    public static final String FEED_LAG = "holdfast_session_feed_lag_seconds";

    /** Seconds of feed lag from which on protected calls are refused. */
    public static final String FEED_TOLERANCE = "holdfast_session_feed_tolerance_seconds";

    /** Event streams that are open on this node. */
    public static final String EVENT_STREAMS = "holdfast_event_streams";

    /** Sign-ins that returned from Google, or could not be sent there, by {@code outcome}. */
    public static final String SIGN_INS = "holdfast_sign_ins";

    /** Rows that are not yet encrypted with the primary key. */
    public static final String REENCRYPTION_LEFT = "holdfast_reencryption_rows_left";

    public static final String REENCRYPTION_MOVED = "holdfast_reencryption_rows_moved";

    /** Seconds since the current encryption key became the primary key. */
    public static final String ENCRYPTION_KEY_AGE = "holdfast_encryption_key_age_seconds";

    /** Seconds that the current signing key has been in use, by {@code purpose}. */
    public static final String SIGNING_KEY_AGE = "holdfast_signing_key_age_seconds";

    /** Lifetime of a signing key in seconds, after which its successor takes over, by {@code purpose}. */
    public static final String SIGNING_KEY_LIFETIME = "holdfast_signing_key_lifetime_seconds";

    /** Seconds since this node last read the signing keys. */
    public static final String SIGNING_KEYS_READ = "holdfast_signing_keys_read_seconds";

    /** Genuine security signals that were received, by {@code event} and {@code outcome}. */
    public static final String SIGNALS_RECEIVED = "holdfast_signals_received";

    /** Security signals that were refused, by {@code err}. */
    public static final String SIGNALS_REFUSED = "holdfast_signals_refused";

    /** Security signals in the database that are still to be worked on. */
    public static final String SIGNALS_WAITING = "holdfast_signals_waiting";

    /** Age of the oldest of those in seconds. */
    public static final String SIGNALS_WAITING_AGE = "holdfast_signals_waiting_oldest_seconds";

    /** Seconds since the latest signal that is kept was received by any node. */
    public static final String SIGNALS_LATEST_AGE = "holdfast_signals_latest_age_seconds";

    /** Connections to the database, by {@code pool} and {@code state}. */
    public static final String CONNECTIONS = "holdfast_database_connections";

    /** The most connections that a pool may have, by {@code pool}. */
    public static final String CONNECTIONS_MAX = "holdfast_database_connections_max";

    /** Callers that wait for a connection, by {@code pool}. */
    public static final String CONNECTION_WAITERS = "holdfast_database_connection_waiters";

    /** Seconds that callers have waited for connections, by {@code pool}. */
    public static final String CONNECTION_WAIT = "holdfast_database_connection_wait_seconds";

    /** Threads that serve requests, by {@code state}. */
    public static final String THREADS = "holdfast_request_threads";

    /** The most of those that there may be. */
    public static final String THREADS_MAX = "holdfast_request_threads_max";

    private MetricNames() {}
}
