package dev.holdfast.google.stream;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.ApiRoom;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.JsonBody;
import dev.holdfast.google.wire.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * Google's RISC stream management API. Each method is one call on behalf of the service account. A project has one stream. The
 * API cannot compare and set, so two installations that change it at the same moment race.
 */
@ApplicationScoped
public class StreamApi {

    private static final String ENABLED = "enabled";
    private static final int FOUND = 200;

    private StreamConfig config;
    private GoogleConfig google;
    private GoogleHttp http;

    protected StreamApi() {}

    @Inject
    public StreamApi(StreamConfig config, GoogleConfig google, GoogleHttp http) {
        this.config = config;
        this.google = google;
        this.http = http;
    }

    /** Returns the configuration of the project's stream; empty if it has none. */
    public Optional<StreamSetup> setup(ServiceAccount account) throws GoogleTrouble, StreamRefused {
        Answer answer = get("stream", account);
        return isAbsent(answer) ? Optional.empty() : Optional.of(StreamSetup.parse(accepted(answer).body()));
    }

    /** Tells whether Google delivers. While a stream is disabled, Google neither sends signals nor keeps them. */
    public boolean isEnabled(ServiceAccount account) throws GoogleTrouble, StreamRefused {
        Answer answer = accepted(get("stream/status", account));
        return ENABLED.equals(JsonBody.members(answer.body()).orElse(Map.of()).get("status"));
    }

    /** Makes the stream, or replaces its whole configuration. */
    public void update(ServiceAccount account, StreamSetup setup) throws GoogleTrouble, StreamRefused {
        accepted(post("stream:update", setup.json(), account));
    }

    public void enable(ServiceAccount account) throws GoogleTrouble, StreamRefused {
        accepted(post("stream/status:update", json("status", ENABLED), account));
    }

    /** Asks for a verification event, which brings {@code state} back over the stream. */
    public void verify(ServiceAccount account, String state) throws GoogleTrouble, StreamRefused {
        accepted(post("stream:verify", json("state", state), account));
    }

    private Answer get(String name, ServiceAccount account) throws GoogleTrouble {
        URI url = config.call(name);
        return call(url, new HttpGet(url), Optional.empty(), account);
    }

    private Answer post(String name, String json, ServiceAccount account) throws GoogleTrouble {
        URI url = config.call(name);
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return call(url, new HttpPost(url), Optional.of(Upload.json(body.length, out -> out.write(body))), account);
    }

    private Answer call(URI url, HttpUriRequestBase request, Optional<Upload> body, ServiceAccount account)
            throws GoogleTrouble {
        request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + account.token().reveal());
        try (ApiRoom.Place place = http.enterApi().orElseThrow(() -> new GoogleTrouble(GoogleTrouble.BUSY))) {
            return http.readOut(http.send(url, request, body, google.timeout(), place), GoogleHttp.JSON_CAP);
        }
    }

    private static boolean isAbsent(Answer answer) {
        return answer.status() == 404 && JsonBody.members(answer.body()).isPresent();
    }

    private static Answer accepted(Answer answer) throws GoogleTrouble, StreamRefused {
        if (answer.status() == FOUND) {
            return answer;
        }
        if (answer.status() < 400 || answer.status() >= 500) {
            throw new GoogleTrouble("http_" + answer.status());
        }
        throw new StreamRefused(StreamRefusal.of(answer));
    }

    private static String json(String name, String value) {
        return JSONObjectUtils.toJSONString(Map.of(name, value));
    }
}
