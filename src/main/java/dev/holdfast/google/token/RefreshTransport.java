package dev.holdfast.google.token;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.Deadline;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Sends one token request of google-auth-library through Holdfast's HTTP client. The raw answer is read once and kept for
 * {@link #answer}. The library gets a grant in the form that it can read, or else a failure: from the raw answer it would
 * drop a rotated refresh token, overflow a long lifetime or lose the body of a 401.
 */
final class RefreshTransport extends QuietTransport {

    private final GoogleHttp http;
    private final Deadline deadline;
    private TokenAnswer answer = new TokenAnswer.Trouble("connection_failed");

    RefreshTransport(GoogleHttp http, Deadline deadline) {
        this.http = http;
        this.deadline = deadline;
    }

    /** Returns the answer to the request. */
    TokenAnswer answer() {
        return answer;
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        return new LowLevelHttpRequest() {
            @Override
            public void addHeader(String name, String value) {
                // Our headers are sent instead, without the library's name and version.
            }

            @Override
            public LowLevelHttpResponse execute() throws IOException {
                ByteArrayOutputStream form = new ByteArrayOutputStream();
                getStreamingContent().writeTo(form);
                return exchange(URI.create(url), form.toString(StandardCharsets.UTF_8));
            }
        };
    }

    private LowLevelHttpResponse exchange(URI endpoint, String form) throws GoogleTrouble {
        try {
            Answer raw = http.postForm(endpoint, form, deadline);
            answer = TokenAnswer.of(raw.status(), raw.body());
        } catch (GoogleTrouble trouble) {
            answer = new TokenAnswer.Trouble(trouble.code());
        }
        if (answer instanceof TokenAnswer.Granted granted) {
            return new PlainGrant(granted);
        }
        throw new GoogleTrouble("not_granted");
    }
}
