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
 * The only way out to Google. Except for {@link #look} and {@link #getPublic}, it sends only to allowed origins. It follows
 * no redirect, keeps no cookie, repeats nothing and limits what it reads. Every wait has an end, also for an answer that
 * trickles in. Every failure is a {@link GoogleTrouble}.
 */
@ApplicationScoped
public class GoogleHttp {

    static final int TOKEN_ANSWER_CAP = 64 * 1024;
    public static final int JSON_CAP = 1024 * 1024;

    private final CallWatch calls = new CallWatch(System::nanoTime);

    private Duration timeout;
    private AllowedOrigins origins;
    private Duration apiTimeout;
    private Wire wire;
    private final ApiRoom apis = new ApiRoom();
    private Tracing tracing = Tracing.OFF;

    /** A page of Google's without its content; {@code location} is the target if the page redirects. */
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

    /** Allows the origin of an endpoint that the issuer's metadata named. */
    public void allow(URI url) {
        origins.allow(url);
    }

    /** Returns a deadline that suffices for connecting and a slow answer, but not for one that trickles in. */
    public Deadline deadline() {
        return Deadline.in(timeout.multipliedBy(2));
    }

    public Answer get(URI url, int cap) throws GoogleTrouble {
        Deadline deadline = deadline();
        return readOut(open(Pool.TOKENS, url, new HttpGet(url), deadline, () -> false), cap, deadline);
    }

    /** Gets a published document. It may be at any origin, because the request contains no secret. */
    public Answer getPublic(URI url, int cap) throws GoogleTrouble {
        Deadline deadline = deadline();
        return readOut(openAnywhere(url, deadline), cap, deadline);
    }

    public Answer postForm(URI url, String form, Deadline bound) throws GoogleTrouble {
        return postForm(Pool.TOKENS, url, form, bound);
    }

    /** Posts an exchange on separate connections: a refresh never waits for requests that strangers cause. */
    public Answer postExchange(URI url, String form) throws GoogleTrouble {
        return postForm(Pool.EXCHANGES, url, form, deadline());
    }

    private Answer postForm(Pool pool, URI url, String form, Deadline bound) throws GoogleTrouble {
        HttpPost request = new HttpPost(url);
        request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
        Deadline deadline = bound.within(timeout.multipliedBy(2));
        return readOut(open(pool, url, request, deadline, () -> false), TOKEN_ANSWER_CAP, deadline);
    }

    /** Reads only the head of a page that is for people. It may be at any origin, because the request contains no secret. */
    public PageSeen look(URI page) throws GoogleTrouble {
        try (OpenAnswer open = openAnywhere(page, deadline())) {
            return new PageSeen(open.status(), open.header(HttpHeaders.LOCATION));
        }
    }

    private OpenAnswer openAnywhere(URI url, Deadline deadline) throws GoogleTrouble {
        HttpGet request = new HttpGet(url);
        Future<?> alarm = wire.after(deadline.left(), request::cancel);
        try {
            return wire.send(Pool.TOKENS, url, request, deadline::hasPassed);
        } finally {
            alarm.cancel(false);
        }
    }

    /** Takes a place for one call of an API; empty if none is free now. The caller closes it when the answer has come. */
    public Optional<ApiRoom.Place> enterApi() {
        return apis.enter();
    }

    /** Opens an answer and leaves its body on the wire: the caller closes the answer or has it read out. */
    public OpenAnswer open(URI url, Secret accessToken, ApiRoom.Place place) throws GoogleTrouble {
        return openApi(Pool.APIS, url, accessToken, place);
    }

    /** Does the same as {@link #open} on separate connections, for content that may take any time to read. */
    public OpenAnswer openContent(URI url, Secret accessToken, ApiRoom.Place place) throws GoogleTrouble {
        return openApi(Pool.CONTENTS, url, accessToken, place);
    }

    private OpenAnswer openApi(Pool pool, URI url, Secret accessToken, ApiRoom.Place place) throws GoogleTrouble {
        HttpGet request = new HttpGet(url);
        request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken.reveal());
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        request.setConfig(HardenedClient.waiting(timeout, apiTimeout));
        return openIn(place, pool, url, request, Deadline.in(headWithin(apiTimeout)));
    }

    private OpenAnswer openIn(ApiRoom.Place place, Pool pool, URI url, HttpUriRequestBase request, Deadline deadline)
            throws GoogleTrouble {
        try (Patience patience = new Patience(wire, timeout, place, request::cancel)) {
            return open(pool, url, request, deadline, patience::isOver);
        }
    }

    /** Returns the time for connecting and then for the head. */
    private Duration headWithin(Duration head) {
        return timeout.multipliedBy(2).plus(head);
    }

    public boolean mayCall(URI url) {
        return origins.contain(url);
    }

    /**
     * Sends a request of an API client and streams its body. The time between two pieces of the body is limited, not the
     * whole. The head of the answer may take {@code head}.
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

    /** Makes one call of an API of which the answer is short. {@code bound} limits all of it. */
    public Answer call(URI url, HttpUriRequestBase request, Deadline bound, ApiRoom.Place place) throws GoogleTrouble {
        Deadline deadline = bound.within(headWithin(timeout));
        return readOut(openIn(place, Pool.APIS, url, request, deadline), JSON_CAP, deadline);
    }

    /** Sends a question to a model, on separate connections. {@code patience} limits the head and each pause of the answer. */
    public OpenAnswer ask(URI url, HttpPost request, Upload upload, Duration patience) throws GoogleTrouble {
        request.setConfig(HardenedClient.waiting(timeout, patience));
        try (Alarm alarm = wire.alarm(timeout.multipliedBy(2), headWithin(patience), request::cancel)) {
            request.setEntity(upload.watchedBy(alarm));
            return CallSpan.ofOurs(tracing, "POST", url).around(() -> send(Pool.MODELS, url, request, request::isCancelled));
        }
    }

    /** Reads the beginning of a body, at most {@code most} bytes, which its reader gets again. */
    public byte[] peek(OpenAnswer open, int most) throws GoogleTrouble {
        Deadline deadline = deadline();
        Future<?> alarm = wire.after(deadline.left(), open::abort);
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

    /** Reads a body that takes its time: the time-out limits each pause, and {@code patience} the whole. */
    public byte[] readWhole(OpenAnswer open, int cap, Duration patience) throws GoogleTrouble {
        return read(open, cap, Deadline.in(patience));
    }

    private Answer readOut(OpenAnswer open, int cap, Deadline deadline) throws GoogleTrouble {
        return new Answer(open.status(), new String(read(open, cap, deadline), StandardCharsets.UTF_8),
                open.header(HttpHeaders.RETRY_AFTER), open.header(HttpHeaders.WWW_AUTHENTICATE), open.header(HttpHeaders.DATE));
    }

    private byte[] read(OpenAnswer open, int cap, Deadline deadline) throws GoogleTrouble {
        Future<?> alarm = wire.after(deadline.left(), open::abort);
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

    private OpenAnswer open(Pool pool, URI url, HttpUriRequestBase request, Deadline deadline, BooleanSupplier ended)
            throws GoogleTrouble {
        Future<?> alarm = wire.after(deadline.left(), request::cancel);
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
}
