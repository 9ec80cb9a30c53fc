package dev.holdfast.health;

/** Names of our metrics, as MicroProfile Metrics knows them; in Prometheus a counter gets {@code _total}. */
public final class MetricNames {

    /** Google rejected our client id or secret. One is enough to look at once. */
    public static final String CLIENT_REJECTED = "holdfast_google_client_rejected";

    private MetricNames() {}
}
