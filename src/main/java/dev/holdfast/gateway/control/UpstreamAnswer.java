package dev.holdfast.gateway.control;

import com.google.api.client.http.HttpResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An answer of Google's whose body is still on the wire. If the connection breaks, the body throws an {@link IOException} and
 * never just ends. Closing the answer before its end gives up the connection at once.
 */
public final class UpstreamAnswer implements Closeable {

    private final HttpResponse response;
    private final Runnable then;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** {@code then} runs once, when the answer is closed. */
    UpstreamAnswer(HttpResponse response, Runnable then) {
        this.response = response;
        this.then = then;
    }

    public int status() {
        return response.getStatusCode();
    }

    public Optional<String> header(String name) {
        return header(response, name);
    }

    static Optional<String> header(HttpResponse response, String name) {
        return Optional.ofNullable(response.getHeaders().getFirstHeaderStringValue(name.toLowerCase(Locale.ROOT)));
    }

    public InputStream body() throws IOException {
        InputStream content = response.getContent();
        return content == null ? InputStream.nullInputStream() : content;
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            try {
                response.disconnect();
            } finally {
                then.run();
            }
        }
    }
}
