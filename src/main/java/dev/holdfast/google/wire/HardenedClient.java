package dev.holdfast.google.wire;

import dev.holdfast.google.Egress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Creates HTTP clients without automatic behaviour: no redirects, cookies, retries, log-ins or decompression. */
final class HardenedClient {

    /** The number of hosts that may be busy at once without taking each other's connections. */
    private static final int HOSTS = 4;

    private HardenedClient() {}

    /**
     * Creates a client. {@code perHost}: connections in use at once; a further call waits for one as long as for an
     * answer. {@code slow}: a pause in a body may take as long as the head of its answer.
     */
    static CloseableHttpClient with(Duration patience, int perHost, boolean slow, Egress egress, DnsResolver hosts) {
        Timeout timeout = Timeout.of(patience);
        return HttpClients.custom()
                .setConnectionManager(connections(timeout, perHost, hosts))
                .setDefaultRequestConfig(waiting(patience, patience))
                .setRoutePlanner(egress.routes())
                .setRequestExecutor(new WireRules(timeout, slow, egress))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression()
                .setUserAgent("holdfast")
                .build();
    }

    /** Returns request settings; {@code head}: how long the head of an answer may take. */
    static RequestConfig waiting(Duration patience, Duration head) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(patience))
                .setResponseTimeout(Timeout.of(head))
                .setDefaultKeepAlive(1, TimeUnit.MINUTES)
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(Timeout timeout, int perHost, DnsResolver hosts) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(hosts)
                .setMaxConnTotal(HOSTS * perHost)
                .setMaxConnPerRoute(perHost)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        // Checks a connection before each use: an authorization code cannot be sent again after a stale
                        // connection lost it.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
    }
}
