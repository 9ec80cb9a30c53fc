package dev.holdfast.google.stream;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.ApiRoom;
import dev.holdfast.google.wire.Deadline;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.JsonBody;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * The calls of one service account. After their common deadline nothing is sent, and a call fails as {@code timeout}. Each
 * method is one call. The API cannot compare and set, so two installations that change the stream at the same moment race.
 */
public final class StreamCalls {

    private static final String ENABLED = "enabled";
    private static final int FOUND = 200;

    private final StreamConfig config;
    private final GoogleHttp http;
    private final ServiceAccount account;
    private final Deadline deadline;

    StreamCalls(StreamConfig config, GoogleHttp http, ServiceAccount account, Deadline deadline) {
        this.config = config;
        this.http = http;
        this.account = account;
        this.deadline = deadline;
    }

    /** Returns the configuration of the project's stream; empty if it has none. */
    public Optional<StreamSetup> setup() throws GoogleTrouble, StreamRefused {
        Answer answer = get("stream");
        return isAbsent(answer) ? Optional.empty() : Optional.of(StreamSetup.parse(accepted(answer).body()));
    }

    /** Tells whether Google delivers. While a stream is disabled, Google neither sends signals nor keeps them. */
    public boolean isEnabled() throws GoogleTrouble, StreamRefused {
        Answer answer = accepted(get("stream/status"));
        return ENABLED.equals(JsonBody.members(answer.body()).orElse(Map.of()).get("status"));
    }

    /** Makes the stream, or replaces its whole configuration. */
    public void update(StreamSetup setup) throws GoogleTrouble, StreamRefused {
        accepted(post("stream:update", setup.json()));
    }

    /** Has Google deliver from now on. */
    public void enable() throws GoogleTrouble, StreamRefused {
        accepted(post("stream/status:update", json("status", ENABLED)));
    }

    /** Asks for a verification event, which brings {@code state} back over the stream. */
    public void verify(String state) throws GoogleTrouble, StreamRefused {
        accepted(post("stream:verify", json("state", state)));
    }

    private Answer get(String name) throws GoogleTrouble {
        URI url = config.call(name);
        return call(url, new HttpGet(url));
    }

    private Answer post(String name, String json) throws GoogleTrouble {
        URI url = config.call(name);
        HttpPost request = new HttpPost(url);
        request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        return call(url, request);
    }

    private Answer call(URI url, HttpUriRequestBase request) throws GoogleTrouble {
        if (deadline.hasPassed()) {
            throw new GoogleTrouble("timeout");
        }
        request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + account.token().reveal());
        try (ApiRoom.Place place = http.enterApi().orElseThrow(() -> new GoogleTrouble(GoogleTrouble.BUSY))) {
            return http.call(url, request, deadline, place);
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
