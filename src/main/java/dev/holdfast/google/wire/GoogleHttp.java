package dev.holdfast.google.wire;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.wire.Wire.Pool;
import dev.holdfast.telemetry.control.Tracing;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * The one way out to Google. It sends only to allowed origins, follows no redirect, keeps no cookie, repeats nothing and
 * caps what it reads; every wait has an end, also against an answer that drips. All that goes wrong is a
 * {@link GoogleTrouble}.
 */
@ApplicationScoped
public class GoogleHttp {

    static final int TOKEN_ANSWER_CAP = 64 * 1024;
    public static final int JSON_CAP = 1024 * 1024;

    /** Strangers can cause exchanges: they have connections of their own, and not many. */
    public static final int EXCHANGES_AT_ONCE = 32;

    private static final int LAST_BITE = 4 * 1024;
    private final CallWatch calls = new CallWatch(System::nanoTime);

    private Duration timeout;
    private AllowedOrigins origins;
    private Duration apiTimeout;
    private Wire wire;
    private final ApiRoom apis = new ApiRoom();
    private Tracing tracing = Tracing.OFF;

    /** A page of Google's, without its content: {@code location} is where it leads on to, if it does. */
    public record PageSeen(int status, Optional<String> location) {}

    protected GoogleHttp() {}

    @Inject
    public GoogleHttp(GoogleConfig config) {
        timeout = config.timeout();
        origins = new AllowedOrigins(config);
        apiTimeout = config.apiTimeout();
        wire = new Wire(config);
    }

    @Inject
    void traceWith(Tracing tracing) {
        this.tracing = tracing;
    }

    @PreDestroy
    public void close() {
        wire.close();
    }

    public CallWatch calls() {
        return calls;
    }

    /** For the origins of endpoints that the issuer's metadata named. */
    public void allow(URI url) {
        origins.allow(url);
    }

    /** Enough for connecting and a slow answer, not for one that drips. */
    public Deadline deadline() {
        return Deadline.in(timeout.multipliedBy(2));
    }

    public Answer get(URI url, int cap) throws GoogleTrouble {
        Deadline deadline = deadline();
        return readOut(open(Pool.TOKENS, url, new HttpGet(url), deadline), cap, deadline);
    }

    public Answer postForm(URI url, String form, Deadline bound) throws GoogleTrouble {
        return postForm(Pool.TOKENS, url, form, bound);
    }

    /** On connections of its own: what strangers cause never waits before a refresh. */
    public Answer postExchange(URI url, String form) throws GoogleTrouble {
        return postForm(Pool.EXCHANGES, url, form, deadline());
    }

    private Answer postForm(Pool pool, URI url, String form, Deadline bound) throws GoogleTrouble {
        HttpPost request = new HttpPost(url);
        request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
        Deadline deadline = bound.within(timeout.multipliedBy(2));
        return readOut(open(pool, url, request, deadline), TOKEN_ANSWER_CAP, deadline);
    }

    /** The head alone, of a page that is for people: it may be anywhere, for nothing secret is sent there. */
    public PageSeen look(URI page) throws GoogleTrouble {
        HttpGet request = new HttpGet(page);
        Deadline deadline = deadline();
        Future<?> alarm = at(deadline, request::cancel);
        try (OpenAnswer open = wire.send(Pool.TOKENS, page, request, deadline::hasPassed)) {
            return new PageSeen(open.status(), open.header(HttpHeaders.LOCATION));
        } finally {
            alarm.cancel(false);
        }
    }

    /** Room for one call of an API; empty: there is none now. The caller closes the place when the answer has come. */
    public Optional<ApiRoom.Place> enterApi() {
        return apis.enter();
    }

    /** The body is left on the wire: the caller closes the answer or has it read out. */
    public OpenAnswer open(URI url, Secret accessToken, ApiRoom.Place place) throws GoogleTrouble {
        return openApi(Pool.APIS, url, accessToken, place);
    }

    /** As {@link #open}, for what may take as long as it likes: it keeps nobody else's connection. */
    public OpenAnswer openContent(URI url, Secret accessToken, ApiRoom.Place place) throws GoogleTrouble {
        return openApi(Pool.CONTENTS, url, accessToken, place);
    }

    private OpenAnswer openApi(Pool pool, URI url, Secret accessToken, ApiRoom.Place place) throws GoogleTrouble {
        HttpGet request = new HttpGet(url);
        request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken.reveal());
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        request.setConfig(HardenedClient.waiting(timeout, apiTimeout));
        Deadline deadline = Deadline.in(headWithin(apiTimeout));
        try (Patience patience = new Patience(wire, timeout, place, request::cancel)) {
            return open(pool, url, request, deadline, patience::isOver);
        }
    }

    /** Connecting, and then the head. */
    private Duration headWithin(Duration head) {
        return timeout.multipliedBy(2).plus(head);
    }

    public boolean mayCall(URI url) {
        return origins.contain(url);
    }

    /**
     * A request of an API client, its body streamed, too: bounded between two of its pieces, not as a whole. The head of the
     * answer may take {@code head}.
     */
    public OpenAnswer send(URI url, HttpUriRequestBase request, Optional<Upload> upload, Duration head, ApiRoom.Place place)
            throws GoogleTrouble {
        request.setConfig(HardenedClient.waiting(timeout, head));
        try (Alarm alarm = wire.alarm(timeout.multipliedBy(2), headWithin(head), request::cancel);
                Patience patience = new Patience(wire, timeout, place, request::cancel)) {
            upload.ifPresent(body -> request.setEntity(body.watchedBy(alarm)));
            return CallSpan.ofClient(tracing, request.getMethod(), url)
                    .around(() -> send(Pool.APIS, url, request, () -> alarm.hasRung() || patience.isOver()));
        }
    }

    /** Reads what little may be left of it, so that its connection can serve again; gives it up if there is more. */
    public void finish(OpenAnswer open) {
        try {
            readOut(open, LAST_BITE);
        } catch (GoogleTrouble muchMore) {
            // Given up.
        }
    }

    /** The beginning of a body, at most {@code most} bytes, which its reader gets again. */
    public byte[] peek(OpenAnswer open, int most) throws GoogleTrouble {
        Deadline deadline = deadline();
        Future<?> alarm = at(deadline, open::abort);
        try {
            return open.peek(most);
        } catch (IOException failed) {
            open.close();
            throw Wire.troubleOf(failed, deadline::hasPassed);
        } finally {
            alarm.cancel(false);
        }
    }

    /** Reads an open answer to its end and closes it. */
    public Answer readOut(OpenAnswer open, int cap) throws GoogleTrouble {
        return readOut(open, cap, deadline());
    }

    /** For bodies that take their time: bounded between two reads by the time-out, and by {@code patience} as a whole. */
    public byte[] readWhole(OpenAnswer open, int cap, Duration patience) throws GoogleTrouble {
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
            throw Wire.troubleOf(failed, deadline::hasPassed);
        } finally {
            alarm.cancel(false);
        }
    }

    private OpenAnswer open(Pool pool, URI url, HttpUriRequestBase request, Deadline deadline) throws GoogleTrouble {
        return open(pool, url, request, deadline, () -> false);
    }

    private OpenAnswer open(Pool pool, URI url, HttpUriRequestBase request, Deadline deadline, BooleanSupplier ended)
            throws GoogleTrouble {
        Future<?> alarm = at(deadline, request::cancel);
        try {
            return CallSpan.ofOurs(tracing, request.getMethod(), url)
                    .around(() -> send(pool, url, request, () -> deadline.hasPassed() || ended.getAsBoolean()));
        } finally {
            alarm.cancel(false);
        }
    }

    private OpenAnswer send(Pool pool, URI url, HttpUriRequestBase request, BooleanSupplier late) throws GoogleTrouble {
        if (!origins.contain(url)) {
            throw new GoogleTrouble("origin_not_allowed");
        }
        return wire.send(pool, url, request, late);
    }

    private Future<?> at(Deadline deadline, Runnable end) {
        return wire.after(deadline.left(), end);
    }
}
