package dev.holdfast.custody;

import dev.holdfast.health.MetricNames;

/** An event in the life of grants that is counted. Nothing but the metrics depends on it. */
public enum CustodyEvent {
    /** Google has rejected our client once more. */
    CLIENT_REJECTED(MetricNames.CLIENT_REJECTED),
    /** A refresh did not get the lease, because the row was leased or changed first. */
    LEASE_TAKEN(MetricNames.LEASE_CONFLICTS),
    /** Operators were told of a grant whose refresh token no key here decrypts. */
    GRANT_UNREADABLE(MetricNames.GRANTS_UNREADABLE),
    /** An account has come nearer to Google's limit of refresh tokens, and operators were told. */
    TOKEN_LIMIT_NEAR(MetricNames.TOKEN_LIMIT_WARNINGS),
    /** Operators were told of a grant that is about to end. */
    EXPIRY_NEAR(MetricNames.EXPIRY_WARNINGS);

    private final String metric;

    CustodyEvent(String metric) {
        this.metric = metric;
    }

    /** Returns the name of its counter. */
    public String metric() {
        return metric;
    }
}
