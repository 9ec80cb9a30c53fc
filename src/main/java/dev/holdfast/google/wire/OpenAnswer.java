package dev.holdfast.google.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/** An answer whose body is still on the wire. Closing it before its end gives up the connection. */
public final class OpenAnswer implements Closeable {

    private final HttpUriRequestBase request;
    private final ClassicHttpResponse response;
    private Optional<InputStream> begun = Optional.empty();

    OpenAnswer(HttpUriRequestBase request, ClassicHttpResponse response) {
        this.request = request;
        this.response = response;
    }

    public int status() {
        return response.getCode();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    /**
     * Tells whether the body has a content coding but {@code identity} (RFC 9110 section 8.4); this class does not decode
     * it.
     */
    public boolean isEncoded() {
        return header(HttpHeaders.CONTENT_ENCODING).filter(coding -> !"identity".equalsIgnoreCase(coding.strip())).isPresent();
    }

    public List<Header> headers() {
        return List.of(response.getHeaders());
    }

    public String reason() {
        return response.getReasonPhrase();
    }

    public OptionalLong length() {
        HttpEntity entity = response.getEntity();
        return entity == null || entity.getContentLength() < 0
                ? OptionalLong.empty() : OptionalLong.of(entity.getContentLength());
    }

    public InputStream body() throws IOException {
        if (begun.isPresent()) {
            return begun.get();
        }
        HttpEntity entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }

    /** Reads the first bytes of the body, at most {@code most}; {@link #body} returns them again. */
    byte[] peek(int most) throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(body(), most);
        byte[] first = ahead.readNBytes(most);
        ahead.unread(first);
        begun = Optional.of(ahead);
        return first;
    }

    /**
     * Cancels the request: otherwise closing would first read the rest of the body, however long. No effect on a body
     * read to its end.
     */
    public void abort() {
        request.cancel();
    }

    @Override
    public void close() {
        abort();
        try {
            response.close();
        } catch (IOException alreadyBroken) {
            // The connection is given up in any case.
        }
    }
}
