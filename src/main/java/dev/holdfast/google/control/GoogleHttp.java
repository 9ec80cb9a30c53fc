package dev.holdfast.google.control;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.telemetry.control.Tracing;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * The one way out to Google. It sends only to allowed origins, follows no redirect, keeps no cookie, repeats nothing and
 * caps what it reads; every wait has an end, also against an answer that drips. All that goes wrong is a
 * {@link GoogleTrouble}.
 */
@ApplicationScoped
public class GoogleHttp {

    static final int TOKEN_ANSWER_CAP = 64 * 1024;
    static final int JSON_CAP = 1024 * 1024;

    private static final int LAST_BITE = 4 * 1024;
    private static final int CALLS_PER_HOST = 128;

    /** More than {@link DriveApi} lets be read at once. */
    private static final int CONTENTS_PER_HOST = 160;

    private final CallWatch calls = new CallWatch(System::nanoTime);

    private Duration timeout;
    private AllowedOrigins origins;
    private CloseableHttpClient client;
    private CloseableHttpClient contents;
    private ScheduledThreadPoolExecutor watch;
    private Tracing tracing = Tracing.OFF;

    protected GoogleHttp() {}

    @Inject
    public GoogleHttp(GoogleConfig config) {
        timeout = config.timeout();
        origins = new AllowedOrigins(config);
        client = HardenedClient.with(timeout, CALLS_PER_HOST);
        contents = HardenedClient.with(timeout, CONTENTS_PER_HOST);
        watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "holdfast-google-deadline");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
    }

    @Inject
    void traceWith(Tracing tracing) {
        this.tracing = tracing;
    }

    @PreDestroy
    public void close() {
        watch.shutdownNow();
        client.close(CloseMode.GRACEFUL);
        contents.close(CloseMode.GRACEFUL);
    }

    public CallWatch calls() {
        return calls;
    }

    /** For the origins of endpoints that the issuer's metadata named. */
    void allow(URI url) {
        origins.allow(url);
    }

    /** Enough for connecting and a slow answer, not for one that drips. */
    Deadline deadline() {
        return Deadline.in(timeout.multipliedBy(2));
    }

    Answer get(URI url, int cap) throws GoogleTrouble {
        Deadline deadline = deadline();
        return readOut(open(client, url, new HttpGet(url), deadline), cap, deadline);
    }

    Answer postForm(URI url, String form, Deadline bound) throws GoogleTrouble {
        HttpPost request = new HttpPost(url);
        request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
        Deadline deadline = bound.within(timeout.multipliedBy(2));
        return readOut(open(client, url, request, deadline), TOKEN_ANSWER_CAP, deadline);
    }

    /** The head alone, of a page that is for people: it may be anywhere, for nothing secret is sent there. */
    GoogleCheckup.PageSeen look(URI page) throws GoogleTrouble {
        HttpGet request = new HttpGet(page);
        Deadline deadline = deadline();
        Future<?> alarm = at(deadline, request::cancel);
        try (OpenAnswer open = new OpenAnswer(request,
                client.executeOpen(HttpHost.create(page), request, HttpClientContext.create()))) {
            return new GoogleCheckup.PageSeen(open.status(), open.header(HttpHeaders.LOCATION));
        } catch (IOException failed) {
            throw troubleOf(failed, deadline::hasPassed);
        } finally {
            alarm.cancel(false);
        }
    }

    /** The body is left on the wire: the caller closes the answer or has it read out. */
    OpenAnswer open(URI url, Secret accessToken) throws GoogleTrouble {
        return open(client, url, asking(url, accessToken), deadline());
    }

    /** As {@link #open(URI, Secret)}, for what may take as long as it likes: it keeps nobody else's connection. */
    OpenAnswer openContent(URI url, Secret accessToken) throws GoogleTrouble {
        return open(contents, url, asking(url, accessToken), deadline());
    }

    private static HttpGet asking(URI url, Secret accessToken) {
        HttpGet request = new HttpGet(url);
        request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken.reveal());
        return request;
    }

    boolean mayCall(URI url) {
        return origins.contain(url);
    }

    /** A request of an API client, its body streamed, too: bounded between two of its pieces, not as a whole. */
    OpenAnswer send(URI url, HttpUriRequestBase request, Optional<Upload> upload) throws GoogleTrouble {
        try (Alarm alarm = new Alarm(watch, timeout.multipliedBy(2), request::cancel)) {
            upload.ifPresent(body -> request.setEntity(body.watchedBy(alarm)));
            return CallSpan.ofClient(tracing, request.getMethod(), url).around(() -> open(client, url, request, alarm::hasRung));
        }
    }

    /** Reads what little may be left of it, so that its connection can serve again; gives it up if there is more. */
    void finish(OpenAnswer open) {
        try {
            readOut(open, LAST_BITE);
        } catch (GoogleTrouble muchMore) {
            // Given up.
        }
    }

    /** Reads an open answer to its end and closes it. */
    Answer readOut(OpenAnswer open, int cap) throws GoogleTrouble {
        return readOut(open, cap, deadline());
    }

    /** For bodies that take their time: bounded between two reads by the time-out, and by {@code patience} as a whole. */
    byte[] readWhole(OpenAnswer open, int cap, Duration patience) throws GoogleTrouble {
        return read(open, cap, Deadline.in(patience));
    }

    private Answer readOut(OpenAnswer open, int cap, Deadline deadline) throws GoogleTrouble {
        return new Answer(open.status(), new String(read(open, cap, deadline), StandardCharsets.UTF_8),
                open.header(HttpHeaders.RETRY_AFTER), open.header(HttpHeaders.WWW_AUTHENTICATE),
                open.header(HttpHeaders.DATE));
    }

    private byte[] read(OpenAnswer open, int cap, Deadline deadline) throws GoogleTrouble {
        Future<?> alarm = at(deadline, open::abort);
        try (open) {
            byte[] body = open.body().readNBytes(cap + 1);
            if (body.length > cap) {
                throw new GoogleTrouble(GoogleTrouble.TOO_LARGE);
            }
            return body;
        } catch (IOException failed) {
            throw troubleOf(failed, deadline::hasPassed);
        } finally {
            alarm.cancel(false);
        }
    }

    private OpenAnswer open(CloseableHttpClient through, URI url, HttpUriRequestBase request, Deadline deadline)
            throws GoogleTrouble {
        Future<?> alarm = at(deadline, request::cancel);
        try {
            return CallSpan.ofOurs(tracing, request.getMethod(), url)
                    .around(() -> open(through, url, request, deadline::hasPassed));
        } finally {
            alarm.cancel(false);
        }
    }

    private OpenAnswer open(CloseableHttpClient through, URI url, HttpUriRequestBase request, BooleanSupplier late)
            throws GoogleTrouble {
        if (!origins.contain(url)) {
            throw new GoogleTrouble("origin_not_allowed");
        }
        try {
            return new OpenAnswer(request, through.executeOpen(HttpHost.create(url), request, HttpClientContext.create()));
        } catch (IOException failed) {
            throw troubleOf(failed, late);
        } catch (NullPointerException | IllegalStateException stumbled) {
            // Cancelled in the middle of connecting, the client stumbles over the connection it has just lost.
            if (late.getAsBoolean()) {
                throw new GoogleTrouble("timeout");
            }
            throw stumbled;
        }
    }

    private Future<?> at(Deadline deadline, Runnable end) {
        return watch.schedule(end, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    }

    private static GoogleTrouble troubleOf(IOException failed, BooleanSupplier isLate) {
        if (failed instanceof GoogleTrouble trouble) {
            return trouble;
        }
        boolean late = failed instanceof InterruptedIOException || isLate.getAsBoolean();
        return new GoogleTrouble(late ? "timeout" : "connection_failed");
    }
}
