package dev.holdfast.google.api;

import com.google.api.client.http.LowLevelHttpResponse;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.OpenAnswer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** An answer of a Google API whose body is still on the wire; closing the body or the answer releases the connection. */
final class ApiResponse extends LowLevelHttpResponse {

    private static final int LAST_BITE = 4 * 1024;

    private final GoogleHttp http;
    private final OpenAnswer answer;
    private final List<Header> headers;

    ApiResponse(GoogleHttp http, OpenAnswer answer) {
        this.http = http;
        this.answer = answer;
        this.headers = answer.headers();
    }

    @Override
    public InputStream getContent() throws IOException {
        return new FilterInputStream(answer.body()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                try {
                    return super.read(bytes, from, count);
                } catch (IOException broken) {
                    throw new GoogleTrouble("connection_failed");
                }
            }

            @Override
            public void close() {
                finish();
            }
        };
    }

    /** Reads a short rest of the body, so that the connection can be reused; gives the connection up if more is left. */
    private void finish() {
        try {
            http.readOut(answer, LAST_BITE);
        } catch (GoogleTrouble muchMore) {
            // The connection has been given up.
        }
    }

    @Override
    public void disconnect() {
        answer.close();
    }

    @Override
    public @Nullable String getContentEncoding() {
        return answer.header(HttpHeaders.CONTENT_ENCODING).orElse(null);
    }

    @Override
    public long getContentLength() {
        return answer.length().orElse(-1);
    }

    @Override
    public @Nullable String getContentType() {
        return answer.header(HttpHeaders.CONTENT_TYPE).orElse(null);
    }

    @Override
    public String getStatusLine() {
        return "HTTP/1.1 " + answer.status() + " " + answer.reason();
    }

    @Override
    public int getStatusCode() {
        return answer.status();
    }

    @Override
    public String getReasonPhrase() {
        return answer.reason();
    }

    @Override
    public int getHeaderCount() {
        return headers.size();
    }

    @Override
    public String getHeaderName(int index) {
        return headers.get(index).getName();
    }

    @Override
    public String getHeaderValue(int index) {
        return headers.get(index).getValue();
    }
}
