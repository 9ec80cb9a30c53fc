package dev.holdfast.google.wire;

import dev.holdfast.google.Capacity;
import dev.holdfast.google.Egress;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.GoogleLog;
import dev.holdfast.google.HostLookup;
import dev.holdfast.schedule.control.LogThrottle;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;

/** The connections to Google, separate for each kind of call. Each failure becomes a {@link GoogleTrouble}. */
final class Wire implements Closeable {

    /** The connections to one host for one kind of call, which other kinds cannot take. */
    enum Pool {
        /** Refreshes, discovery, keys, revocations and check-ups. */
        TOKENS(128),
        /** Code exchanges, which strangers can cause. */
        EXCHANGES(Capacity.EXCHANGES),
        /** Calls of APIs until their answer begins, and the bodies of the gateway, which may take any time after that. */
        APIS(Capacity.API_CALLS + Capacity.SLOW_API_CALLS + Capacity.GATEWAY_CALLS),
        /** Contents, which may take any time to read; more connections than contents that may be read at once. */
        CONTENTS(160 + Capacity.QUESTIONS),
        /** Questions to a model, which is slow to answer and slow between the pieces of an answer. */
        MODELS(Capacity.QUESTIONS, true);

        private final int perHost;
        private final boolean slow;

        Pool(int perHost) {
            this(perHost, false);
        }

        Pool(int perHost, boolean slow) {
            this.perHost = perHost;
            this.slow = slow;
        }
    }

    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    private final Egress egress;
    /** Each is created on first use: creation takes long and would delay the start of a server. */
    private final Map<Pool, CloseableHttpClient> clients = new ConcurrentHashMap<>();
    private final Duration timeout;
    private final HostLookup hosts;
    private final ScheduledThreadPoolExecutor watch;
    private final LogThrottle proxyTold = new LogThrottle(TOLD_AGAIN);

    Wire(GoogleConfig config) {
        this(config, SystemDefaultDnsResolver.INSTANCE);
    }

    /** {@code names}: the system's way to find the addresses of hosts. */
    Wire(GoogleConfig config, DnsResolver names) {
        egress = config.egress();
        timeout = config.timeout();
        hosts = new HostLookup(names, timeout);
        watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "holdfast-google-deadline");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
    }

    /** Sends a request. {@code late}: whether the caller has ended the request for taking too long. */
    OpenAnswer send(Pool pool, URI url, HttpUriRequestBase request, BooleanSupplier late) throws GoogleTrouble {
        try {
            return new OpenAnswer(request, hosts.until(late,
                    () -> clientOf(pool).executeOpen(HttpHost.create(url), request, HttpClientContext.create())));
        } catch (IOException failed) {
            throw told(troubleOf(failed, url, late), url);
        } catch (NullPointerException | IllegalStateException stumbled) {
            // If a request is cancelled while it connects, the client fails on the connection that it has just lost.
            if (late.getAsBoolean()) {
                throw new GoogleTrouble("timeout");
            }
            throw stumbled;
        }
    }

    private CloseableHttpClient clientOf(Pool pool) {
        return clients.computeIfAbsent(pool, each -> HardenedClient.with(timeout, each.perHost, each.slow, egress, hosts));
    }

    Future<?> after(Duration time, Runnable what) {
        return watch.schedule(what, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    Alarm alarm(Duration pause, Duration head, Runnable end) {
        return new Alarm(watch, pause, head, end);
    }

    @Override
    public void close() {
        watch.shutdownNow();
        hosts.close();
        clients.values().forEach(client -> client.close(CloseMode.GRACEFUL));
    }

    private GoogleTrouble troubleOf(IOException failed, URI url, BooleanSupplier late) {
        boolean atTheProxy = failed instanceof ConnectException || failed instanceof ConnectTimeoutException
                || failed instanceof NoRouteToHostException || failed instanceof UnknownHostException && !late.getAsBoolean();
        return atTheProxy && egress.proxyFor(url).isPresent()
                ? new GoogleTrouble(GoogleTrouble.PROXY_UNREACHABLE) : troubleOf(failed, late);
    }

    static GoogleTrouble troubleOf(IOException failed, BooleanSupplier late) {
        if (failed instanceof GoogleTrouble trouble) {
            return trouble;
        }
        boolean tooLate = failed instanceof InterruptedIOException || late.getAsBoolean();
        return new GoogleTrouble(tooLate ? "timeout" : GoogleTrouble.CONNECTION_FAILED);
    }

    private GoogleTrouble told(GoogleTrouble trouble, URI url) {
        if (trouble.isOfTheProxy() && proxyTold.isDue()) {
            GoogleLog.proxyTrouble(egress.proxyFor(url).orElse("?"), trouble.code());
        }
        return trouble;
    }
}
